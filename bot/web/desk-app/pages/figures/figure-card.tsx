import { Button, Card, makeStyles, mergeClasses, Subtitle2, tokens, ToggleButton } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useId, useState, type ReactNode } from 'react';

import { csvLine } from '../../../../domain/csv.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import { FigureTable, type TableData } from './figure-table.tsx';

const useStyles = makeStyles({
  card: { padding: '20px', gap: '12px', minWidth: 0, '@media (max-width: 719px)': { padding: '16px' } },
  open: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  wide: { gridColumnStart: '1', gridColumnEnd: '-1' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  titles: { flex: '1 1 180px', minWidth: 0 },
  title: { margin: 0 },
  note: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface FigureCardProps {
  readonly title: string;
  readonly note?: string;
  /** The name of the file, without its ending. */
  readonly file: string;
  readonly data: TableData;
  /** `open`: what is shown instead of the table has cards of its own. */
  readonly frame?: 'card' | 'open';
  /** What chooses among the rows, over plot and table. */
  readonly tools?: ReactNode;
  /** The plot; without one the table stands there from the beginning. */
  readonly children?: ReactNode;
}

/** A plot that is a table too, and a file for a spreadsheet. */
export function FigureCard({ title, note, file, data, frame = 'card', tools, children }: FigureCardProps) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const id = useId();
  const [table, setTable] = useState(false);
  const hasPlot = children !== undefined;
  const shown = hasPlot && !table ? children : <FigureTable data={data} caption={title} />;
  const head = (
    <div className={styles.head}>
      <div className={styles.titles}>
        <Subtitle2 as="h2" id={id} className={styles.title}>
          {title}
        </Subtitle2>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {hasPlot && (
        <ToggleButton
          appearance="subtle"
          icon={<TableRegular />}
          checked={table}
          aria-label={`${t.showTable}: ${title}`}
          title={t.showTable}
          onClick={() => setTable(!table)}
        />
      )}
      <Button
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        aria-label={`${t.csv}: ${title}`}
        title={t.csv}
        onClick={() => download(file, data)}
      />
    </div>
  );
  if (frame === 'open') {
    return (
      <section className={styles.open} aria-labelledby={id}>
        {head}
        {table ? <Card className={styles.card}>{shown}</Card> : shown}
      </section>
    );
  }
  return (
    <Card
      className={mergeClasses(styles.card, data.columns.length > 7 && (table || !hasPlot) && styles.wide)}
      role="region"
      aria-labelledby={id}
    >
      {head}
      {tools}
      {shown}
    </Card>
  );
}

/** With the mark by which spreadsheets know UTF-8. */
function download(file: string, { columns, rows }: TableData): void {
  const lines = [csvLine(columns), ...rows.map((row) => csvLine(row.map(({ value }) => value)))];
  const url = URL.createObjectURL(new Blob([`\uFEFF${lines.join('')}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${file}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
