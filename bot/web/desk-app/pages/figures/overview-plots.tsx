import { makeStyles } from '@fluentui/react-components';

import { channels } from '../../../../domain/conversation.ts';
import { languages } from '../../../../domain/language.ts';
import { handlers, pointsOf, type Scale } from '../../../../domain/rating.ts';
import { fewestRatings, type Satisfaction } from '../../../../domain/satisfaction.ts';
import type { OverviewAnswer } from '../../../desk-figures-api.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConversationPlots } from './conversation-plots.tsx';
import { DistributionBars } from './distribution-bars.tsx';
import { FigureCard } from './figure-card.tsx';
import { cell, type TableCell } from './figure-table.tsx';
import { IntervalRows, type IntervalRow } from './interval-rows.tsx';
import { ScoreLine } from './score-line.tsx';
import { boundsOf, useFigureWords } from './words.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    gap: '16px',
    alignItems: 'stretch',
  },
  few: { margin: 0 },
});

export interface OverviewPlotsProps {
  readonly answer: OverviewAnswer;
  readonly scale: Scale;
}

/** How the figures of a period came about; every plot is a table, too. */
export function OverviewPlots({ answer, scale }: OverviewPlotsProps) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { figures, from, to } = answer;
  const file = (name: string) => `${name}-${from}-${to}`;
  const ofScale = (list: readonly Satisfaction[]) => list.find((each) => each.scale === scale);
  const rated = ofScale(figures.now.satisfaction);
  const earlier = ofScale(figures.before.satisfaction);
  const spans = figures.satisfactionOverTime.map(({ date, satisfaction }) => ({
    date,
    satisfaction: ofScale(satisfaction),
  }));
  const weekly = figures.satisfactionOverTime.some(({ days }) => days > 1);
  const groups = [
    handlers.map((each) => ({ name: t.handlers[each], found: ofScale(figures.satisfactionBy[each]) })),
    channels.map((each) => ({ name: t.channels[each], found: ofScale(figures.channels[each].satisfaction) })),
    languages.map((each) => ({ name: t.languages[each], found: ofScale(figures.languages[each].satisfaction) })),
  ];

  const count = (value: number) => cell(value, words.count(value));
  const scoreColumns = [t.scales[scale], t.low, t.high, t.mean, t.ratings, t.asked];
  const scoreCells = (found: Satisfaction | undefined): readonly TableCell[] => [
    ...[found?.score?.value, found?.score?.low, found?.score?.high].map((value) =>
      cell(value, value === undefined ? '–' : words.score(scale, value)),
    ),
    cell(found?.mean?.value, found?.mean === undefined ? '–' : words.decimal(found.mean.value)),
    count(found?.n ?? 0),
    count(found?.asked ?? 0),
  ];
  const shareCells = (found: Satisfaction | undefined, index: number): readonly TableCell[] => {
    if (found === undefined || found.n < fewestRatings) return [cell(undefined, '–'), cell(undefined, '–')];
    const of = found.distribution[index] ?? 0;
    return [count(of), cell(of / found.n, words.percent(of / found.n))];
  };
  const few = t.tooFewHint(words.count(rated?.n ?? 0), words.count(fewestRatings));
  const intervalRow = ({ name, found }: { name: string; found: Satisfaction | undefined }): IntervalRow => {
    const n = `n\u00a0=\u00a0${words.count(found?.n ?? 0)}`;
    if (found?.score === undefined) return { name, value: t.tooFew, detail: n, span: undefined };
    const { low, value, high } = found.score;
    const place = (points: number) => (scale === 'nps-10' ? (points + 100) / 200 : points);
    return {
      name,
      value: words.score(scale, value),
      detail: `${t.interval(...boundsOf(words, scale, found.score))}, ${n}`,
      span: { low: place(low), value: place(value), high: place(high) },
    };
  };

  return (
    <div className={styles.grid}>
      <FigureCard
        title={t.ratingsOverTime}
        note={weekly ? t.perWeek : t.perDay}
        file={file('ratings-over-time')}
        data={{
          columns: [weekly ? t.weekOf : t.day, ...scoreColumns],
          rows: spans.map(({ date, satisfaction }) => [cell(date, words.longDate(date)), ...scoreCells(satisfaction)]),
        }}
      >
        <ScoreLine scale={scale} spans={spans} title={t.ratingsOverTime} />
      </FigureCard>
      <FigureCard
        title={t.distribution}
        file={file('distribution')}
        data={{
          columns: [t.point, t.ratings, t.share, t.periodBefore, t.shareBefore],
          rows: pointsOf(scale).map((point, index) => [
            cell(point),
            ...shareCells(rated, index),
            ...shareCells(earlier, index),
          ]),
        }}
      >
        {rated === undefined || rated.n < fewestRatings ? (
          <p className={styles.few}>{few}</p>
        ) : (
          <DistributionBars figures={rated} before={earlier} title={t.distribution} />
        )}
      </FigureCard>
      <ConversationPlots answer={answer} />
      <FigureCard
        title={t.compared}
        note={t.comparedHint}
        file={file('ratings-compared')}
        data={{
          columns: [t.group, ...scoreColumns],
          rows: groups.flat().map(({ name, found }) => [cell(name), ...scoreCells(found)]),
        }}
      >
        <IntervalRows
          title={`${t.compared}, ${t.scales[scale]}`}
          groups={groups.map((each) => each.map(intervalRow))}
        />
      </FigureCard>
    </div>
  );
}
