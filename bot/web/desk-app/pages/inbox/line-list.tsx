import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';

import type { DeskLine } from '../../../../service/desk-line.ts';
import { LineRow } from './line-row.tsx';

const useStyles = makeStyles({
  box: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', contain: 'strict' },
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

export interface LineListProps {
  readonly label: string;
  readonly lines: readonly DeskLine[];
  readonly chosenId: string | undefined;
  readonly hrefOf: (line: DeskLine) => string;
}

/** A row's height before it is drawn, in pixels. */
const usualHeight = 94;

/** A list of any length, of which only what is seen is drawn; arrow keys, Home and End go through it. */
export function LineList({ label, lines, chosenId, hrefOf }: LineListProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(undefined);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 6,
  });

  const chosenIndex = lines.findIndex(({ id }) => id === chosenId);
  useEffect(() => {
    if (chosenIndex >= 0) rows.scrollToIndex(chosenIndex, { align: 'auto' });
    // Only when another one is chosen: whoever scrolls on meanwhile is left alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenId]);

  // The row that a key went to is drawn only after the list has scrolled to it.
  useEffect(() => {
    if (wanted.current !== undefined && focusRow(wanted.current)) wanted.current = undefined;
  });

  function focusRow(index: number): boolean {
    const link = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    link?.focus({ preventScroll: true });
    return link instanceof HTMLElement;
  }

  function moved(event: KeyboardEvent): void {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]');
    const here = Number(row?.dataset['index'] ?? -1);
    const last = lines.length - 1;
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    const index = Math.min(Math.max(to, 0), last);
    rows.scrollToIndex(index, { align: 'auto' });
    wanted.current = focusRow(index) ? undefined : index;
  }

  return (
    // The keys are those of the links in it, heard where all of them pass; the box itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.box} ref={box} onKeyDown={moved}>
      <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label={label}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
            >
              <LineRow line={line} href={hrefOf(line)} chosen={line.id === chosenId ? 'chosen' : undefined} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
