/*
 * Intervals of 95 % confidence: how far a figure may be off because only some customers rate. The share of a population lies
 * in such an interval in 95 of 100 samples.
 */

/** A figure and the bounds between which its true value lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of 0.975. */
const z = 1.959963984540054;

/**
 * A share of n and its Wilson score interval (E. B. Wilson, 1927), which stays between 0 and 1 and holds for small n and for
 * shares near the ends (R. G. Newcombe, Statistics in Medicine 17, 1998). n is 1 or more.
 */
export function wilson(successes: number, n: number): Estimate {
  const value = successes / n;
  const centre = value + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2));
  const whole = 1 + z ** 2 / n;
  // At the ends the bound is exactly there; sums of fractions would miss it by a hair.
  return {
    value,
    low: successes === 0 ? 0 : (centre - reach) / whole,
    high: successes === n ? 1 : (centre + reach) / whole,
  };
}

/**
 * The mean of weighted values and its interval by Student's t, kept within the least and the most that there can be. `counts` says
 * how often each value was met; n is 2 or more.
 */
export function meanOf(values: readonly number[], counts: readonly number[]): Estimate {
  const n = sum(counts);
  const value = sum(values.map((each, index) => each * (counts[index] ?? 0))) / n;
  const squares = sum(values.map((each, index) => (each - value) ** 2 * (counts[index] ?? 0)));
  const reach = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return {
    value,
    low: Math.max(Math.min(...values), value - reach),
    high: Math.min(Math.max(...values), value + reach),
  };
}

/** The quantile of 0.975 of Student's t (Abramowitz and Stegun, 26.7.5); right to three decimals from 5 degrees of freedom on. */
export function studentQuantile(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return z + sum(terms.map((term, index) => term / degrees ** (index + 1)));
}

/** The least of sorted values that at least this share (above 0, up to 1) does not exceed (nearest rank); undefined of none. */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The sum of numbers; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
