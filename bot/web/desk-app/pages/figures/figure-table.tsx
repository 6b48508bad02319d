import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import type { Cell } from '../../../../domain/csv.ts';

/** A table once for the eye and once for a file. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What stands in a cell, and what of it goes to a CSV: numbers without the signs of a language. */
export interface TableCell {
  readonly shown: ReactNode;
  readonly value: Cell;
}

export function cell(value: Cell, shown: ReactNode = value): TableCell {
  return { value, shown };
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxHeight: 'min(640px, 80vh)', overflowY: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'right',
    verticalAlign: 'bottom',
    padding: '6px 8px',
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
  },
  cell: { padding: '6px 8px', textAlign: 'right', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { textAlign: 'left', minWidth: '7em' },
  long: { minWidth: '14em', overflowWrap: 'anywhere' },
  // The names stay in sight while a phone is pushed sideways through the figures.
  first: {
    position: 'sticky',
    left: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'break-word',
    '@media (max-width: 719px)': { maxWidth: '45vw' },
  },
  corner: { zIndex: 2, fontWeight: tokens.fontWeightSemibold },
});

/** The first column names the rows. */
export function FigureTable({ data, caption }: { readonly data: TableData; readonly caption: string }) {
  const styles = useStyles();
  const kinds = data.columns.map((_, column) => kindOf(data.rows.map((row) => row[column])));
  const styleOf = (column: number) =>
    kinds[column] === 'number' ? undefined : mergeClasses(styles.text, kinds[column] === 'long' && styles.long);
  return (
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {data.columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(
                  styles.head,
                  styleOf(index),
                  index === 0 && styles.first,
                  index === 0 && styles.corner,
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([name, ...rest], row) => (
            <tr key={`${String(name?.value)} ${row}`}>
              <th scope="row" className={mergeClasses(styles.cell, styleOf(0), styles.first)}>
                {name?.shown}
              </th>
              {rest.map(({ shown }, index) => (
                <td key={data.columns[index + 1]} className={mergeClasses(styles.cell, styleOf(index + 1))}>
                  {shown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Numbers stand right, under each other; names and longer texts left. */
function kindOf(cells: readonly (TableCell | undefined)[]): 'number' | 'text' | 'long' {
  const texts = cells.flatMap((each) => (typeof each?.value === 'string' ? [each] : []));
  if (texts.length === 0) return 'number';
  return texts.some(({ value, shown }) => String(typeof shown === 'string' ? shown : value).length > 24)
    ? 'long'
    : 'text';
}
