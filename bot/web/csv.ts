/** A line of a CSV file (RFC 4180). A value that a spreadsheet would take for a formula is told to be a text. */
export function csvLine(values: readonly (string | undefined)[]): string {
  return `${values.map((value = '') => quoted(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)).join(',')}\r\n`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
