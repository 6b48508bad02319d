/** An instant: milliseconds since 1970-01-01T00:00Z. Always an input, never read from a clock on this floor. */
export type Time = number;

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** What clock and calendar show at a place. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM`, from 00:00 to 23:59 */
  readonly clock: string;
  /** 0 Monday .. 6 Sunday */
  readonly weekday: number;
}

/** The local time of an instant in an IANA time zone. Throws a RangeError for an unknown zone. */
export function localTime(zone: string, at: Time): LocalTime {
  const [date = '', clock = ''] = formatterOf(zone).format(at).split(', ');
  return { date, clock, weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7 };
}

/** The calendar date of an instant in an IANA time zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, at: Time): string {
  return localTime(zone, at).date;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using it does, so one is kept for each zone. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, formatter);
  return formatter;
}
