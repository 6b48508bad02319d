import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf, percentile, studentQuantile, wilson } from '../../bot/domain/statistics.ts';

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is the published one', (successes, n, low, high) => {
    const found = wilson(successes, n);
    expect(found.value).toBe(successes / n);
    expect([found.low, found.high].map((bound) => Number(bound.toFixed(4)))).toEqual([low, high]);
  });

  test('holds the share, stays between 0 and 1, mirrors, and narrows with more ratings', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { value, low, high } = wilson(successes, n);
        const mirrored = wilson(n - successes, n);
        const more = wilson(successes * 4, n * 4);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

// Tables of Student's t, two-sided 95 %.
test.each([
  [5, 2.5706],
  [9, 2.2622],
  [19, 2.093],
  [29, 2.0452],
  [120, 1.9799],
])('Student’s quantile of %i degrees of freedom is that of the tables', (degrees, expected) => {
  expect(studentQuantile(degrees)).toBeCloseTo(expected, 3);
});

test('a mean and its interval are those of the textbook, and never beyond the scale', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, standard deviation 2.1381, t(7) 2.3646.
  const { value, low, high } = meanOf([2, 4, 5, 7, 9], [1, 3, 2, 1, 1]);
  expect([value, low, high].map((each) => Number(each.toFixed(3)))).toEqual([5, 3.213, 6.787]);
  expect(meanOf([1, 2, 3, 4, 5], [0, 0, 0, 1, 9]).high).toBe(5);
});

test('a percentile is the least value that so many do not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const sorted = values.toSorted((one, other) => one - other);
        const found = percentile(sorted, percent / 100)!;
        const share = (most: number) => sorted.filter((each) => each <= most).length / sorted.length;
        expect(share(found)).toBeGreaterThanOrEqual(percent / 100 - 1e-9);
        expect(share(found - 1)).toBeLessThan(percent / 100);
      },
    ),
  );
  expect(percentile([], 0.5)).toBeUndefined();
});
