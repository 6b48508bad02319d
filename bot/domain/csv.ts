/** One cell; numbers and yes or no are written as they are, nothing as an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * One line of CSV (RFC 4180), with its end. A text that a spreadsheet would take for a formula gets an apostrophe before it: what
 * customers and channels name must never run at a manager's.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const defused = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
