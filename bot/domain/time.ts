/** An instant: milliseconds since 1970-01-01T00:00Z. Always an input, never read from a clock on this floor. */
export type Time = number;

export const minute = 60_000;
/** Offsets of all time zones are whole quarters of an hour. */
export const quarter = 15 * minute;
export const hour = 60 * minute;
export const day = 24 * hour;

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

/** The calendar date after `YYYY-MM-DD`. */
export function dateAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10);
}

/**
 * By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. Zones of our time differ from UTC by
 * whole minutes.
 */
export function offsetAt(zone: string, at: Time): number {
  const { date, clock } = localTime(zone, at);
  return Date.parse(`${date}T${clock}:00Z`) - Math.floor(at / minute) * minute;
}

/**
 * The instant at which the clocks of a zone show a date and a time. Of an hour that comes twice it is the first; for one that
 * is left out, the clocks count on as they went before.
 */
export function instantOf(zone: string, date: string, clock: string): Time {
  const shown = Date.parse(`${date}T${clock}:00Z`);
  const [before, after] = [offsetAt(zone, shown - day), offsetAt(zone, shown + day)];
  const fits = [shown - before, shown - after].find((at) => at + offsetAt(zone, at) === shown);
  return fits ?? shown - before;
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
