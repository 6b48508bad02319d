import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  alwaysOpen,
  closesAt,
  isOpen,
  nextOpening,
  planOn,
  weekdays,
  workingDayAfter,
  type OpeningHours,
} from '../../bot/domain/hours.ts';
import { instantOf, localTime, minute } from '../../bot/domain/time.ts';

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
  holidays: 'none',
  closures: [{ from: '2026-12-25', to: '2026-12-25' }],
  extra: {},
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

test('a time of the clock is found again, once when it comes twice, and counted on when it never comes', () => {
  const rome = (date: string, clock: string) => new Date(instantOf('Europe/Rome', date, clock)).toISOString();
  expect(rome('2026-11-23', '10:00')).toBe('2026-11-23T09:00:00.000Z');
  expect(rome('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(rome('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
});

const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const office: OpeningHours = {
  zone: 'Europe/Rome',
  week: { ...shop.week, saturday: [{ from: '09:00', to: '13:00' }], sunday: [] },
  holidays: 'it',
  closures: [
    { from: '2026-12-24', to: '2026-12-24', reason: { it: 'la vigilia', en: 'Christmas Eve' } },
    { from: '2027-08-09', to: '2027-08-20' },
    { every: '12-07', reason: { it: 'Sant’Ambrogio', en: 'Saint Ambrose' } },
  ],
  extra: { '2026-12-20': [{ from: '10:00', to: '18:00' }], '2026-12-25': [{ from: '10:00', to: '11:00' }] },
};

describe('the plan of a day', () => {
  test.each([
    ['2026-11-23', { because: 'week', slots: shop.week.monday }],
    ['2026-11-22', { because: 'week', slots: [] }],
    ['2026-12-26', { because: 'holiday', slots: [], name: { it: 'Santo Stefano', en: 'Saint Stephen’s Day' } }],
    ['2026-12-24', { because: 'closure', slots: [], reason: { it: 'la vigilia', en: 'Christmas Eve' } }],
    ['2027-08-20', { because: 'closure', slots: [] }],
    ['2031-12-07', { because: 'closure', slots: [], reason: { it: 'Sant’Ambrogio', en: 'Saint Ambrose' } }],
    ['2026-12-20', { because: 'extra', slots: [{ from: '10:00', to: '18:00' }] }],
    ['2026-12-25', { because: 'extra', slots: [{ from: '10:00', to: '11:00' }] }],
  ])('%s: %o', (date, plan) => {
    expect(planOn(office, date)).toEqual(plan);
  });

  test('has no public holidays where none are asked for', () => {
    expect(planOn({ ...office, holidays: 'none' }, '2026-12-26').because).toBe('week');
  });
});

describe('the desk opens next', () => {
  test.each([
    ['2026-11-23T10:00:00+01:00', '2026-11-23T10:00:00+01:00', 'now'],
    ['2026-11-23T13:00:00+01:00', '2026-11-23T15:30:00+01:00', 'after lunch'],
    ['2026-11-22T21:00:00+01:00', '2026-11-23T09:00:00+01:00', 'on Monday'],
    ['2026-12-05T20:00:00+01:00', '2026-12-09T00:00:00+01:00', 'after a weekend, a saint and the Immacolata'],
    ['2026-12-25T12:00:00+01:00', '2026-12-28T09:00:00+01:00', 'after Christmas'],
    ['2027-03-27T14:00:00+01:00', '2027-03-30T00:00:00+02:00', 'after Easter, by summer time'],
  ])('seen from %s: %s (%s)', (at, opens) => {
    expect(new Date(nextOpening(office, Date.parse(at)) ?? NaN)).toEqual(new Date(opens));
  });

  test('never, when no day has hours', () => {
    expect(nextOpening({ ...office, week: closed, extra: {} }, Date.parse('2027-01-01T00:00:00Z'))).toBeUndefined();
  });

  const time = (most: number) =>
    fc
      .integer({ min: 0, max: most })
      .map(
        (quarters) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarters % 4]}`,
      );
  const slots = fc
    .uniqueArray(time(96), { minLength: 0, maxLength: 6 })
    .map((times) => times.toSorted())
    .map((times) => times.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: times[index + 1] ?? '' }] : [])))
    .map((all) => all.filter(({ to }) => to !== ''));
  const anyHours = fc.record({
    zone: fc.constantFrom(
      'Europe/Rome',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
    ),
    week: fc.record(
      Object.fromEntries(weekdays.map((day) => [day, slots])) as Record<(typeof weekdays)[number], typeof slots>,
    ),
    holidays: fc.constantFrom('it' as const, 'none' as const),
    closures: fc.constantFrom([], [{ from: '2026-10-24', to: '2026-10-25' }]),
    extra: fc.constantFrom({}, { '2026-03-29': [{ from: '02:15', to: '02:45' }] }),
  });
  /** Around the nights on which clocks change in those zones, and any other time. */
  const instants = fc
    .tuple(
      fc.constantFrom(
        '2026-03-29',
        '2026-10-25',
        '2026-03-08',
        '2026-11-01',
        '2026-04-05',
        '2026-10-04',
        '2026-02-15',
        '2026-07-05',
      ),
      fc.integer({ min: -2 * 86_400_000, max: 86_400_000 }),
    )
    .map(([date, shift]) => Date.parse(`${date}T00:00:00Z`) + shift);

  test('at the instant that looking minute by minute finds, on nights when the clocks change too', () => {
    fc.assert(
      fc.property(anyHours, instants, (hours, at) => {
        const opens = nextOpening(hours, at);
        const found = firstMinute(at, 3, (each) => isOpen(hours, each));
        expect(
          found === undefined ? opens === undefined || opens > at + 3 * 86_400_000 - minute : opens === found,
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('and it closes at the instant that looking minute by minute finds', () => {
    fc.assert(
      fc.property(anyHours, instants, (hours, at) => {
        const closes = closesAt(hours, at);
        const found = firstMinute(at, 3, (each) => !isOpen(hours, each));
        expect(found === undefined ? closes === undefined || closes > at + 2 * 86_400_000 : closes === found).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** The obvious slow way: the instant itself, then each full minute of some days. */
function firstMinute(at: number, days: number, holds: (at: number) => boolean): number | undefined {
  if (holds(at)) return at;
  const end = at + days * 86_400_000;
  for (let each = (Math.floor(at / minute) + 1) * minute; each < end; each += minute) if (holds(each)) return each;
  return undefined;
}

describe('one working day later', () => {
  test.each([
    ['2026-11-23T10:00:00+01:00', '2026-11-24T10:00:00+01:00', 'the same time of the next day'],
    ['2026-11-22T21:00:00+01:00', '2026-11-24T09:00:00+01:00', 'Sunday counts from Monday morning'],
    ['2026-11-27T18:00:00+01:00', '2026-11-30T09:00:00+01:00', 'a Friday evening: Saturday afternoon is closed'],
    ['2026-12-23T10:00:00+01:00', '2026-12-25T10:00:00+01:00', 'over a day of closing'],
  ])('than %s is %s (%s)', (at, then) => {
    expect(new Date(workingDayAfter(office, Date.parse(at)))).toEqual(new Date(then));
  });

  test('is a day later where nobody ever is', () => {
    expect(workingDayAfter({ ...office, week: closed, extra: {} }, 0)).toBe(86_400_000);
  });
});
