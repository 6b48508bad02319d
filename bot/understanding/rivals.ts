import { highest } from './highest.ts';
import type { Rows } from './rows.ts';

/*
 * With many classes each is told apart from those that resemble it, and from a sample of all the others, rather than from every row:
 * far rows hardly move its border, and training stays linear in the number of classes. Resemblance is the product of the
 * sums of two classes' rows, over the features that not too many classes share: what most have tells nothing apart.
 */
/**
 * Makes what tells the rows to train a class on, ascending: its own, those of the classes nearest to it, and some of the rest;
 * about `most` in all. The rows of a class lie together, classes in ascending order.
 */
export function rivalsIn(
  { rows, size }: { readonly rows: Rows; readonly size: number },
  labels: Int32Array,
  classes: number,
  most: number,
): (of: number) => Int32Array {
  const begin = beginnings(labels, classes);
  const sumOf = summing(rows, begin, size);
  const { start, sharing, weights } = sharedFeatures(sumOf, classes, size);
  const scores = new Float32Array(classes);
  return (of) => {
    scores.fill(0);
    sumOf(of, (feature, weight) => {
      for (let at = start[feature]!; at < start[feature + 1]!; at++) scores[sharing[at]!]! += weight * weights[at]!;
    });
    const chosen = new Set<number>();
    const take = (each: number): void => {
      for (let row = begin[each]!; row < begin[each + 1]!; row++) chosen.add(row);
    };
    take(of);
    for (const near of highest(scores, nearestAtMost, (each) => each !== of && scores[each]! > 0)) {
      if (chosen.size >= most * shareOfNearest) break;
      take(near);
    }
    // The rest is drawn from a fixed sequence, another for each class.
    let state = Math.imul(of + 1, 0x9e3779b1) >>> 0;
    for (let left = most - chosen.size; left > 0; left--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      chosen.add(Math.floor((state / 4294967296) * labels.length));
    }
    return Int32Array.from(chosen).sort();
  };
}

const sharedByMost = 300;
const nearestAtMost = 100;
const shareOfNearest = 0.7;

/** The first row of each class, and the end. */
function beginnings(labels: Int32Array, classes: number): Int32Array {
  const begin = new Int32Array(classes + 1);
  for (const label of labels) begin[label + 1]!++;
  for (let of = 0; of < classes; of++) begin[of + 1]! += begin[of]!;
  return begin;
}

type Summing = (of: number, visit: (feature: number, weight: number) => void) => void;

/** Makes what visits the features of the sum of a class's rows, scaled to length 1. */
function summing(rows: Rows, begin: Int32Array, size: number): Summing {
  const dense = new Float64Array(size);
  const touched = new Int32Array(size);
  return (of, visit) => {
    let used = 0;
    for (let at = rows.start[begin[of]!]!; at < rows.start[begin[of + 1]!]!; at++) {
      const feature = rows.index[at]!;
      if (dense[feature] === 0) touched[used++] = feature;
      dense[feature]! += rows.value[at]!;
    }
    let squares = 0;
    for (let at = 0; at < used; at++) squares += dense[touched[at]!]! ** 2;
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < used; at++) {
      const feature = touched[at]!;
      visit(feature, dense[feature]! * scale);
      dense[feature] = 0;
    }
  };
}

/** For each feature that several but not too many classes share: these classes, and what it weighs in their sums. */
function sharedFeatures(sumOf: Summing, classes: number, size: number) {
  const counts = new Int32Array(size);
  for (let of = 0; of < classes; of++) sumOf(of, (feature) => counts[feature]!++);
  const start = new Int32Array(size + 1);
  counts.forEach((count, feature) => {
    start[feature + 1] = start[feature]! + (count > 1 && count <= sharedByMost ? count : 0);
  });
  const next = start.slice();
  const sharing = new Int32Array(start[size]!);
  const weights = new Float32Array(start[size]!);
  for (let of = 0; of < classes; of++)
    sumOf(of, (feature, weight) => {
      if (start[feature] === start[feature + 1]) return;
      sharing[next[feature]!] = of;
      weights[next[feature]!++] = weight;
    });
  return { start, sharing, weights };
}
