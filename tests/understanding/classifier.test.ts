import { describe, expect, test } from 'vitest';
import { trainClassifier } from '../../bot/understanding/classifier.ts';
import type { Sparse } from '../../bot/understanding/features.ts';
import { rowsOf } from '../../bot/understanding/rows.ts';
import { solve } from '../../bot/understanding/svm.ts';
import { scoresOf } from '../../bot/understanding/weights.ts';

const size = 6;
const cost = 1;
const dense = rowsFrom(40);
const vectors = dense.map(sparse);
const rows = rowsOf(vectors);
const labels = Int32Array.from(dense, (_, row) => row % 3);
const everybody = Int32Array.from(dense.keys());
const exactly = { cost, tolerance: 1e-7, maxRounds: 5000 };

describe('the support vector machine', () => {
  test('it reaches the optimum that an obvious dense descent reaches', () => {
    const inClass = Uint8Array.from(labels, (label) => (label === 0 ? 1 : 0));
    const { weights } = solve({ rows, size, active: everybody }, inClass, exactly);
    const plain = descend(inClass);
    expect(loss(weights, inClass)).toBeCloseTo(loss(plain, inClass), 6);
    weights.forEach((weight, at) => expect(weight).toBeCloseTo(plain[at]!, 3));
  });

  test('it is the same each time', () => {
    const inClass = Uint8Array.from(labels, (label) => (label === 1 ? 1 : 0));
    const settings = { cost, tolerance: 0.1, maxRounds: 12 };
    expect(solve({ rows, size, active: everybody }, inClass, settings)).toEqual(
      solve({ rows, size, active: everybody }, inClass, settings),
    );
  });
});

describe('the classifier', () => {
  const fold = Int32Array.from(dense, (_, row) => row % 4);
  const settings = { ...exactly, centroid: 1 };
  const holding = { fold, folds: 4, asked: everybody };
  const { weights: trained, heldOut } = trainClassifier({ rows, labels, classes: 3, size }, settings, holding);

  test('a score is the machine plus the cosine to the mean of the class', () => {
    for (let of = 0; of < 3; of++) {
      const inClass = Uint8Array.from(labels, (label) => (label === of ? 1 : 0));
      const weights = descend(inClass);
      const mean = meanOf(dense.filter((_, row) => labels[row] === of));
      dense.slice(0, 10).forEach((row, at) => {
        expect(scoresOf(trained, vectors[at]!)[of]).toBeCloseTo(
          product(weights, row) + weights[size]! + product(mean, row),
          2,
        );
      });
    }
  });

  test('the score of a held-out example is near that of a classifier trained without its fold', () => {
    const keep = everybody.filter((row) => fold[row] !== 0);
    const other = trainClassifier(
      {
        rows: rowsOf([...keep].map((row) => vectors[row]!)),
        labels: Int32Array.from(keep, (row) => labels[row]!),
        classes: 3,
        size,
      },
      settings,
      { fold: new Int32Array(keep.length), folds: 0, asked: new Int32Array() },
    ).weights;
    const out = [...everybody].filter((row) => fold[row] === 0);
    const gaps = out.flatMap((row) =>
      [...scoresOf(other, vectors[row]!)].map((score, of) => Math.abs(heldOut[row]![of]! - score)),
    );
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.1);
  });
});

/** Unit vectors in three overlapping clouds, from a fixed sequence. */
function rowsFrom(count: number): number[][] {
  let state = 7;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, row) => {
    const values = Array.from({ length: size }, (__, feature) => next() + (feature % 3 === row % 3 ? 0.6 : 0));
    const length = Math.hypot(...values);
    return values.map((value) => Math.fround(value / length));
  });
}

function sparse(values: readonly number[]): Sparse {
  return { index: Int32Array.from(values.keys()), value: Float32Array.from(values) };
}

function product(weights: ArrayLike<number>, row: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

function meanOf(members: readonly (readonly number[])[]): number[] {
  const sum = members[0]!.map((_, at) => members.reduce((total, row) => total + row[at]!, 0));
  return sum.map((value) => value / Math.hypot(...sum));
}

/** 1/2 |w|^2 + C sum max(0, 1 - y w.x)^2, the bias being a weight like the others. */
function loss(weights: ArrayLike<number>, inClass: Uint8Array): number {
  const squares = Array.from(weights).reduce((sum, weight) => sum + weight * weight, 0) / 2;
  return dense.reduce((sum, row, at) => {
    const sign = inClass[at] === 1 ? 1 : -1;
    return sum + cost * Math.max(0, 1 - sign * (product(weights, row) + weights[size]!)) ** 2;
  }, squares);
}

function descend(inClass: Uint8Array): number[] {
  let weights = Array.from({ length: size + 1 }, () => 0);
  for (let step = 0; step < 8000; step++) {
    const gradient = [...weights];
    dense.forEach((row, at) => {
      const sign = inClass[at] === 1 ? 1 : -1;
      const miss = Math.max(0, 1 - sign * (product(weights, row) + weights[size]!));
      [...row, 1].forEach((value, feature) => (gradient[feature]! -= 2 * cost * miss * sign * value));
    });
    weights = weights.map((weight, feature) => weight - 0.01 * gradient[feature]!);
  }
  return weights;
}
