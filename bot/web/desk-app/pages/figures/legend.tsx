import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: '6px', fontSize: tokens.fontSizeBase200 },
  swatch: {
    flexShrink: 0,
    width: '14px',
    height: '14px',
    boxSizing: 'border-box',
    borderRadius: '3px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  line: { flexShrink: 0, width: '3px', height: '14px', backgroundColor: tokens.colorNeutralForeground1 },
});

export interface LegendItem {
  readonly name: string;
  /** A CSS background; `line`: the mark that RowBars puts on a bar. */
  readonly fill: string;
}

/** What the fills of a plot mean. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.legend}>
      {items.map(({ name, fill }) => (
        <li key={name} className={styles.item}>
          {fill === 'line' ? (
            <span className={styles.line} aria-hidden="true" />
          ) : (
            <span className={styles.swatch} style={{ background: fill }} aria-hidden="true" />
          )}
          {name}
        </li>
      ))}
    </ul>
  );
}
