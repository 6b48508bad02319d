/** An instant: milliseconds since 1970-01-01T00:00Z. Always an input, never read from a clock on this floor. */
export type Time = number;

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** The calendar date of an instant in an IANA time zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, at: Time): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}
