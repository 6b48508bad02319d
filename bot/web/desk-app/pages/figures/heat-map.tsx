import { makeStyles, tokens } from '@fluentui/react-components';

import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  table: {
    borderSpacing: '2px',
    width: '100%',
    tableLayout: 'fixed',
    '@media (max-width: 719px)': { borderSpacing: '1px' },
  },
  head: {
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'center',
    padding: 0,
    whiteSpace: 'nowrap',
  },
  day: {
    width: '34px',
    padding: 0,
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  cell: {
    height: '26px',
    padding: 0,
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground3,
    position: 'relative',
  },
  fill: { position: 'absolute', inset: 0, borderRadius: '3px', backgroundColor: tokens.colorBrandForeground1 },
  count: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  legend: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  shades: { display: 'flex', gap: '2px' },
  shade: {
    position: 'relative',
    width: '20px',
    height: '14px',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** Conversations by weekday and hour: the stronger the colour, the more. Read aloud it is the table that it is. */
export function HeatMap({ week, title }: { readonly week: readonly (readonly number[])[]; readonly title: string }) {
  const styles = useStyles();
  const words = useFigureWords();
  const t = useTexts(figuresTexts);
  const most = Math.max(1, ...week.flat());
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return (
    <>
      <table className={styles.table} aria-label={title}>
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
                const said = `${words.weekday(weekday)} ${hour}:00: ${words.count(count)}`;
                return (
                  <td key={hour} className={styles.cell} title={said}>
                    <div className={styles.fill} style={{ opacity: strength(count / most) }} />
                    <span className={styles.count}>{words.count(count)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend} aria-hidden="true">
        {words.count(0)}
        <span className={styles.shades}>
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <span key={share} className={styles.shade}>
              <span className={styles.fill} style={{ opacity: strength(share) }} />
            </span>
          ))}
        </span>
        {t.inOneHour(words.count(most))}
      </p>
    </>
  );
}

/** How strong the colour of a share of the most is; what is there at all is seen. */
function strength(share: number): number {
  return share === 0 ? 0 : 0.15 + 0.85 * share;
}
