import { makeStyles, tokens } from '@fluentui/react-components';

import { pointsOf, scaleFacts } from '../../../../domain/rating.ts';
import type { Satisfaction } from '../../../../domain/satisfaction.ts';
import { useFigureWords } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'auto 1fr auto', gap: '8px 10px', alignItems: 'center', margin: 0 },
  name: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: '1.5em' },
  rail: { height: '18px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  bar: { height: '100%', borderRadius: tokens.borderRadiusMedium, minWidth: '2px' },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

/** How many of each point, best first; those that count as good in the brand's colour. */
export function DistributionBars({ figures, title }: { readonly figures: Satisfaction; readonly title: string }) {
  const styles = useStyles();
  const words = useFigureWords();
  const { scale, n, distribution } = figures;
  const most = Math.max(1, ...distribution);
  const points = pointsOf(scale).map((point, index) => ({ point, count: distribution[index] ?? 0 }));
  const label = `${title}: ${points.map(({ point, count }) => `${point}: ${words.count(count)}`).join(', ')}`;
  return (
    <div className={styles.list} role="img" aria-label={label}>
      {points.toReversed().flatMap(({ point, count }) => [
        <span key={`${point} name`} className={styles.name}>
          {point}
        </span>,
        <div key={`${point} rail`} className={styles.rail}>
          {count > 0 && (
            <div
              className={styles.bar}
              style={{
                width: `${(100 * count) / most}%`,
                backgroundColor:
                  point >= scaleFacts[scale].goodFrom
                    ? tokens.colorBrandForeground1
                    : tokens.colorNeutralStroke1Pressed,
              }}
            />
          )}
        </div>,
        <span key={`${point} count`} className={styles.count}>
          {words.count(count)} ({words.percent(n === 0 ? 0 : count / n)})
        </span>,
      ])}
    </div>
  );
}
