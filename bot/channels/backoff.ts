import { day, type Time } from '../domain/time.ts';

/** When and how long a failed delivery is tried again. */
export interface Backoff {
  /** Milliseconds before the second try; doubled with each further one. */
  readonly first: number;
  /** Milliseconds that a pause never exceeds, unless the channel asks for more. */
  readonly longest: number;
  /** Tries after which what could not be delivered is given up. */
  readonly tries: number;
  /** Milliseconds after which a message that still fails is given up, whatever the tries. Default: the tries alone count. */
  readonly age?: number;
}

/** Some five hours of tries in all. */
export const defaultBackoff: Backoff = { first: 2000, longest: 20 * 60_000, tries: 24, age: day };

/** The time of the next try after `tries` failed ones; null = give up. `spread` is random, 0..1: it keeps threads apart. */
export function nextTry(backoff: Backoff, tries: number, at: Time, spread: number, retryAfter = 0): Time | null {
  if (tries >= backoff.tries) return null;
  const pause = Math.min(backoff.longest, backoff.first * 2 ** (tries - 1)) * (0.75 + spread / 2);
  // What the channel asks for is the least: to come a little later keeps those apart that it turned away together.
  return at + Math.round(Math.max(pause, retryAfter * (1 + spread / 10)));
}
