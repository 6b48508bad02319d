import type { Time } from '../domain/time.ts';

/*
 * Guessing is made slow, by address and by login. An attempt counts from its start, so that many at the same time gain
 * nothing; a success forgives its login. An unknown login is counted like a known one: a lock tells nothing.
 */

export interface Limits {
  /** Attempts that are free, for one login and for one address (an office shares one). */
  readonly freeByLogin: number;
  readonly freeByAddress: number;
  /** The first lock, in milliseconds; each later one is twice as long. */
  readonly firstLock: number;
  /** The longest lock, in milliseconds; a count is forgotten after this time without an attempt. */
  readonly longestLock: number;
  /** Names remembered at the same time; the oldest goes first. */
  readonly mostNames: number;
}

export const defaultLimits: Limits = {
  freeByLogin: 5,
  freeByAddress: 30,
  firstLock: 30_000,
  longestLock: 15 * 60_000,
  mostNames: 20_000,
};

export interface SignInLimits {
  /** Counts an attempt; the time until which it is refused, or undefined when it may go on. */
  attempt(login: string, address: string, at: Time): Time | undefined;
  succeeded(login: string): void;
}

interface Count {
  readonly attempts: number;
  readonly lockedUntil: Time;
  readonly lastAt: Time;
}

/** Makes limits that live as long as the process: a restart forgives, and costs a guesser more than it gives. */
export function createSignInLimits(limits: Limits = defaultLimits): SignInLimits {
  const counts = new Map<string, Count>();

  return {
    attempt(login, address, at) {
      const names = [
        { name: `login ${login}`, free: limits.freeByLogin },
        { name: `address ${network(address)}`, free: limits.freeByAddress },
      ];
      const locks = names.map(({ name }) => counts.get(name)?.lockedUntil ?? 0);
      const until = Math.max(...locks);
      if (until > at) return until;
      for (const { name, free } of names) remember(name, counted(counts.get(name), free, at));
      return undefined;
    },
    succeeded(login) {
      counts.delete(`login ${login}`);
    },
  };

  function counted(before: Count | undefined, free: number, at: Time): Count {
    const fresh = before === undefined || at - Math.max(before.lastAt, before.lockedUntil) > limits.longestLock;
    const attempts = fresh ? 1 : before.attempts + 1;
    const over = attempts - free;
    const lock = over < 0 ? 0 : Math.min(limits.firstLock * 2 ** over, limits.longestLock);
    return { attempts, lockedUntil: lock === 0 ? 0 : at + lock, lastAt: at };
  }

  function remember(name: string, count: Count): void {
    counts.delete(name);
    counts.set(name, count);
    if (counts.size <= limits.mostNames) return;
    const oldest = counts.keys().next();
    if (!oldest.done) counts.delete(oldest.value);
  }
}

/** One customer of an IPv6 provider has a whole /64, and must count as one. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, 4).join(':');
}
