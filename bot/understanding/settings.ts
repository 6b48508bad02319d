/** The numbers of the method, chosen on the development sets; docs/understanding.md says what each choice gave. */
export const settings = {
  blocks: { words: 0.5, stems: 0.5, characters: 1 },
  classifier: { cost: 1, tolerance: 0.1, maxRounds: 12, centroid: 1 },
  /** Parts of the cross-validation. */
  folds: 5,
  /** Confidence of a message that is word for word an example. */
  exactConfidence: 0.97,
  /** Where the coefficients of the confidence start from: see evidence.ts for their order. */
  confidence: [-2, 1, 1.5, 1.5, 1, 2, 0.5],
  /** How many observations the starting coefficients are worth. */
  trust: 40,
  /** How much an example whose entry is taken away counts beside one that is held out. */
  strangers: 0.5,
} as const;
