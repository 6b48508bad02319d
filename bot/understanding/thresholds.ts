import type { Trial } from './cross-validate.ts';

/*
 * Thresholds follow from trials: at an answer threshold t, the messages with a confidence of t or more and a clear lead are
 * answered. Precision is the share of right ones among the answers, coverage the share of messages in scope that are answered. How
 * many messages no entry answers cannot be known from a corpus; they are weighed as if they were one in ten.
 */
/** What an answer threshold would give. */
export interface Point {
  readonly threshold: number;
  /** 0..1 */
  readonly coverage: number;
  /** 0..1 */
  readonly precision: number;
}

export interface Proposal {
  readonly answer: Point;
  /** From here on at least one in three of those asked back is offered the right entry. */
  readonly clarify: number;
}

/** The curve over thresholds 0.05 .. 0.95; points at which nothing is answered are left out. */
export function curveOf(trials: readonly Trial[], margin: number): readonly Point[] {
  const weight = weigher(trials);
  const inScope = trials.filter((trial) => trial.inScope).length;
  return thresholds.flatMap((threshold) => {
    const answered = trials.filter(({ confidence, lead }) => confidence >= threshold && lead >= margin);
    const right = answered.filter((trial) => trial.right).length;
    const all = answered.reduce((sum, trial) => sum + weight(trial), 0);
    const known = answered.filter((trial) => trial.inScope).length;
    return all === 0 ? [] : [{ threshold, coverage: known / inScope, precision: right / all }];
  });
}

/** The lowest thresholds that give the wanted precision (0..1); undefined when none does. */
export function propose(trials: readonly Trial[], margin: number, precision: number): Proposal | undefined {
  const curve = curveOf(trials, margin);
  const answer = curve.find((_, at) => curve.slice(at, at + steady).every((each) => each.precision >= precision));
  if (answer === undefined) return undefined;
  const weight = weigher(trials);
  const clarify = thresholds.find((from) => {
    const asked = trials.filter(({ confidence }) => confidence >= from && confidence < from + width);
    const all = asked.reduce((sum, trial) => sum + weight(trial), 0);
    return all > 0 && asked.filter(({ offered }) => offered).length >= all / 3;
  });
  return { answer, clarify: Math.min(clarify ?? answer.threshold, answer.threshold) };
}

const thresholds = Array.from({ length: 19 }, (_, at) => (at + 1) / 20);
const strangers = 0.1;
const width = 0.1;
/** So many thresholds in a row must give the precision, so that a lucky one is not taken. */
const steady = 3;

/** A message in scope weighs 1; all others together weigh so much that they are one in ten. */
function weigher(trials: readonly Trial[]): (trial: Trial) => number {
  const inScope = trials.filter((trial) => trial.inScope).length;
  const outside = trials.length - inScope;
  const each = outside === 0 ? 0 : (strangers * inScope) / ((1 - strangers) * outside);
  return (trial) => (trial.inScope ? 1 : each);
}
