import { addTo, product, type Rows } from './rows.ts';
import { solve, type Solution, type SolverSettings } from './svm.ts';
import { growingWeights, type Weights } from './weights.ts';

/*
 * The score of a class is its support vector machine's decision value plus the cosine between the message and the mean of the
 * class's examples: the machine draws the borders, the mean knows what lies near when there are few examples. Both
 * are linear, so one weight a feature and class holds their sum.
 */
export interface Training {
  readonly rows: Rows;
  /** The class of each row. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** Number of features. */
  readonly size: number;
  /** Rows that a class is trained on, its own among them; all when left out. */
  readonly rivals?: (of: number) => Int32Array;
  /** Weights whose amount is not above this are left out; default 0. */
  readonly negligible?: number;
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
  const { rows, labels, classes, size, negligible = 0 } = training;
  const { fold, folds, asked } = holding;
  const grown = growingWeights(classes, size);
  const heldOut = Array.from(asked, () => new Float32Array(classes));
  const everybody = Int32Array.from(labels.keys());
  const members = membersOf(labels, classes);
  const askedIn = Array.from({ length: folds }, (_, each) =>
    [...asked.keys()].filter((place) => fold[asked[place]!] === each),
  );
  const sum = new Float64Array(size);
  const inClass = new Uint8Array(rows.count);
  const full = zeros(size, rows.count);
  const seeded = zeros(size, rows.count);
  const reachOf = reachIn(rows, size);
  const reachOfAll = training.rivals === undefined ? reachOf(everybody) : undefined;

  for (let of = 0; of < classes; of++) {
    const own = members[of]!;
    const active = training.rivals?.(of) ?? everybody;
    const reach = reachOfAll ?? reachOf(active);
    for (const row of own) inClass[row] = 1;

    solve({ rows, size, active }, inClass, settings, full);
    const length = addUp(sum, own, rows);
    const scale = length > 0 ? settings.centroid / length : 0;
    for (let at = 0; at < reach.length; at++) {
      const feature = reach[at]!;
      const border = full.weights[feature]!;
      const near = sum[feature]!;
      const weight = border + scale * near;
      if (Math.abs(weight) > negligible) grown.add(feature, of, weight);
    }
    grown.add(size, of, full.weights[size]!);
    clear(sum, own, rows);

    for (let each = 0; each < folds; each++) {
      leaveOut(full, seeded, { reach, active, rows, inClass, size, out: (row) => fold[row] === each });
      const left = active.filter((row) => full.alpha[row]! > 0 && fold[row] !== each);
      solve({ rows, size, active: left }, inClass, { ...settings, maxRounds: foldRounds }, seeded);
      const rest = own.filter((row) => fold[row] !== each);
      const restLength = addUp(sum, rest, rows);
      const restScale = restLength > 0 ? settings.centroid / restLength : 0;
      for (const place of askedIn[each]!) {
        const row = asked[place]!;
        heldOut[place]![of] =
          seeded.weights[size]! + product(rows, row, seeded.weights) + restScale * product(rows, row, sum);
      }
      clear(sum, rest, rows);
    }

    for (const { weights, alpha } of [full, seeded]) {
      for (let at = 0; at < reach.length; at++) weights[reach[at]!] = 0;
      weights[size] = 0;
      for (let at = 0; at < active.length; at++) alpha[active[at]!] = 0;
    }
    for (const row of own) inClass[row] = 0;
  }
  return { weights: grown.weights(), heldOut };
}

const foldRounds = 4;

/** The rows of each class, ascending. */
export function membersOf(labels: Int32Array, classes: number): readonly Int32Array[] {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label]!++;
  const members = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  labels.forEach((label, row) => (members[label]![counts[label]!++] = row));
  return members;
}

function zeros(size: number, rows: number): Solution {
  return { weights: new Float64Array(size + 1), alpha: new Float64Array(rows) };
}

/** Makes what tells the features of some rows, each once. */
function reachIn({ start, index }: Rows, size: number): (active: Int32Array) => Int32Array {
  const touched = new Int32Array(size);
  const stamp = new Int32Array(size);
  let turn = 0;
  return (active) => {
    let reached = 0;
    turn++;
    for (let place = 0; place < active.length; place++) {
      const row = active[place]!;
      for (let at = start[row]!; at < start[row + 1]!; at++) {
        const feature = index[at]!;
        if (stamp[feature] === turn) continue;
        stamp[feature] = turn;
        touched[reached++] = feature;
      }
    }
    return touched.subarray(0, reached);
  };
}

/** Adds the rows into `sum` (zeros before) and returns its length: |s|^2 is the sum of the rows' products with s. */
function addUp(sum: Float64Array, members: Int32Array, rows: Rows): number {
  for (const row of members) addTo(sum, rows, row, 1);
  let squares = 0;
  for (const row of members) squares += product(rows, row, sum);
  return Math.sqrt(squares);
}

function clear(sum: Float64Array, members: Int32Array, { start, index }: Rows): void {
  for (const row of members) for (let at = start[row]!; at < start[row + 1]!; at++) sum[index[at]!] = 0;
}

interface Leaving {
  /** The features of the active rows. */
  readonly reach: Int32Array;
  readonly active: Int32Array;
  readonly rows: Rows;
  readonly inClass: Uint8Array;
  readonly size: number;
  readonly out: (row: number) => boolean;
}

/** Writes the solution with some rows taken out: a good start for training without them (alpha seeding, DeCoste and Wagstaff 2000). */
function leaveOut(full: Solution, { weights, alpha }: Solution, leaving: Leaving): void {
  const { reach, active, rows, inClass, size, out } = leaving;
  for (let at = 0; at < reach.length; at++) weights[reach[at]!] = full.weights[reach[at]!]!;
  weights[size] = full.weights[size]!;
  for (let place = 0; place < active.length; place++) {
    const row = active[place]!;
    const old = full.alpha[row]!;
    const taken = old !== 0 && out(row);
    alpha[row] = taken ? 0 : old;
    if (!taken) continue;
    const change = old * (inClass[row] === 1 ? 1 : -1);
    addTo(weights, rows, row, -change);
    weights[size] -= change;
  }
}
