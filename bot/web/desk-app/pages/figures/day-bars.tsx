import { makeStyles, tokens } from '@fluentui/react-components';

import { endings, type DayFigures } from '../../../../domain/figures.ts';
import { sum } from '../../../../domain/statistics.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { niceTop, PlotFrame } from './plot-frame.tsx';
import { endingColours } from './plot-colours.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  bars: { display: 'flex', alignItems: 'stretch', height: '100%', gap: 'min(3px, 0.4%)' },
  bar: {
    flex: '1 1 0',
    minWidth: 0,
    maxWidth: '48px',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
  },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: '6px', fontSize: tokens.fontSizeBase200 },
  swatch: {
    width: '12px',
    height: '12px',
    borderRadius: '3px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

/** Conversations of each day, one upon the other by how they ended. */
export function DayBars({ days, title }: { readonly days: readonly DayFigures[]; readonly title: string }) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const words = useFigureWords();
  const totals = days.map((day) => sum(endings.map((ending) => day.endings[ending])));
  const top = niceTop(Math.max(1, ...totals));
  return (
    <>
      <PlotFrame
        label={`${title}: ${words.count(sum(totals))}`}
        marks={[0, top / 2, top].map((value) => ({ at: value / top, text: words.count(value) }))}
        ticks={days.map(({ date }) => words.date(date))}
      >
        <div className={styles.bars}>
          {days.map((day, index) => (
            <div
              key={day.date}
              className={styles.bar}
              title={`${words.longDate(day.date)}: ${words.count(totals[index] ?? 0)}`}
            >
              {endings
                .toReversed()
                .filter((ending) => day.endings[ending] > 0)
                .map((ending) => (
                  <div
                    key={ending}
                    style={{ height: `${(100 * day.endings[ending]) / top}%`, backgroundColor: endingColours[ending] }}
                  />
                ))}
            </div>
          ))}
        </div>
      </PlotFrame>
      <ul className={styles.legend}>
        {endings.map((ending) => (
          <li key={ending} className={styles.item}>
            <span className={styles.swatch} style={{ backgroundColor: endingColours[ending] }} aria-hidden="true" />
            {t.endings[ending]}
          </li>
        ))}
      </ul>
    </>
  );
}
