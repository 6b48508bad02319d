import { localTime, minute, type Time } from './time.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** A span of one day in local time, `HH:MM`, from inclusive, to exclusive. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

/** When people are at the desk; editors set it in intents/hours.yaml. */
export interface OpeningHours {
  /** IANA name, such as `Europe/Rome`. */
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Slot[]>>;
  /** Dates `YYYY-MM-DD` on which nobody is there. */
  readonly closures: readonly string[];
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
  closures: [],
};

/** Tells whether people are at the desk at an instant. */
export function isOpen(hours: OpeningHours, at: Time): boolean {
  return slotAt(hours, at) !== undefined;
}

/**
 * The first instant from `at` on when nobody is at the desk: `at` itself when it is closed then, undefined when it stays
 * open for a week. On the night when the clock changes it may be an hour late.
 */
export function closesAt(hours: OpeningHours, at: Time): Time | undefined {
  let next = at;
  for (let slots = 0; slots < longestRun; slots += 1) {
    const slot = slotAt(hours, next);
    if (slot === undefined) return next;
    const left = minutesOf(slot.to) - minutesOf(localTime(hours.zone, next).clock);
    next = (Math.floor(next / minute) + left) * minute;
  }
  return undefined;
}

/** Slots that may follow each other without a gap before the desk counts as always open. */
const longestRun = 8;

function slotAt({ zone, week, closures }: OpeningHours, at: Time): Slot | undefined {
  const { date, weekday, clock } = localTime(zone, at);
  if (closures.includes(date)) return undefined;
  return week[weekdays[weekday] ?? 'monday'].find(({ from, to }) => from <= clock && clock < to);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
