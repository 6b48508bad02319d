import { Link, makeStyles } from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { useState } from 'react';
import { Link as RouteLink } from 'wouter';

import type { Scale } from '../../../../domain/rating.ts';
import type { OverviewAnswer } from '../../../desk-figures-api.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { useAsked, useFigures } from './asked.ts';
import { FigureCard } from './figure-card.tsx';
import { Choice, Filters } from './filters.tsx';
import { numbersTable } from './overview-numbers.ts';
import { OverviewPlots } from './overview-plots.tsx';
import { OverviewTiles } from './overview-tiles.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  figures: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

/** What a manager looks at: the figures of a period, and how they came about. */
export function OverviewPage() {
  const t = useTexts(figuresTexts);
  const [asked, set] = useAsked();
  const { data, error, refetch } = useFigures<OverviewAnswer>('figures', asked);
  const [chosen, choose] = useState<Scale>();
  const there = data?.figures.now.satisfaction.map((each) => each.scale) ?? [];
  // Whoever chose a scale keeps it; else the one that the shop asks on now, if anybody was asked on it.
  const scale = [chosen, data?.scale].find((each) => each !== undefined && there.includes(each)) ?? there[0];
  return (
    <Page
      title={t.overview}
      intro={t.overviewIntro}
      actions={
        <RouteLink href="/definitions" asChild>
          <Link>{t.whatItMeans}</Link>
        </RouteLink>
      }
    >
      <Filters asked={asked} set={set} dates={data} handledBy="shown">
        {there.length > 1 && scale !== undefined && (
          <Choice label={t.scale} value={scale} choose={(value) => choose(there.find((each) => each === value))}>
            {there.map((each) => (
              <option key={each} value={each}>
                {t.scales[each]}
              </option>
            ))}
          </Choice>
        )}
      </Filters>
      <FailureNote error={error} again={refetch} />
      {data === undefined ? error === null && <Loading /> : <Overview answer={data} scale={scale ?? data.scale} />}
    </Page>
  );
}

function Overview({ answer, scale }: { readonly answer: OverviewAnswer; readonly scale: Scale }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { figures, from, to, zone } = answer;
  const { now, before } = figures;
  if (now.conversations === 0 && now.satisfaction.length === 0) {
    return <Nothing icon={<DataTrendingRegular />} title={t.nothing} hint={t.nothingHint} />;
  }
  const dates = [now.period.from, now.period.to - 1, before.period.from, before.period.to - 1] as const;
  const [first, last, firstBefore, lastBefore] = dates.map((at) => words.dayOf(at, zone));
  return (
    <div className={styles.figures}>
      <FigureCard
        title={t.numbers}
        note={t.spans(first ?? '', last ?? '', firstBefore ?? '', lastBefore ?? '')}
        file={`overview-${from}-${to}`}
        data={numbersTable(t, words, figures, scale)}
        frame="open"
      >
        <OverviewTiles figures={figures} scale={scale} />
      </FigureCard>
      <OverviewPlots answer={answer} scale={scale} />
    </div>
  );
}
