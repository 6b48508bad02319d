/** The numbers of the method, chosen on the development sets; docs/understanding.md says what each choice gave. */
export const settings = {
  /** Weights of the blocks of features. */
  blocks: { words: 0.3, stems: 0.5, characters: 1 },
  /** Weights of classes that are told apart from rivals only are left out below this: they are noise of the sample. */
  negligible: 0.005,
  classifier: { cost: 1, tolerance: 0.1, maxRounds: 12, centroid: 1 },
  /** Pairs of a class and a row that are trained on, about; where there are more, classes are told apart from their rivals. */
  pairs: 4_000_000,
  fewestRivals: 300,
  /** Parts of the cross-validation. */
  folds: 5,
  /** Held-out examples that are enough; large corpora stop after as many folds as that takes. */
  heldOut: 500,
  /** Held-out examples that are looked at, at most; evenly taken from a fold that has more. */
  heldOutMost: 2500,
  /** Confidence of a message that is word for word an example. */
  exact: 0.97,
  /** How much what an entry knows of a message's content words counts beside its score, when entries are ranked. */
  contentInRank: 0.8,
  /** Where the coefficients of the confidence start from: see evidence.ts for their order. */
  confidence: [-3.1, 2.8, 2.1, 2, 2, 0.3] as readonly number[],
  /** By how much the fitted log-odds are stretched, and what the logarithm of an entry's examples (8 = 0) adds to them. */
  eased: { by: 1.15, plenty: 0.4 },
  /** Weight of a function word beside a content word in what is known of a message. */
  functionWord: 0.3,
  /** How certain a mended word is, by what was changed. */
  mended: { once: 0.9, twice: 0.7, form: 0.7, alike: 0.5, shortened: 0.7, borrowed: 0.9 },
  /** What a word of another's matters takes from the log-odds of every entry. */
  elsewhere: 2,
  /** How many observations the starting coefficients are worth. */
  trust: 200,
  /** How much an example whose entry is taken away counts beside one that is held out. */
  strangers: 0.7,
};
