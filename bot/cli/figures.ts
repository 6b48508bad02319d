import type { Language } from '../domain/language.ts';
import type { Decision, Match } from '../domain/understanding.ts';

export interface Case {
  readonly text: string;
  /** `none` = no entry answers it. */
  readonly id: string;
  /** `id` and others that would be as right. */
  readonly right: readonly string[];
  readonly language: Language | undefined;
}

/** What became of a case. */
export interface Measured {
  readonly case: Case;
  readonly matches: readonly Match[];
  readonly decision: Decision;
  readonly ms: number;
}

/** What `eval --json` prints. All of `in_scope` and `out_of_scope` are counts of cases. */
export interface Figures {
  readonly cases: number;
  readonly in_scope: {
    readonly n: number;
    readonly top1: number;
    readonly top3: number;
    readonly answered: number;
    readonly answered_right: number;
    readonly clarified: number;
    readonly clarified_right: number;
    readonly handoff: number;
  };
  readonly out_of_scope: {
    readonly n: number;
    readonly answered: number;
    readonly clarified: number;
    readonly handoff: number;
  };
  /** Chance that a case in scope has a higher confidence than one out of scope; null when there are not both. */
  readonly auroc: number | null;
  /** Expected calibration error over ten bins of equal width; null without cases. */
  readonly ece: number | null;
  readonly latency_ms: { readonly p50: number; readonly p99: number };
  readonly load_ms: number;
  readonly rss_mb: number;
  readonly entries: number;
  readonly examples: number;
}

/** The figures that follow from the cases alone. */
export function measure(measured: readonly Measured[]): Omit<Figures, 'load_ms' | 'rss_mb' | 'entries' | 'examples'> {
  const inside = measured.filter((each) => each.case.id !== 'none');
  const outside = measured.filter((each) => each.case.id === 'none');
  const count = (of: readonly Measured[], test: (each: Measured) => boolean): number => of.filter(test).length;
  const does = (kind: Decision['kind']) => (each: Measured) => each.decision.kind === kind;
  return {
    cases: measured.length,
    in_scope: {
      n: inside.length,
      top1: count(inside, (each) => isRight(each, idsOf(each).slice(0, 1))),
      top3: count(inside, (each) => isRight(each, idsOf(each).slice(0, 3))),
      answered: count(inside, does('answer')),
      answered_right: count(inside, (each) => each.decision.kind === 'answer' && isRight(each, [each.decision.id])),
      clarified: count(inside, does('clarify')),
      clarified_right: count(inside, (each) => each.decision.kind === 'clarify' && isRight(each, each.decision.ids)),
      handoff: count(inside, does('handoff')),
    },
    out_of_scope: {
      n: outside.length,
      answered: count(outside, does('answer')),
      clarified: count(outside, does('clarify')),
      handoff: count(outside, does('handoff')),
    },
    auroc: auroc(inside.map(confidenceOf), outside.map(confidenceOf)),
    ece: calibrationError(measured.map((each) => [confidenceOf(each), isRight(each, idsOf(each).slice(0, 1))])),
    latency_ms: { p50: quantile(measured, 0.5), p99: quantile(measured, 0.99) },
  };
}

function idsOf({ matches }: Measured): readonly string[] {
  return matches.map(({ id }) => id);
}

function isRight({ case: { right, id } }: Measured, ids: readonly string[]): boolean {
  return id !== 'none' && ids.some((each) => right.includes(each));
}

function confidenceOf({ matches }: Measured): number {
  return matches[0]?.confidence ?? 0;
}

/** The area under the ROC curve by ranks (Mann and Whitney); equal values count half. */
function auroc(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const sorted = lower.toSorted((a, b) => a - b);
  const wins = higher.reduce(
    (sum, value) => sum + (below(sorted, value, 'exclusive') + below(sorted, value, 'inclusive')) / 2,
    0,
  );
  return rounded(wins / (higher.length * lower.length));
}

/** How many of the sorted values are below `value`, or at most `value`. */
function below(sorted: readonly number[], value: number, kind: 'exclusive' | 'inclusive'): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = sorted[middle] ?? Infinity;
    if (at < value || (kind === 'inclusive' && at === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Expected calibration error (Naeini et al. 2015): in each of ten bins, how far the mean confidence is from the share that is right. */
function calibrationError(pairs: readonly (readonly [confidence: number, right: boolean])[]): number | null {
  if (pairs.length === 0) return null;
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const [confidence, right] of pairs)
    gaps[Math.min(9, Math.floor(confidence * 10))]! += confidence - (right ? 1 : 0);
  return rounded(gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / pairs.length);
}

function quantile(measured: readonly Measured[], share: number): number {
  const sorted = measured.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
