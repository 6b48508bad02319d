import type { Time } from '../domain/time.ts';

/*
 * Guessing is made slow by address: on one login after a few attempts, on all of them after more. Nobody can lock an agent out
 * from elsewhere, since the locks are the address's own. Only who guesses from many addresses meets a limit of the login itself,
 * and an address where that login signed in before is spared it. An attempt counts from its start, so that many at the same time
 * gain nothing. An unknown login is counted like a known one: a lock tells nothing.
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
  /** Names remembered at the same time, of each kind; the oldest goes first. */
  readonly mostNames: number;
}

export const defaultLimits: Limits = {
  freeOnLogin: 5,
  freeByAddress: 30,
  firstLock: 30_000,
  longestLock: 15 * 60_000,
  perHourOnLogin: 100,
  hour: 60 * 60_000,
  mostNames: 20_000,
};

export interface SignInLimits {
  /** Counts an attempt; the time until which it is refused, or undefined when it may go on. */
  attempt(login: string, address: string, at: Time): Time | undefined;
  succeeded(login: string, address: string): void;
}

interface Count {
  readonly attempts: number;
  readonly lockedUntil: Time;
  readonly lastAt: Time;
}

/** Attempts on a login in the hour that began at `since`. */
interface Hour {
  readonly since: Time;
  readonly attempts: number;
}

/** Makes limits that live as long as the process: a restart forgives, and costs a guesser more than it gives. */
export function createSignInLimits(limits: Limits = defaultLimits): SignInLimits {
  const counts = new Map<string, Count>();
  const hours = new Map<string, Hour>();
  const trusted = new Map<string, true>();

  return {
    attempt(login, address, at) {
      const place = network(address);
      const pair = `${place} ${login}`;
      const spared = trusted.has(pair);
      const hour = hourOf(login, at);
      const full = !spared && hour.attempts >= limits.perHourOnLogin;
      const locks = [pair, place].map((name) => counts.get(name)?.lockedUntil ?? 0);
      const until = Math.max(...locks, full ? hour.since + limits.hour : 0);
      if (until > at) return until;
      remember(counts, pair, counted(counts.get(pair), limits.freeOnLogin, at));
      remember(counts, place, counted(counts.get(place), limits.freeByAddress, at));
      if (!spared) remember(hours, login, { ...hour, attempts: hour.attempts + 1 });
      return undefined;
    },
    succeeded(login, address) {
      const pair = `${network(address)} ${login}`;
      counts.delete(pair);
      remember(trusted, pair, true);
    },
  };

  function hourOf(login: string, at: Time): Hour {
    const hour = hours.get(login);
    return hour === undefined || at >= hour.since + limits.hour ? { since: at, attempts: 0 } : hour;
  }

  function counted(before: Count | undefined, free: number, at: Time): Count {
    const fresh = before === undefined || at - Math.max(before.lastAt, before.lockedUntil) > limits.longestLock;
    const attempts = fresh ? 1 : before.attempts + 1;
    const over = attempts - free;
    const lock = over < 0 ? 0 : Math.min(limits.firstLock * 2 ** over, limits.longestLock);
    return { attempts, lockedUntil: lock === 0 ? 0 : at + lock, lastAt: at };
  }

  function remember<T>(names: Map<string, T>, name: string, value: T): void {
    names.delete(name);
    names.set(name, value);
    const [oldest] = names.keys();
    if (names.size > limits.mostNames && oldest !== undefined) names.delete(oldest);
  }
}

/** One customer of an IPv6 provider has a whole /64, and must count as one. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
