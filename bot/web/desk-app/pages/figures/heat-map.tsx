import { makeStyles, tokens } from '@fluentui/react-components';

import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderSpacing: '2px', width: '100%', minWidth: '520px', tableLayout: 'fixed' },
  head: {
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'center',
    padding: 0,
  },
  day: { width: '40px', textAlign: 'left', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  cell: {
    height: '26px',
    padding: 0,
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground3,
    position: 'relative',
  },
  fill: { position: 'absolute', inset: 0, borderRadius: '3px', backgroundColor: tokens.colorBrandForeground1 },
  count: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Conversations by weekday and hour: the darker, the more. Read aloud it is the table that it is. */
export function HeatMap({ week, title }: { readonly week: readonly (readonly number[])[]; readonly title: string }) {
  const styles = useStyles();
  const words = useFigureWords();
  const t = useTexts(figuresTexts);
  const most = Math.max(1, ...week.flat());
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return (
    <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.day}>
              <span className={styles.count}>{t.day}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className={styles.head}>
                {hour % 3 === 0 ? hour : <span className={styles.count}>{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.map((counts, weekday) => (
            <tr key={weekday}>
              <th scope="row" className={styles.day}>
                {words.weekday(weekday)}
              </th>
              {hours.map((hour) => {
                const count = counts[hour] ?? 0;
                const said = `${words.weekday(weekday)} ${hour}: ${words.count(count)}`;
                return (
                  <td key={hour} className={styles.cell} title={said}>
                    <div className={styles.fill} style={{ opacity: count === 0 ? 0 : 0.15 + (0.85 * count) / most }} />
                    <span className={styles.count}>{words.count(count)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
