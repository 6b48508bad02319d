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
  scroll: { overflowX: 'auto', maxHeight: '420px', overflowY: 'auto' },
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
    padding: '6px 10px',
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
  },
  cell: { padding: '6px 10px', textAlign: 'right', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
});

/** The first column names the rows. */
export function FigureTable({ data, caption }: { readonly data: TableData; readonly caption: string }) {
  const styles = useStyles();
  return (
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {data.columns.map((column, index) => (
              <th key={column} scope="col" className={mergeClasses(styles.head, index === 0 && styles.first)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([name, ...rest], row) => (
            <tr key={`${String(name?.value)} ${row}`}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {name?.shown}
              </th>
              {rest.map(({ shown }, index) => (
                <td key={data.columns[index + 1]} className={styles.cell}>
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
