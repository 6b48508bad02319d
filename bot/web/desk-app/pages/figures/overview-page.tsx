import { Field, Link, makeStyles, Select } from '@fluentui/react-components';
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
import { Filters } from './filters.tsx';
import { OverviewPlots } from './overview-plots.tsx';
import { OverviewTiles } from './overview-tiles.tsx';

const useStyles = makeStyles({
  figures: { display: 'flex', flexDirection: 'column', gap: '16px' },
  scale: { maxWidth: '200px' },
});

/** What a manager looks at: the figures of a period, and how they came about. */
export function OverviewPage() {
  const t = useTexts(figuresTexts);
  const [asked, set] = useAsked();
  const { data, error, refetch } = useFigures<OverviewAnswer>('figures', asked);
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
      <Filters asked={asked} set={set} dates={data} handledBy="shown" />
      <FailureNote error={error} again={refetch} />
      {data === undefined ? error === null && <Loading /> : <Overview answer={data} />}
    </Page>
  );
}

function Overview({ answer }: { readonly answer: OverviewAnswer }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const { figures } = answer;
  const asked = figures.now.satisfaction.map(({ scale }) => scale);
  const [chosen, choose] = useState<Scale>();
  const standard = asked.includes(answer.scale) ? answer.scale : (asked[0] ?? answer.scale);
  const scale = chosen !== undefined && asked.includes(chosen) ? chosen : standard;
  if (figures.now.conversations === 0 && asked.length === 0) {
    return <Nothing icon={<DataTrendingRegular />} title={t.nothing} hint={t.nothingHint} />;
  }
  return (
    <div className={styles.figures}>
      {asked.length > 1 && (
        <Field label={t.scale} className={styles.scale}>
          <Select value={scale} onChange={(_, { value }) => choose(asked.find((each) => each === value))}>
            {asked.map((each) => (
              <option key={each} value={each}>
                {t.scales[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <OverviewTiles figures={figures} scale={scale} />
      <OverviewPlots answer={answer} scale={scale} />
    </div>
  );
}
