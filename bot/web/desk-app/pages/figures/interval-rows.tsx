import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 9em) minmax(0, 1fr) minmax(0, 16em)',
    gridTemplateAreas: '"name rail value"',
    columnGap: '12px',
    alignItems: 'center',
    '@media (max-width: 719px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"name value" "rail rail"',
    },
  },
  first: { marginTop: '8px' },
  name: { gridArea: 'name', overflowWrap: 'break-word' },
  rail: {
    gridArea: 'rail',
    position: 'relative',
    height: '18px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  band: {
    position: 'absolute',
    top: '5px',
    bottom: '5px',
    backgroundColor: tokens.colorBrandStroke2,
    borderRadius: tokens.borderRadiusSmall,
  },
  point: {
    position: 'absolute',
    top: '50%',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    transform: 'translate(-50%, -50%)',
    backgroundColor: tokens.colorBrandForeground1,
    border: `2px solid ${tokens.colorNeutralBackground1}`,
  },
  value: {
    gridArea: 'value',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    textAlign: 'right',
  },
  small: { fontSize: tokens.fontSizeBase200 },
});

export interface IntervalRow {
  readonly name: string;
  readonly value: string;
  /** What stands below the value, smaller. */
  readonly detail: string;
  /** Shares (0..1) of the width; undefined when the figure is not shown. */
  readonly span: { readonly low: number; readonly value: number; readonly high: number } | undefined;
}

/** Figures with the bounds between which they lie, group by group, so that one sees whether they differ at all. */
export function IntervalRows({
  groups,
  title,
}: {
  readonly groups: readonly (readonly IntervalRow[])[];
  readonly title: string;
}) {
  const styles = useStyles();
  const said = groups.flat().map(({ name, value, detail }) => `${name}: ${value}, ${detail}`);
  return (
    <div className={styles.list} role="img" aria-label={`${title}: ${said.join('; ')}`}>
      {groups.flatMap((rows, group) =>
        rows.map(({ name, value, detail, span }, index) => (
          <div key={name} className={mergeClasses(styles.row, group > 0 && index === 0 && styles.first)}>
            <span className={styles.name}>{name}</span>
            <div className={styles.rail}>
              {span !== undefined && (
                <>
                  <span
                    className={styles.band}
                    style={{ left: `${100 * span.low}%`, width: `${100 * (span.high - span.low)}%` }}
                  />
                  <span className={styles.point} style={{ left: `${100 * span.value}%` }} />
                </>
              )}
            </div>
            <span className={styles.value}>
              {value} <span className={styles.small}>{detail}</span>
            </span>
          </div>
        )),
      )}
    </div>
  );
}
