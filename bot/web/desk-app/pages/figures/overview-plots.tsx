import { makeStyles } from '@fluentui/react-components';

import { channels } from '../../../../domain/conversation.ts';
import { endings, handoffReasons, type Part } from '../../../../domain/figures.ts';
import { languages } from '../../../../domain/language.ts';
import { handlers, pointsOf, type Scale } from '../../../../domain/rating.ts';
import { fewestRatings, type Satisfaction } from '../../../../domain/satisfaction.ts';
import type { OverviewAnswer } from '../../../desk-figures-api.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { DayBars } from './day-bars.tsx';
import { DistributionBars } from './distribution-bars.tsx';
import { FigureCard } from './figure-card.tsx';
import { cell, type TableCell } from './figure-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { ScoreLine } from './score-line.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    gap: '16px',
    alignItems: 'stretch',
  },
});

/** How the figures of a period came about; every plot is a table, too. */
export function OverviewPlots({ answer, scale }: { readonly answer: OverviewAnswer; readonly scale: Scale }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const { figures, from, to, zone } = answer;
  const file = (name: string) => `${name}-${from}-${to}`;
  const ofScale = (list: readonly Satisfaction[]) => list.find((each) => each.scale === scale);
  const rated = ofScale(figures.now.satisfaction);
  const spans = figures.satisfactionOverTime.map(({ date, satisfaction }) => ({
    date,
    satisfaction: ofScale(satisfaction),
  }));
  const weekly = figures.satisfactionOverTime.some(({ days }) => days > 1);

  const scoreColumns = [t.scales[scale], t.low, t.high, t.mean, t.ratings, t.asked];
  const scoreCells = (found: Satisfaction | undefined): readonly TableCell[] => [
    ...[found?.score?.value, found?.score?.low, found?.score?.high].map((value) =>
      cell(value, value === undefined ? '–' : words.score(scale, value)),
    ),
    cell(found?.mean?.value, found?.mean === undefined ? '–' : words.decimal(found.mean.value)),
    count(found?.n ?? 0),
    count(found?.asked ?? 0),
  ];
  const count = (value: number) => cell(value, words.count(value));
  const partRow = (name: string, part: Part): readonly TableCell[] => [
    cell(name),
    count(part.conversations),
    ...endings.map((ending) => count(part.endings[ending])),
    ...scoreCells(ofScale(part.satisfaction)).slice(0, 1),
    count(ofScale(part.satisfaction)?.n ?? 0),
  ];

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
      {rated !== undefined && (
        <FigureCard
          title={t.distribution}
          {...(rated.n < fewestRatings && { note: t.tooFewHint(words.count(rated.n), words.count(fewestRatings)) })}
          file={file('distribution')}
          data={{
            columns: [t.point, t.ratings],
            rows: pointsOf(scale).map((point, index) => [cell(point), count(rated.distribution[index] ?? 0)]),
          }}
        >
          <DistributionBars figures={rated} title={t.distribution} />
        </FigureCard>
      )}
      <FigureCard
        title={t.byDay}
        file={file('conversations-by-day')}
        data={{
          columns: [t.day, ...endings.map((ending) => t.endings[ending])],
          rows: figures.days.map((day) => [
            cell(day.date, words.longDate(day.date)),
            ...endings.map((ending) => count(day.endings[ending])),
          ]),
        }}
      >
        <DayBars days={figures.days} title={t.byDay} />
      </FigureCard>
      <FigureCard
        title={t.byWeek}
        note={t.byWeekHint(zone)}
        file={file('conversations-by-hour')}
        data={{
          columns: [t.hour, ...figures.week.map((_, weekday) => words.weekday(weekday))],
          rows: Array.from({ length: 24 }, (_, hour) => [
            cell(hour, `${hour}:00`),
            ...figures.week.map((counts) => count(counts[hour] ?? 0)),
          ]),
        }}
      >
        <HeatMap week={figures.week} title={t.byWeek} />
      </FigureCard>
      <FigureCard
        title={t.byChannel}
        file={file('channels-and-languages')}
        data={{
          columns: [t.part, t.conversations, ...endings.map((ending) => t.endings[ending]), t.scales[scale], t.ratings],
          rows: [
            ...channels.map((channel) => partRow(t.channels[channel], figures.channels[channel])),
            ...languages.map((language) => partRow(t.languages[language], figures.languages[language])),
          ],
        }}
      />
      <FigureCard
        title={t.byHandler}
        file={file('ratings-by-handler')}
        data={{
          columns: [t.handledBy, ...scoreColumns],
          rows: handlers.map((handler) => [
            cell(t.handlers[handler]),
            ...scoreCells(ofScale(figures.satisfactionBy[handler])),
          ]),
        }}
      />
      <FigureCard
        title={t.whyHandedOver}
        file={file('handoff-reasons')}
        data={{
          columns: [t.reason, t.conversations],
          rows: handoffReasons.map((reason) => [cell(t.reasons[reason]), count(figures.now.reasons[reason])]),
        }}
      />
    </div>
  );
}
