import { italianHoliday } from './holidays.ts';
import type { Localized } from './language.ts';
import { dateAfter, dateIn, day, localTime, minute, offsetAt, type Time } from './time.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** A span of one day in local time, `HH:MM`, from inclusive, to exclusive. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

/** Days on which nobody is there: dates `YYYY-MM-DD`, both inclusive, or a day `MM-DD` of every year. */
export type Closure = (
  | { readonly from: string; readonly to: string }
  /** Such as the feast of the town's saint. */
  | { readonly every: string }
) & {
  readonly reason?: Localized<string>;
};

/** When people are at the desk; editors set it in intents/hours.yaml. */
export interface OpeningHours {
  /** IANA name, such as `Europe/Rome`. */
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Slot[]>>;
  /** The country whose public holidays are closures. */
  readonly holidays: 'it' | 'none';
  readonly closures: readonly Closure[];
  /** Dates `YYYY-MM-DD` with hours of their own, whatever else is said of them. */
  readonly extra: Readonly<Record<string, readonly Slot[]>>;
}

const allDay: readonly Slot[] = [{ from: '00:00', to: '24:00' }];

/** The default without intents/hours.yaml. */
export const alwaysOpen: OpeningHours = {
  zone: 'Europe/Rome',
  week: {
    monday: allDay,
    tuesday: allDay,
    wednesday: allDay,
    thursday: allDay,
    friday: allDay,
    saturday: allDay,
    sunday: allDay,
  },
  holidays: 'none',
  closures: [],
  extra: {},
};

/** The hours of one date, and what makes them so; without slots nobody is there all day. */
export type DayPlan = { readonly slots: readonly Slot[] } & (
  | { readonly because: 'week' | 'extra' }
  | { readonly because: 'holiday'; readonly name: Localized<string> }
  | { readonly because: 'closure'; readonly reason?: Localized<string> }
);

/** The plan of a date `YYYY-MM-DD`: hours of its own count first, then closures, then public holidays, then the week. */
export function planOn({ week, holidays, closures, extra }: OpeningHours, date: string): DayPlan {
  const own = extra[date];
  if (own !== undefined) return { because: 'extra', slots: own };
  const closure = closures.find((each) => ('every' in each ? date.slice(5) === each.every : covers(each, date)));
  if (closure !== undefined) {
    return { because: 'closure', slots: [], ...(closure.reason !== undefined && { reason: closure.reason }) };
  }
  const name = holidays === 'it' ? italianHoliday(date) : undefined;
  if (name !== undefined) return { because: 'holiday', slots: [], name };
  return { because: 'week', slots: week[weekdayOf(date)] };
}

/** Tells whether people are at the desk at an instant. */
export function isOpen(hours: OpeningHours, at: Time): boolean {
  return slotAt(hours, at) !== undefined;
}

/**
 * The first instant from `at` on when nobody is at the desk: `at` itself when it is closed then, undefined when it stays
 * open for a week.
 */
export function closesAt(hours: OpeningHours, at: Time): Time | undefined {
  let next = at;
  for (let slots = 0; slots < longestRun; slots += 1) {
    const slot = slotAt(hours, next);
    if (slot === undefined) return next;
    next = endOf(hours, slot, next);
  }
  return undefined;
}

/**
 * The first instant from `at` on when people are at the desk: `at` itself when they are there then, undefined when nobody
 * comes within a year.
 */
export function nextOpening(hours: OpeningHours, at: Time): Time | undefined {
  if (isOpen(hours, at)) return at;
  let date = dateIn(hours.zone, at);
  for (let days = 0; days <= horizon; days += 1) {
    const opening = openingOn(hours, date, at);
    if (opening !== undefined) return opening;
    date = dateAfter(date);
  }
  return undefined;
}

/**
 * One working day after an instant: a day after people are next at the desk, or, when they are not there then, as soon as
 * they are again. Without any opening within a year, a day.
 */
export function workingDayAfter(hours: OpeningHours, at: Time): Time {
  const later = (nextOpening(hours, at) ?? at) + day;
  return nextOpening(hours, later) ?? later;
}

/** Slots that may follow each other without a gap before the desk counts as always open. */
const longestRun = 8;

/** Days that are searched for an opening. */
const horizon = 366;

/** The first opening on a date, at or after an instant at which it is closed. */
function openingOn(hours: OpeningHours, date: string, after: Time): Time | undefined {
  const { slots } = planOn(hours, date);
  if (slots.length === 0) return undefined;
  const start = offsetsOf(hours.zone, date);
  if (start.before !== start.after) return scanFor(hours, date, after);
  const openings = slots.map(({ from }) => Date.parse(`${date}T${from}:00Z`) - start.before);
  return openings.toSorted((one, other) => one - other).find((opening) => opening >= after);
}

/** On a date on which the clocks change, an hour may be missing or come twice: then only looking at each minute is right. */
function scanFor(hours: OpeningHours, date: string, after: Time): Time | undefined {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const first = Math.max(Math.ceil(after / minute) * minute, midnight - day);
  for (let at = first; at < midnight + 2 * day; at += minute) {
    if (isOpen(hours, at) && dateIn(hours.zone, at) === date) return at;
  }
  return undefined;
}

/** When the slot in which an instant lies ends; on a date on which the clocks change it may end before its hour. */
function endOf(hours: OpeningHours, slot: Slot, at: Time): Time {
  const { date, clock } = localTime(hours.zone, at);
  const { before, after } = offsetsOf(hours.zone, date);
  const began = Math.floor(at / minute) * minute;
  if (before === after) return began + (minutesOf(slot.to) - minutesOf(clock)) * minute;
  let next = began + minute;
  while (isOpen(hours, next) && dateIn(hours.zone, next) === date) next += minute;
  return next;
}

/** The offsets of a zone shortly before and shortly after a date: they differ when its clocks change around it. */
function offsetsOf(zone: string, date: string) {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return { before: offsetAt(zone, noon - 1.5 * day), after: offsetAt(zone, noon + 1.5 * day) };
}

function slotAt(hours: OpeningHours, at: Time): Slot | undefined {
  const { date, clock } = localTime(hours.zone, at);
  return planOn(hours, date).slots.find(({ from, to }) => from <= clock && clock < to);
}

function covers({ from, to }: { readonly from: string; readonly to: string }, date: string): boolean {
  return from <= date && date <= to;
}

function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekdays[(sundayFirst + 6) % 7] ?? 'monday';
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
