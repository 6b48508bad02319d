import type { Sparse } from './features.ts';
import { solve, type Solution, type SolverSettings } from './svm.ts';
import { growingWeights, type Weights } from './weights.ts';

/*
 * The score of a class is its support vector machine's decision value plus the cosine between the message and the mean of the
 * class's examples: the machine draws the borders, the mean knows what lies near when there are few examples. Both
 * are linear, so one weight a feature and class holds their sum.
 */
export interface Training {
  readonly rows: readonly Sparse[];
  /** The class of each row. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** Number of features. */
  readonly size: number;
  /** Rows that a class is trained on, its own among them; all when left out. */
  readonly rivals?: (of: number) => Int32Array;
}

export interface ClassifierSettings extends SolverSettings {
  /** How much the cosine to the class's mean counts. */
  readonly centroid: number;
}

/** Which rows are held out together, and of which the scores are wanted. */
export interface Holding {
  /** The fold of each row. */
  readonly fold: Int32Array;
  /** Folds 0 .. folds - 1 are held out, one at a time. */
  readonly folds: number;
  /** Rows of these folds, ascending. */
  readonly asked: Int32Array;
}

export interface Trained {
  readonly weights: Weights;
  /** For each row that was asked, what a classifier trained without its fold would score. */
  readonly heldOut: readonly Float32Array[];
}

/** Trains on all rows, and tells of the rows asked what a classifier without their fold would say. */
export function trainClassifier(training: Training, settings: ClassifierSettings, holding: Holding): Trained {
  const { rows, labels, classes, size } = training;
  const { fold, folds, asked } = holding;
  const grown = growingWeights(classes, size);
  const heldOut = Array.from(asked, () => new Float32Array(classes));
  const everybody = Int32Array.from(rows.keys());
  const members = membersOf(labels, classes);
  const sum = new Float64Array(size);
  const inClass = new Uint8Array(rows.length);
  const full = zeros(size, rows.length);
  const seeded = zeros(size, rows.length);
  const touched = new Int32Array(size);
  const stamp = new Int32Array(size).fill(-1);

  for (let of = 0; of < classes; of++) {
    const own = members[of]!;
    const active = training.rivals?.(of) ?? everybody;
    for (const row of own) inClass[row] = 1;
    let reached = 0;
    for (const row of active)
      for (const feature of rows[row]!.index)
        if (stamp[feature] !== of) {
          stamp[feature] = of;
          touched[reached++] = feature;
        }
    const reach = touched.subarray(0, reached);

    solve({ rows, size, active }, inClass, settings, full);
    const length = addUp(sum, own, rows);
    for (const feature of reach)
      grown.add(
        feature,
        of,
        Math.fround(full.weights[feature]!) + (length > 0 ? (settings.centroid * sum[feature]!) / length : 0),
      );
    grown.add(size, of, full.weights[size]!);
    clear(sum, own, rows);

    for (let each = 0; each < folds; each++) {
      leaveOut(full, seeded, { reach, active, rows, inClass, size, out: (row) => fold[row] === each });
      const left = active.filter((row) => fold[row] !== each && full.alpha[row]! > 0);
      solve({ rows, size, active: left }, inClass, { ...settings, maxRounds: foldRounds }, seeded);
      const rest = own.filter((row) => fold[row] !== each);
      const restLength = addUp(sum, rest, rows);
      asked.forEach((row, place) => {
        if (fold[row] !== each) return;
        const { index, value } = rows[row]!;
        let score = seeded.weights[size]!;
        let near = 0;
        for (let at = 0; at < index.length; at++) {
          score += seeded.weights[index[at]!]! * value[at]!;
          near += sum[index[at]!]! * value[at]!;
        }
        heldOut[place]![of] = score + (restLength > 0 ? (settings.centroid * near) / restLength : 0);
      });
      clear(sum, rest, rows);
    }

    for (const solution of [full, seeded]) {
      for (const feature of reach) solution.weights[feature] = 0;
      solution.weights[size] = 0;
      for (const row of active) solution.alpha[row] = 0;
    }
    for (const row of own) inClass[row] = 0;
  }
  return { weights: grown.weights(), heldOut };
}

const foldRounds = 4;

/** The rows of each class, ascending. */
export function membersOf(labels: Int32Array, classes: number): readonly Int32Array[] {
  const members: number[][] = Array.from({ length: classes }, () => []);
  labels.forEach((label, row) => members[label]!.push(row));
  return members.map((each) => Int32Array.from(each));
}

function zeros(size: number, rows: number): Solution {
  return { weights: new Float64Array(size + 1), alpha: new Float64Array(rows) };
}

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

function clear(sum: Float64Array, members: Int32Array, rows: readonly Sparse[]): void {
  for (const row of members) for (const feature of rows[row]!.index) sum[feature] = 0;
}

interface Leaving {
  /** The features of the active rows. */
  readonly reach: Int32Array;
  readonly active: Int32Array;
  readonly rows: readonly Sparse[];
  readonly inClass: Uint8Array;
  readonly size: number;
  readonly out: (row: number) => boolean;
}

/** Writes the solution with some rows taken out: a good start for training without them (alpha seeding, DeCoste and Wagstaff 2000). */
function leaveOut(
  full: Solution,
  { weights, alpha }: Solution,
  { reach, active, rows, inClass, size, out }: Leaving,
): void {
  for (const feature of reach) weights[feature] = full.weights[feature]!;
  weights[size] = full.weights[size]!;
  for (const row of active) {
    const old = full.alpha[row]!;
    if (old === 0 || !out(row)) {
      alpha[row] = old;
      continue;
    }
    alpha[row] = 0;
    const change = old * (inClass[row] === 1 ? 1 : -1);
    const { index, value } = rows[row]!;
    for (let at = 0; at < index.length; at++) weights[index[at]!]! -= change * value[at]!;
    weights[size] -= change;
  }
}
