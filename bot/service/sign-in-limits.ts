import { createHash } from 'node:crypto';

import type { Time } from '../domain/time.ts';
import type { AccountStore, CountsChanged, SignInCount } from './account-store.ts';
import { network } from './place.ts';

/*
 * Guessing is made slow by address: on one login after a few attempts, on all of them after more. Nobody can lock an agent out
 * from elsewhere, since the locks are the address's own. Only who guesses from many addresses meets a limit of the login itself,
 * and an address where that login signed in before is spared it. An attempt counts from its start, so that many at the same time
 * gain nothing; one that succeeds is given back, so that a whole office may come in at nine. An unknown login is counted like a known one: a lock tells nothing. Counts are in the store, so that a restart
 * forgives nothing, under hashes: what is typed as a login may be a password.
 */

export interface Limits {
  /** Attempts of an address that are free: on one login, and in all (an office shares one). */
  readonly freeOnLogin: number;
  readonly freeByAddress: number;
  /** The first lock, in milliseconds; each later one is twice as long. */
  readonly firstLock: number;
  /** The longest lock, in milliseconds; a count is forgotten after this time without an attempt. */
  readonly longestLock: number;
  /** Attempts on a login, from all addresses where it never signed in, in an `hour`. */
  readonly perHourOnLogin: number;
  /** In milliseconds. */
  readonly hour: number;
  /** How long an address where a login signed in is known, in milliseconds. */
  readonly trust: number;
}

export const defaultLimits: Limits = {
  freeOnLogin: 5,
  freeByAddress: 30,
  firstLock: 30_000,
  longestLock: 15 * 60_000,
  perHourOnLogin: 100,
  hour: 60 * 60_000,
  trust: 90 * 24 * 60 * 60_000,
};

export type Attempt =
  /** Goes on; `lockedNext` is until when the address is locked now, should this one fail. */
  | { readonly kind: 'taken'; readonly lockedNext?: Time }
  /** Refused, and not counted. */
  | { readonly kind: 'locked'; readonly until: Time };

export interface SignInLimits {
  attempt(login: string, address: string, at: Time): Promise<Attempt>;
  succeeded(login: string, address: string, at: Time): Promise<void>;
  /** The same for who comes back from a provider, of whom nothing but the address is known yet. */
  attemptWithProvider(address: string, at: Time): Promise<Attempt>;
  succeededWithProvider(address: string, at: Time): Promise<void>;
}

/** Makes the limits on a store. */
export function createSignInLimits(
  store: Pick<AccountStore, 'changeCounts'>,
  limits: Limits = defaultLimits,
): SignInLimits {
  return {
    attempt(login, address, at) {
      const names = namesOf(login, address);
      return store.changeCounts(Object.values(names), at, (known) => attempted(names, known, at));
    },
    succeeded(login, address, at) {
      const { pair, place, trusted } = namesOf(login, address);
      const trust = { attempts: 0, lockedUntil: 0, lastAt: at, forgetAt: at + limits.trust };
      return store.changeCounts([place], at, (known) => ({
        counts: new Map([
          [pair, undefined],
          [place, givenBack(known.get(place))],
          [trusted, trust],
        ]),
        result: undefined,
      }));
    },
    attemptWithProvider(address, at) {
      const name = providerName(address);
      return store.changeCounts<Attempt>([name], at, (known) => {
        const before = known.get(name);
        const until = before?.lockedUntil ?? 0;
        if (until > at) return { counts: new Map(), result: { kind: 'locked', until } };
        return { counts: new Map([[name, counted(before, limits.freeByAddress, at)]]), result: { kind: 'taken' } };
      });
    },
    succeededWithProvider(address, at) {
      const name = providerName(address);
      return store.changeCounts([name], at, (known) => ({
        counts: new Map([[name, givenBack(known.get(name))]]),
        result: undefined,
      }));
    },
  };

  /** The lock that this attempt would have brought goes with it. */
  function givenBack(count: SignInCount | undefined): SignInCount | undefined {
    if (count === undefined || count.attempts <= 1) return undefined;
    const attempts = count.attempts - 1;
    return { ...count, attempts, lockedUntil: attempts < limits.freeByAddress ? 0 : count.lockedUntil };
  }

  function attempted(names: Names, known: ReadonlyMap<string, SignInCount>, at: Time): CountsChanged<Attempt> {
    const spared = known.has(names.trusted);
    // An hour begins with its first attempt, and lasts until it is forgotten.
    const hour = known.get(names.login) ?? { attempts: 0, lockedUntil: 0, lastAt: at, forgetAt: at + limits.hour };
    const full = !spared && hour.attempts >= limits.perHourOnLogin;
    const locks = [names.pair, names.place].map((name) => known.get(name)?.lockedUntil ?? 0);
    const until = Math.max(...locks, full ? hour.forgetAt : 0);
    if (until > at) return { counts: new Map(), result: { kind: 'locked', until } };

    const pair = counted(known.get(names.pair), limits.freeOnLogin, at);
    const place = counted(known.get(names.place), limits.freeByAddress, at);
    const counts = new Map([
      [names.pair, pair],
      [names.place, place],
    ]);
    if (!spared) counts.set(names.login, { ...hour, attempts: hour.attempts + 1, lastAt: at });
    const lockedNext = Math.max(pair.lockedUntil, place.lockedUntil);
    return { counts, result: { kind: 'taken', ...(lockedNext > at && { lockedNext }) } };
  }

  function counted(before: SignInCount | undefined, free: number, at: Time): SignInCount {
    const attempts = (before?.attempts ?? 0) + 1;
    const over = attempts - free;
    const lockedUntil = over < 0 ? 0 : at + Math.min(limits.firstLock * 2 ** over, limits.longestLock);
    return { attempts, lockedUntil, lastAt: at, forgetAt: Math.max(at, lockedUntil) + limits.longestLock + 1 };
  }
}

interface Names {
  readonly pair: string;
  readonly place: string;
  readonly login: string;
  readonly trusted: string;
}

function namesOf(login: string, address: string): Names {
  const place = network(address);
  return {
    pair: hashed('pair', place, login),
    place: hashed('place', place),
    login: hashed('login', login),
    trusted: hashed('trusted', place, login),
  };
}

function providerName(address: string): string {
  return hashed('provider', network(address));
}

function hashed(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
