import type { Period } from '../domain/figures.ts';
import { dateAfter, dateIn, day, instantOf, type Time } from '../domain/time.ts';

/** A period as people name it: `today`, the last so many days with today, this `month`, or dates, both inclusive. */
export type NamedPeriod = 'today' | 'month' | `${number}d` | { readonly from: string; readonly to: string };

/** Most days of a period. */
export const longestDays = 3_660;

/** The instants of a named period in the shop's zone. */
export function periodOf(named: NamedPeriod, zone: string, now: Time): Period {
  const today = dateIn(zone, now);
  const { from, to } = datesOf(named, today);
  return { from: instantOf(zone, from, '00:00'), to: instantOf(zone, dateAfter(to), '00:00') };
}

function datesOf(named: NamedPeriod, today: string): { readonly from: string; readonly to: string } {
  if (typeof named === 'object') return named;
  if (named === 'today') return { from: today, to: today };
  if (named === 'month') return { from: `${today.slice(0, 8)}01`, to: today };
  return { from: daysBefore(today, Number.parseInt(named, 10) - 1), to: today };
}

/** The date so many days before a date `YYYY-MM-DD`. */
function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * day).toISOString().slice(0, 10);
}
