import type { Sparse } from './features.ts';
import { solve, type Solution, type SolverSettings } from './svm.ts';

/*
 * The score of a class is its support vector machine's decision value plus the cosine between the message and the mean of the
 * class's examples: the machine draws the borders, the mean knows what lies near when there are few examples. Both
 * are linear, so one matrix holds their sum: row f, column c = weight of feature f for class c.
 */
export interface Classifier {
  readonly classes: number;
  /** Scores of all classes for one message. */
  readonly scores: (message: Sparse) => Float32Array;
  /** What one feature (with value 1) adds to the score of one class. */
  readonly weight: (feature: number, of: number) => number;
}

export interface Training {
  readonly rows: readonly Sparse[];
  /** The class of each row. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** Number of features. */
  readonly size: number;
}

export interface ClassifierSettings extends SolverSettings {
  /** How much the cosine to the class's mean counts. */
  readonly centroid: number;
}

/** Trains on all rows, and tells for each fold what the classifier without that fold's rows would say of them. */
export function trainClassifier(
  training: Training,
  settings: ClassifierSettings,
  fold: Int32Array,
  folds: number,
): { readonly classifier: Classifier; readonly heldOut: readonly (Float32Array | undefined)[] } {
  const { rows, labels, classes, size } = training;
  const matrix = new Float32Array((size + 1) * classes);
  const heldOut = rows.map((_, row) => (fold[row]! < folds ? new Float32Array(classes) : undefined));
  const everybody = Int32Array.from(rows.keys());
  const within = Array.from({ length: folds }, (_, each) => everybody.filter((row) => fold[row] === each));
  const sum = new Float64Array(size);

  for (let of = 0; of < classes; of++) {
    const inClass = Uint8Array.from(labels, (label) => (label === of ? 1 : 0));
    const members = everybody.filter((row) => inClass[row] === 1);
    const full = solve({ rows, size, active: everybody }, inClass, settings);
    for (let feature = 0; feature <= size; feature++) matrix[feature * classes + of] = full.weights[feature]!;
    const length = addUp(sum, members, rows);
    for (const row of members)
      for (const feature of rows[row]!.index) {
        if (sum[feature] === 0) continue;
        matrix[feature * classes + of]! += (settings.centroid * sum[feature]!) / length;
        sum[feature] = 0;
      }
    for (let each = 0; each < folds; each++) {
      const { weights } = solve(
        { rows, size, active: everybody.filter((row) => fold[row] !== each && full.alpha[row]! > 0) },
        inClass,
        { ...settings, maxRounds: foldRounds },
        leaveOut(full, within[each]!, rows, inClass, size),
      );
      const rest = members.filter((row) => fold[row] !== each);
      const restLength = addUp(sum, rest, rows);
      for (const row of within[each]!) {
        const { index, value } = rows[row]!;
        let score = weights[size]!;
        let near = 0;
        for (let at = 0; at < index.length; at++) {
          score += weights[index[at]!]! * value[at]!;
          near += sum[index[at]!]! * value[at]!;
        }
        heldOut[row]![of] = score + (restLength > 0 ? (settings.centroid * near) / restLength : 0);
      }
      for (const row of rest) for (const feature of rows[row]!.index) sum[feature] = 0;
    }
  }

  return {
    heldOut,
    classifier: {
      classes,
      weight: (feature, of) => matrix[feature * classes + of]!,
      scores: ({ index, value }) => {
        const scores = matrix.slice(size * classes, (size + 1) * classes);
        for (let at = 0; at < index.length; at++) {
          const row = index[at]! * classes;
          const weight = value[at]!;
          for (let of = 0; of < classes; of++) scores[of]! += matrix[row + of]! * weight;
        }
        return scores;
      },
    },
  };
}

const foldRounds = 4;

/** Adds the rows into `sum` (zeros before) and returns its length: |s|^2 is the sum of the rows' products with s. */
function addUp(sum: Float64Array, members: Int32Array, rows: readonly Sparse[]): number {
  for (const row of members) {
    const { index, value } = rows[row]!;
    for (let at = 0; at < index.length; at++) sum[index[at]!]! += value[at]!;
  }
  let squares = 0;
  for (const row of members) {
    const { index, value } = rows[row]!;
    for (let at = 0; at < index.length; at++) squares += sum[index[at]!]! * value[at]!;
  }
  return Math.sqrt(squares);
}

/** The solution with some rows taken out: a good start for training without them (alpha seeding, DeCoste and Wagstaff 2000). */
function leaveOut(
  full: Solution,
  out: Int32Array,
  rows: readonly Sparse[],
  inClass: Uint8Array,
  size: number,
): Solution {
  const weights = full.weights.slice();
  const alpha = full.alpha.slice();
  for (const row of out) {
    if (alpha[row] === 0) continue;
    const change = alpha[row]! * (inClass[row] === 1 ? 1 : -1);
    const { index, value } = rows[row]!;
    for (let at = 0; at < index.length; at++) weights[index[at]!]! -= change * value[at]!;
    weights[size]! -= change;
    alpha[row] = 0;
  }
  return { weights, alpha };
}
