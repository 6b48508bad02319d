import type { Weighed } from './coverage.ts';

/*
 * What speaks for one entry as the answer to one message, in numbers that mean the same in every corpus. The confidence is a
 * function of these alone (see confidence.ts), and so is what calibrates it.
 */
export interface Evidence {
  /** Score of the entry (see classifier.ts); about -1.5 .. 2. */
  readonly score: number;
  /** The score minus that of the best other entry; negative for all but the best. */
  readonly lead: number;
  /** Share of the message's words, by idf, that the entry's own examples hold; 0..1. */
  readonly own: number;
  /** The same of its content words alone; `own` where it has none. */
  readonly content: number;
  /** Words of the message, by idf: 1 for one rare word. */
  readonly mass: number;
}

export const evidenceSize = 6;

/**
 * The evidence as a vector, the first number being the constant 1. A lead above 0.2 adds nothing: beyond that it says how
 * unlike the other entries are, not how right this one is.
 */
export function asVector({ score, lead, own, content, mass }: Evidence): readonly number[] {
  return [1, score, Math.max(-1, Math.min(0.2, lead)), own, content, Math.log(0.25 + mass)];
}

/** The lead of a class over the best other one in a ranking; 1 when there is no other. */
export function leadOf(scores: Float32Array, of: number, ranking: readonly number[]): number {
  const other = ranking[0] === of ? ranking[1] : ranking[0];
  return other === undefined ? 1 : scores[of]! - scores[other]!;
}

/** The shares of a message's words, by weight, that an entry knows; `known` says how far (0..1). */
export function sharesKnown(
  { stems, weights, content, total, totalContent }: Weighed,
  known: (stem: string, index: number) => number,
): Pick<Evidence, 'own' | 'content'> {
  let all = 0;
  let ofContent = 0;
  stems.forEach((stem, index) => {
    const weight = known(stem, index) * weights[index]!;
    all += weight;
    if (content[index]!) ofContent += weight;
  });
  const own = total === 0 ? 0 : all / total;
  return { own, content: totalContent === 0 ? own : ofContent / totalContent };
}
