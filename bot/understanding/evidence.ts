/*
 * What speaks for one entry as the answer to one message, in numbers that mean the same in every corpus. The confidence is a
 * function of these alone (see confidence.ts), and so is what calibrates it.
 */
export interface Evidence {
  /** Score of the entry (see classifier.ts); about -1.5 .. 2. */
  readonly score: number;
  /** The score minus that of the best other entry; negative for all but the best. */
  readonly lead: number;
  /** Share of the message's words, by idf, that the corpus knows; 0..1. */
  readonly coverage: number;
  /** Share of the message's words, by idf, that the entry's own examples hold; 0..1. */
  readonly own: number;
  /** Cosine to the nearest example of the entry; 0..1. */
  readonly nearness: number;
  /** Words of the message, by idf: 1 for one rare word. */
  readonly mass: number;
}

export const evidenceSize = 7;

/** The evidence as a vector, the first number being the constant 1. */
export function asVector({ score, lead, coverage, own, nearness, mass }: Evidence): readonly number[] {
  return [1, score, Math.max(-1, Math.min(1, lead)), coverage, own, nearness, Math.log(0.25 + mass)];
}
