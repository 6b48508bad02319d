import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { alwaysOpen, closesAt, isOpen, type OpeningHours } from '../../bot/domain/hours.ts';
import { localTime } from '../../bot/domain/time.ts';

const shop: OpeningHours = {
  zone: 'Europe/Rome',
  week: {
    ...alwaysOpen.week,
    monday: [
      { from: '09:00', to: '13:00' },
      { from: '15:30', to: '19:30' },
    ],
    sunday: [],
  },
  closures: ['2026-12-25'],
};

describe('the desk closes next', () => {
  test.each([
    ['2026-11-23T09:00:00+01:00', '2026-11-23T13:00:00+01:00', 'at lunch'],
    ['2026-11-23T12:59:59.999+01:00', '2026-11-23T13:00:00+01:00', 'in a moment'],
    ['2026-11-23T13:00:00+01:00', '2026-11-23T13:00:00+01:00', 'now, for lunch has begun'],
    ['2026-11-22T12:00:00+01:00', '2026-11-22T12:00:00+01:00', 'now, on a Sunday'],
    ['2026-11-23T19:00:00+01:00', '2026-11-23T19:30:00+01:00', 'in the evening'],
    ['2026-12-22T10:00:00+01:00', '2026-12-25T00:00:00+01:00', 'at Christmas, after days and nights without a break'],
    ['2026-07-06T16:00:00Z', '2026-07-06T17:30:00Z', 'in summer, by the clock of the place'],
  ])('seen from %s: %s (%s)', (at, closes) => {
    expect(new Date(closesAt(shop, Date.parse(at)) ?? NaN)).toEqual(new Date(closes));
  });

  test('never, when it is always open', () => {
    expect(closesAt(alwaysOpen, Date.parse('2026-11-23T09:00:00Z'))).toBeUndefined();
  });

  test('at an instant when it is closed, and not while it is open before', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const at = instant.getTime();
        const closes = closesAt(shop, at) ?? NaN;
        expect([isOpen(shop, closes), closes > at]).toEqual([false, isOpen(shop, at)]);
        expect(closes === at || isOpen(shop, closes - 1)).toBe(true);
      }),
    );
  });
});

describe('the shop', () => {
  test.each([
    ['2026-11-23T08:59:00+01:00', false, 'a minute before it opens'],
    ['2026-11-23T09:00:00+01:00', true, 'as it opens'],
    ['2026-11-23T12:59:00+01:00', true, 'before lunch'],
    ['2026-11-23T13:00:00+01:00', false, 'as lunch begins'],
    ['2026-11-23T16:00:00+01:00', true, 'after lunch'],
    ['2026-11-22T12:00:00+01:00', false, 'on Sunday'],
    ['2026-11-27T23:59:00+01:00', true, 'on a day that is open until midnight'],
    ['2026-12-25T12:00:00+01:00', false, 'at Christmas, a Friday'],
    ['2026-07-06T07:30:00Z', true, 'in summer, when Rome is two hours ahead'],
    ['2026-07-06T06:59:00Z', false, 'in summer, a minute before it opens'],
  ])('at %s is open: %s (%s)', (at, open) => {
    expect(isOpen(shop, Date.parse(at))).toBe(open);
  });

  test('that is always open is open at every instant', () => {
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), (at) => isOpen(alwaysOpen, at.getTime())));
  });
});

test('local time is that of the zone: on the night of the change the clock goes from 01:59 to 03:00', () => {
  const before = Date.parse('2026-03-29T00:59:00Z');
  expect(localTime('Europe/Rome', before)).toEqual({ date: '2026-03-29', clock: '01:59', weekday: 6 });
  expect(localTime('Europe/Rome', before + 60_000)).toEqual({ date: '2026-03-29', clock: '03:00', weekday: 6 });
});
