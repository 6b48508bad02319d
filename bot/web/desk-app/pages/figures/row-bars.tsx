import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(60px, 1fr) auto',
    gap: '8px 10px',
    alignItems: 'center',
    margin: 0,
  },
  name: { overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums', minWidth: '1.5em' },
  rail: {
    position: 'relative',
    display: 'flex',
    height: '18px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  part: {
    height: '100%',
    minWidth: '2px',
    ':first-child': {
      borderTopLeftRadius: tokens.borderRadiusMedium,
      borderBottomLeftRadius: tokens.borderRadiusMedium,
    },
  },
  mark: {
    position: 'absolute',
    top: '-2px',
    bottom: '-2px',
    width: '3px',
    transform: 'translateX(-50%)',
    backgroundColor: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralBackground1}`,
  },
  value: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2, textAlign: 'right' },
});

export interface BarRow {
  readonly name: string;
  readonly value: string;
  /** Shares (0..1) of the longest bar there may be, with a CSS background each. */
  readonly parts: readonly { readonly share: number; readonly fill: string; readonly title?: string }[];
  /** A share that is marked on the bar, to compare with. */
  readonly mark?: number | undefined;
}

/** Lying bars, one below the other; read aloud they are names and values. */
export function RowBars({ rows, title }: { readonly rows: readonly BarRow[]; readonly title: string }) {
  const styles = useStyles();
  const label = `${title}: ${rows.map(({ name, value }) => `${name}: ${value}`).join('; ')}`;
  return (
    <div className={styles.list} role="img" aria-label={label}>
      {rows.map(({ name, value, parts, mark }) => (
        <Fragment key={name}>
          <span className={styles.name}>{name}</span>
          <div className={styles.rail}>
            {parts
              .filter(({ share }) => share > 0)
              .map(({ share, fill, title: hint }) => (
                <div
                  key={fill}
                  className={styles.part}
                  title={hint}
                  style={{ width: `${100 * share}%`, background: fill }}
                />
              ))}
            {mark !== undefined && <span className={styles.mark} style={{ left: `${100 * mark}%` }} />}
          </div>
          <span className={styles.value}>{value}</span>
        </Fragment>
      ))}
    </div>
  );
}
