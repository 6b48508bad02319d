import { planOn, type OpeningHours } from './hours.ts';
import { dateAfter, dateIn, day, instantOf, type Time } from './time.ts';

/*
 * How long something took while people were at the desk: a question asked on Friday night and answered on Monday morning at
 * ten past nine was answered in ten minutes. Arithmetic over hours.yaml; the hours of today are taken for the past, too.
 */

/** Milliseconds of opening time between two instants, of which the second is not before the first. */
export type OpeningTime = (from: Time, to: Time) => number;

/** Lays out the opening hours once, from `first` to `last`; instants outside count as if it were closed there. */
export function openingTime(hours: OpeningHours, first: Time, last: Time): OpeningTime {
  const { starts, ends, before } = layOut(hours, first, last);
  const openUntil = (at: Time) => {
    const place = lastAtOrBefore(starts, at);
    return place < 0 ? 0 : before[place]! + Math.min(at, ends[place]!) - starts[place]!;
  };
  return (from, to) => openUntil(to) - openUntil(from);
}

function layOut(hours: OpeningHours, first: Time, last: Time) {
  const starts: Time[] = [];
  const ends: Time[] = [];
  /** How long it was open before each start. */
  const before: number[] = [];
  let total = 0;
  // A slot that begins on the day before may reach into the first day where clocks differ; the day after likewise.
  const end = dateIn(hours.zone, last + day);
  for (let date = dateIn(hours.zone, first - day); date <= end; date = dateAfter(date)) {
    for (const slot of planOn(hours, date).slots) {
      const start = instantOf(hours.zone, date, slot.from);
      const stop =
        slot.to === '24:00' ? instantOf(hours.zone, dateAfter(date), '00:00') : instantOf(hours.zone, date, slot.to);
      starts.push(start);
      ends.push(stop);
      before.push(total);
      total += stop - start;
    }
  }
  return { starts, ends, before };
}

/** The place of the last of ascending values that is not above `value`; -1 when all are. */
function lastAtOrBefore(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
