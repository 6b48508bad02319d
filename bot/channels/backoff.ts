import type { Time } from '../domain/time.ts';

/** When and how long a failed delivery is tried again. */
export interface Backoff {
  /** Milliseconds before the second try; doubled with each further one. */
  readonly first: number;
  /** Milliseconds that a pause never exceeds. */
  readonly longest: number;
  /** Tries after which what could not be delivered is given up. */
  readonly tries: number;
}

/** About two hours in all. */
export const defaultBackoff: Backoff = { first: 2000, longest: 10 * 60_000, tries: 20 };

/** The time of the next try after `tries` failed ones; null = give up. `spread` is random, 0..1: it keeps threads apart. */
export function nextTry(backoff: Backoff, tries: number, at: Time, spread: number): Time | null {
  if (tries >= backoff.tries) return null;
  const pause = Math.min(backoff.longest, backoff.first * 2 ** (tries - 1));
  return at + Math.round(pause * (0.75 + spread / 2));
}

/** What a failed send means: `message` is refused for good, `thread` is gone, and `channel` may be back later. */
export function faultOf(error: unknown): 'message' | 'thread' | 'channel' {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 400 || status === 413 || status === 415) return 'message';
  return status === 404 || status === 410 ? 'thread' : 'channel';
}
