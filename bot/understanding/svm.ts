import { addTo, product, type Rows } from './rows.ts';

/*
 * A linear support vector machine with squared hinge loss, one class against the rest, trained in its dual by coordinate descent
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008):
 *
 *   min over a >= 0 of  1/2 |sum a_i y_i x_i|^2 + 1/(4C) sum a_i^2 - sum a_i,      w = sum a_i y_i x_i
 *
 * One step sets a_i := max(0, a_i - g / (x_i.x_i + 1/(2C))) with g = y_i w.x_i - 1 + a_i/(2C), and w with it. A constant feature is
 * the bias. The order of the examples is drawn anew in each round from a fixed seed. An example at a_i = 0 that asks for no change is
 * left out of the following rounds, until the rest has converged; then all are looked at again. That halves the work.
 */
export interface Problem {
  readonly rows: Rows;
  /** Number of features. */
  readonly size: number;
  /** Rows that take part, as indices. */
  readonly active: Int32Array;
}

export interface Solution {
  /** The weights of the features, then the bias. */
  readonly weights: Float64Array;
  /** The dual variables, one a row. */
  readonly alpha: Float64Array;
}

export interface SolverSettings {
  /** Cost of a mistake; larger fits the examples more closely. */
  readonly cost: number;
  /** Largest violation of the optimality conditions that is accepted. */
  readonly tolerance: number;
  readonly maxRounds: number;
}

/** Trains the class of the rows for which `inClass` is 1; starts from `start` where it is given and changes it in place. */
export function solve(problem: Problem, inClass: Uint8Array, settings: SolverSettings, start?: Solution): Solution {
  const { rows, size } = problem;
  const weights = start?.weights ?? new Float64Array(size + 1);
  const alpha = start?.alpha ?? new Float64Array(rows.count);
  const ridge = 1 / (2 * settings.cost);
  const order = Int32Array.from(problem.active);
  let open = order.length;
  let state = 0x9e3779b9;
  for (let round = 0; round < settings.maxRounds; round++) {
    let worst = 0;
    for (let place = 0; place < open; place++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = place + Math.floor((state / 4294967296) * (open - place));
      const row = order[other]!;
      order[other] = order[place]!;
      order[place] = row;
      const sign = inClass[row] === 1 ? 1 : -1;
      const score = weights[size]! + product(rows, row, weights);
      const old = alpha[row]!;
      const gradient = sign * score - 1 + old * ridge;
      if (old === 0 && gradient > 0) {
        order[place] = order[--open]!;
        order[open] = row;
        place--;
        continue;
      }
      const violation = old === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(violation) > worst) worst = Math.abs(violation);
      // Rows have length 1 and the bias adds 1; a row without known features has the bias alone.
      const next = Math.max(0, old - gradient / ((rows.start[row + 1]! > rows.start[row]! ? 2 : 1) + ridge));
      const change = (next - old) * sign;
      if (change === 0) continue;
      alpha[row] = next;
      weights[size]! += change;
      addTo(weights, rows, row, change);
    }
    if (worst > settings.tolerance) continue;
    if (open === order.length) break;
    open = order.length;
  }
  return { weights, alpha };
}
