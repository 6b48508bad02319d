import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../bot/service/ports.ts';
import { createSignInLimits, defaultLimits, type SignInLimits } from '../../bot/service/sign-in-limits.ts';
import { openStore } from '../../bot/store/open.ts';

const second = 1000;

let store: Store;
let limits: SignInLimits;

beforeEach(async () => {
  store = await openStore('file::memory:');
  limits = createSignInLimits(store);
});
afterEach(() => store.close());

/** Until when an attempt is refused; undefined when it may go on. */
async function refusedUntil(login: string, address: string, now: number): Promise<number | undefined> {
  const attempt = await limits.attempt(login, address, now);
  return attempt.kind === 'locked' ? attempt.until : undefined;
}

async function tries(count: number, one: (index: number) => Promise<number | undefined>) {
  const results: (number | undefined)[] = [];
  for (let index = 0; index < count; index += 1) results.push(await one(index));
  return results;
}

const free = (count: number) => Array<undefined>(count).fill(undefined);

test('five attempts of an address on a login are free, then each next one waits twice as long, up to a quarter of an hour', async () => {
  const waits: number[] = [];
  let now = 0;
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    const until = (await refusedUntil('giulia', '10.0.0.1', now)) ?? now;
    waits.push((until - now) / second);
    if (until > now) await limits.attempt('giulia', '10.0.0.1', until);
    now = until;
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test('the attempt that brings a lock says until when', async () => {
  const attempts = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) attempts.push(await limits.attempt('giulia', '10.0.0.1', 0));
  expect(attempts).toEqual([
    ...Array.from({ length: 4 }, () => ({ kind: 'taken' })),
    { kind: 'taken', lockedNext: 30 * second },
    { kind: 'locked', until: 30 * second },
  ]);
});

test('a success forgives its login', async () => {
  await tries(4, () => refusedUntil('giulia', '10.0.0.1', 0));
  await limits.succeeded('giulia', '10.0.0.1', 0);
  expect(await tries(5, () => refusedUntil('giulia', '10.0.0.1', 1))).toEqual(free(5));
});

test('a whole office signs in at the same time from one address, and its failures still count', async () => {
  const office = Array.from({ length: 100 }, (_, index) => `person${index}`);
  for (const login of office) {
    expect(await refusedUntil(login, '10.0.0.1', 0)).toBeUndefined();
    await limits.succeeded(login, '10.0.0.1', 0);
  }
  // Whoever has an account gains no guesses by signing in with it between them.
  const guesses = await tries(31, async (index) => {
    const until = await refusedUntil(`login${index}`, '10.0.0.1', 0);
    if (until === undefined && (await refusedUntil('person1', '10.0.0.1', 0)) === undefined) {
      await limits.succeeded('person1', '10.0.0.1', 0);
    }
    return until;
  });
  expect(guesses.filter((until) => until !== undefined)).toEqual([defaultLimits.firstLock]);
});

test('who comes back from a provider with nothing thirty times is locked out for a while, who signs in is not', async () => {
  const attempt = async (now: number) => (await limits.attemptWithProvider('10.0.0.1', now)).kind;
  for (let n = 0; n < 100; n += 1) {
    expect(await attempt(0)).toBe('taken');
    await limits.succeededWithProvider('10.0.0.1', 0);
  }
  const failed = [];
  for (let n = 0; n < 31; n += 1) failed.push(await attempt(1));
  expect(failed).toEqual([...Array<string>(30).fill('taken'), 'locked']);
  expect([await attempt(defaultLimits.firstLock), await attempt(defaultLimits.firstLock + 1)]).toEqual([
    'locked',
    'taken',
  ]);
  expect(await refusedUntil('giulia', '10.0.0.1', 1)).toBeUndefined();
});

test('a lock survives a restart', async () => {
  await tries(5, () => refusedUntil('giulia', '10.0.0.1', 0));
  limits = createSignInLimits(store);
  expect(await refusedUntil('giulia', '10.0.0.1', second)).toBe(30 * second);
});

test('who guesses from elsewhere, and for however long, does not lock the agent out', async () => {
  const day = 24 * 60 * 60 * second;
  for (let now = 0; now < day; now += 10 * second) await limits.attempt('giulia', '203.0.113.9', now);
  expect(await refusedUntil('giulia', '203.0.113.9', day)).toBeGreaterThan(day);
  expect(await refusedUntil('giulia', '10.0.0.1', day)).toBeUndefined();
});

test('guesses from many addresses on one login are a hundred an hour, and an address where it signed in before passes', async () => {
  await limits.succeeded('giulia', '10.0.0.1', 0);
  const taken = await tries(250, (index) => refusedUntil('giulia', `203.0.113.${index}`, second));
  expect(taken.filter((until) => until === undefined).length).toBe(100);
  expect(taken.at(-1)).toBe(defaultLimits.hour + second);
  expect(await refusedUntil('giulia', '10.0.0.2', 2 * second)).toBe(defaultLimits.hour + second);
  expect(await refusedUntil('giulia', '10.0.0.1', 2 * second)).toBeUndefined();
  expect(await refusedUntil('luca', '10.0.0.2', 2 * second)).toBeUndefined();
  expect(await refusedUntil('giulia', '10.0.0.2', defaultLimits.hour + second)).toBeUndefined();
});

test('an address where an agent signed in before is no free pass for guesses', async () => {
  await limits.succeeded('giulia', '10.0.0.1', 0);
  expect((await tries(6, () => refusedUntil('giulia', '10.0.0.1', 0))).at(-1)).toBe(defaultLimits.firstLock);
});

test('one address may not try many logins, nor a whole network of IPv6 addresses', async () => {
  const results = await tries(31, (index) => refusedUntil(`login${index}`, `2001:db8:1:2:${index.toString(16)}::1`, 0));
  expect(results.filter((until) => until !== undefined)).toEqual([defaultLimits.firstLock]);
  expect(await refusedUntil('giulia', '2001:db8:1:3::1', 0)).toBeUndefined();
});

test('a quarter of an hour of peace after a lock forgives', async () => {
  await tries(5, () => refusedUntil('giulia', '10.0.0.1', 0));
  const later = defaultLimits.firstLock + defaultLimits.longestLock + 1;
  expect(await refusedUntil('giulia', '10.0.0.1', 1)).toBe(defaultLimits.firstLock);
  expect(await tries(4, () => refusedUntil('giulia', '10.0.0.1', later))).toEqual(free(4));
});

test('whatever is tried, a guesser gets no more than a few attempts a lock', async () => {
  let guessers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 100 }), async (pauses) => {
      const address = `10.1.${(guessers += 1)}.1`;
      let now = 0;
      let taken = 0;
      for (const pause of pauses) {
        now += pause;
        if ((await refusedUntil(`login${guessers}`, address, now)) === undefined) taken += 1;
      }
      // Five for nothing, then at most one a lock, of 30 s and more.
      expect(taken).toBeLessThanOrEqual(5 + Math.ceil(now / defaultLimits.firstLock));
    }),
  );
});
