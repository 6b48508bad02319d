/** One cell; numbers and yes or no are written as they are, nothing as an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * One line of CSV (RFC 4180), with its end. A text that a spreadsheet would take for a formula gets an apostrophe before it, also after
 * blanks, in full-width signs, and where a spreadsheet that separates with semicolons or tabs would begin a new cell: what
 * customers and channels name must never run at a manager's.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const defused = cell.replaceAll(formula, "$1'");
  return /[";,\t\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

const formula = /(^|[;\t\r\n])(?=[^\S;\t\r\n]*[=+\-@＝＋－＠])|^(?=[\t\r])/g;
