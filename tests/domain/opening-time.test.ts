import { expect, test } from 'vitest';
import { alwaysOpen, type OpeningHours } from '../../bot/domain/hours.ts';
import { openingTime } from '../../bot/domain/opening-time.ts';
import { minute } from '../../bot/domain/time.ts';

const slot = [{ from: '09:00', to: '18:00' }];
const office: OpeningHours = {
  ...alwaysOpen,
  week: { monday: slot, tuesday: slot, wednesday: slot, thursday: slot, friday: slot, saturday: [], sunday: [] },
};

const minutesOpen = (hours: OpeningHours, from: string, to: string) => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return openingTime(hours, first, last)(first, last) / minute;
};

test.each([
  ['Friday night to Monday ten past nine', '2026-11-20T20:00:00+01:00', '2026-11-23T09:10:00+01:00', 10],
  ['within one day', '2026-11-23T10:00:00+01:00', '2026-11-23T11:30:00+01:00', 90],
  ['over a night', '2026-11-23T17:30:00+01:00', '2026-11-24T09:15:00+01:00', 45],
  ['outside of the hours alone', '2026-11-21T10:00:00+01:00', '2026-11-22T10:00:00+01:00', 0],
  ['over the end of summer time', '2026-10-23T17:00:00+02:00', '2026-10-26T10:00:00+01:00', 120],
])('%s', (_, from, to, expected) => {
  expect(minutesOpen(office, from, to)).toBe(expected);
});

test('where it is always open, all time counts, on a day of 25 hours too', () => {
  expect(minutesOpen(alwaysOpen, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(25 * 60);
});
