import type { Time } from '../../domain/time.ts';

/** Counts what each key does; 0 lets it pass, else the seconds after which it may come again. */
export type Limit = (key: string, at: Time) => number;

/** Lets each key do `perMinute` at once, and as many again each minute, evenly. */
export function createLimit(perMinute: number): Limit {
  const buckets = new Map<string, { left: number; at: Time }>();
  const rate = perMinute / 60_000;
  return (key, at) => {
    const bucket = buckets.get(key) ?? { left: perMinute, at };
    bucket.left = Math.min(perMinute, bucket.left + Math.max(0, at - bucket.at) * rate);
    bucket.at = at;
    // The key moves to the end, so that the first ones are those that were quiet longest.
    buckets.delete(key);
    buckets.set(key, bucket);
    forget(buckets, at);
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / rate / 1000);
    bucket.left -= 1;
    return 0;
  };
}

const minute = 60_000;
const mostKeys = 50_000;

/** A bucket that was left alone for a minute is full, as a new one is; beyond the limit the quietest goes. */
function forget(buckets: Map<string, { at: Time }>, at: Time): void {
  for (const [key, bucket] of buckets) {
    if (buckets.size <= mostKeys && at - bucket.at < minute) return;
    buckets.delete(key);
  }
}
