import { asVector, evidenceSize, type Evidence } from './evidence.ts';
import { settings } from './settings.ts';

/** The probability (0..1) that an entry is the right answer, from the evidence for it and how many examples it has. */
export type Confidence = (evidence: Evidence, examples: number) => number;

/** One candidate whose rightness is known. */
export interface Observation {
  readonly evidence: Evidence;
  readonly right: boolean;
  readonly weight: number;
}

/*
 * Logistic regression, p = 1 / (1 + exp(-b.x)), fitted to the observations by Newton's method (iteratively reweighted
 * least squares). The coefficients are drawn to those of `prior`, with the weight that `trust` observations of average doubt would have: a
 * small corpus hardly moves them, a large one makes them its own (maximum a posteriori with a Gaussian prior).
 */
export function fitConfidence(
  observations: readonly Observation[],
  prior: readonly number[],
  trust: number,
): readonly number[] {
  let b = [...prior];
  const rows = observations.map(({ evidence, right, weight }) => ({ x: asVector(evidence), y: right ? 1 : 0, weight }));
  for (let round = 0; round < 25; round++) {
    const gradient = b.map((each, i) => trust * 0.25 * (prior[i]! - each));
    const curvature = b.map((_, i) => b.map((__, j) => (i === j ? trust * 0.25 + 1e-6 : 0)));
    for (const { x, y, weight } of rows) {
      const p = logistic(product(x, b));
      const slope = weight * Math.max(p * (1 - p), 1e-6);
      for (let i = 0; i < evidenceSize; i++) {
        gradient[i]! += weight * (y - p) * x[i]!;
        for (let j = 0; j < evidenceSize; j++) curvature[i]![j]! += slope * x[i]! * x[j]!;
      }
    }
    const step = solveLinear(curvature, gradient);
    b = b.map((each, i) => each + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return b;
}

/*
 * Two things cannot be learned from examples held out, and are added after fitting, with weights from the development sets:
 * customers' messages are nearer to the examples than these are to each other, so that the log-odds are stretched; and what
 * many examples say is surer than what few say, an entry with one example being the least sure.
 */
/** The confidence by fitted coefficients. */
export function confidenceOf(coefficients: readonly number[]): Confidence {
  const { by, plenty } = settings.eased;
  return (evidence, examples) => {
    const many = Math.max(-1, Math.min(1.5, Math.log(Math.max(1, examples) / usual)));
    return logistic(by * product(asVector(evidence), coefficients) + plenty * many);
  };
}

const usual = 8;

function product(x: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < evidenceSize; i++) sum += x[i]! * b[i]!;
  return sum;
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, sum))));
}

/** Gaussian elimination with row pivoting; the matrix is small and positive definite. */
function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= n; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
