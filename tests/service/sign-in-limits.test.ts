import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSignInLimits, defaultLimits } from '../../bot/service/sign-in-limits.ts';

const second = 1000;

test('five attempts of an address on a login are free, then each next one waits twice as long, up to a quarter of an hour', () => {
  const limits = createSignInLimits();
  const waits: number[] = [];
  let now = 0;
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    const until = limits.attempt('giulia', '10.0.0.1', now) ?? now;
    waits.push((until - now) / second);
    if (until > now) limits.attempt('giulia', '10.0.0.1', until);
    now = until;
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test('a success forgives its login', () => {
  const limits = createSignInLimits();
  for (let attempt = 0; attempt < 4; attempt += 1) limits.attempt('giulia', '10.0.0.1', 0);
  limits.succeeded('giulia', '10.0.0.1');
  const next = Array.from({ length: 5 }, () => limits.attempt('giulia', '10.0.0.1', 1));
  expect(next).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('who guesses from elsewhere, and for however long, does not lock the agent out', () => {
  const limits = createSignInLimits();
  const day = 24 * 60 * 60 * second;
  for (let now = 0; now < 3 * day; now += 10 * second) limits.attempt('giulia', '203.0.113.9', now);
  expect(limits.attempt('giulia', '203.0.113.9', 3 * day)).toBeGreaterThan(3 * day);
  expect(limits.attempt('giulia', '10.0.0.1', 3 * day)).toBeUndefined();
});

test('guesses from many addresses on one login are a hundred an hour, and an address where it signed in before passes', () => {
  const limits = createSignInLimits();
  limits.succeeded('giulia', '10.0.0.1');
  const taken = Array.from({ length: 250 }, (_, index) => limits.attempt('giulia', `203.0.113.${index}`, second));
  expect(taken.filter((until) => until === undefined).length).toBe(100);
  expect(taken.at(-1)).toBe(defaultLimits.hour + second);
  expect(limits.attempt('giulia', '10.0.0.2', 2 * second)).toBe(defaultLimits.hour + second);
  expect(limits.attempt('giulia', '10.0.0.1', 2 * second)).toBeUndefined();
  expect(limits.attempt('luca', '10.0.0.2', 2 * second)).toBeUndefined();
  expect(limits.attempt('giulia', '10.0.0.2', defaultLimits.hour + second)).toBeUndefined();
});

test('an address where an agent signed in before is no free pass for guesses', () => {
  const limits = createSignInLimits();
  limits.succeeded('giulia', '10.0.0.1');
  const tries = Array.from({ length: 6 }, () => limits.attempt('giulia', '10.0.0.1', 0));
  expect(tries.at(-1)).toBe(defaultLimits.firstLock);
});

test('one address may not try many logins, nor a whole network of IPv6 addresses', () => {
  const limits = createSignInLimits();
  const tries = Array.from({ length: 31 }, (_, index) =>
    limits.attempt(`login${index}`, `2001:db8:1:2:${index.toString(16)}::1`, 0),
  );
  expect(tries.filter((until) => until !== undefined)).toEqual([defaultLimits.firstLock]);
  expect(limits.attempt('giulia', '2001:db8:1:3::1', 0)).toBeUndefined();
});

test('a quarter of an hour of peace after a lock forgives', () => {
  const limits = createSignInLimits();
  for (let attempt = 0; attempt < 5; attempt += 1) limits.attempt('giulia', '10.0.0.1', 0);
  const later = defaultLimits.firstLock + defaultLimits.longestLock + 1;
  expect(limits.attempt('giulia', '10.0.0.1', 1)).toBe(defaultLimits.firstLock);
  expect(Array.from({ length: 4 }, () => limits.attempt('giulia', '10.0.0.1', later))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('whatever is tried, a guesser gets no more than a few attempts a lock', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 300 }), (pauses) => {
      const limits = createSignInLimits();
      let now = 0;
      let taken = 0;
      for (const pause of pauses) {
        now += pause;
        if (limits.attempt('giulia', '10.0.0.1', now) === undefined) taken += 1;
      }
      // Five for nothing, then at most one a lock, of 30 s and more.
      expect(taken).toBeLessThanOrEqual(5 + Math.ceil(now / defaultLimits.firstLock));
    }),
  );
});
