import { makeStyles } from '@fluentui/react-components';

import { endings, type DayFigures, type Ending } from '../../../../domain/figures.ts';
import { sum } from '../../../../domain/statistics.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { Legend } from './legend.tsx';
import { niceTop, PlotFrame } from './plot-frame.tsx';
import { endingFills, endingLegend } from './plot-colours.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  bars: { display: 'flex', alignItems: 'stretch', height: '100%' },
  day: { flex: '1 1 0', minWidth: 0, display: 'flex', justifyContent: 'center' },
  bar: {
    width: '84%',
    maxWidth: '48px',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
  },
});

/** Conversations of each day, one upon the other by how they ended; in a long period some days together. */
export function DayBars({ days, title }: { readonly days: readonly DayFigures[]; readonly title: string }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const bars = barsOf(days);
  const totals = bars.map((bar) => sum(endings.map((ending) => bar.endings[ending])));
  const top = niceTop(Math.max(1, ...totals));
  return (
    <>
      <PlotFrame
        label={`${title}: ${words.count(sum(totals))}`}
        marks={[0, top / 2, top].map((value) => ({ at: value / top, text: words.count(value) }))}
        ticks={bars.map(({ date }) => words.date(date))}
      >
        <div className={styles.bars}>
          {bars.map(({ date, endings: counts }, index) => (
            <div
              key={date}
              className={styles.day}
              title={`${words.longDate(date)}: ${words.count(totals[index] ?? 0)}`}
            >
              <div className={styles.bar}>
                {endings
                  .toReversed()
                  .filter((ending) => counts[ending] > 0)
                  .map((ending) => (
                    <div
                      key={ending}
                      style={{ height: `${(100 * counts[ending]) / top}%`, background: endingFills[ending] }}
                    />
                  ))}
              </div>
            </div>
          ))}
        </div>
      </PlotFrame>
      <Legend items={endingLegend(t.endings)} />
    </>
  );
}

/** Bars that can still be told apart on a phone. */
const mostBars = 92;

/** How many days a bar stands for: one, or as many whole weeks as it takes. */
export function daysOfBar(days: number): number {
  return days <= mostBars ? 1 : 7 * Math.ceil(days / (7 * mostBars));
}

function barsOf(days: readonly DayFigures[]): readonly DayFigures[] {
  const length = daysOfBar(days.length);
  const groups = Array.from({ length: Math.ceil(days.length / length) }, (_, index) =>
    days.slice(index * length, (index + 1) * length),
  );
  return groups.map((group) => {
    const counts = endings.map((ending) => [ending, sum(group.map((day) => day.endings[ending]))] as const);
    return { date: group[0]?.date ?? '', endings: Object.fromEntries(counts) as Record<Ending, number> };
  });
}
