import { localTime, type Time } from './time.ts';

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
  const { date, weekday, clock } = localTime(hours.zone, at);
  if (hours.closures.includes(date)) return false;
  return hours.week[weekdays[weekday] ?? 'monday'].some(({ from, to }) => from <= clock && clock < to);
}
