import type { Classifier } from './classifier.ts';
import type { Occurrences, Sparse } from './features.ts';

/** A word of a message, by its place, and its share (0..1) of all that speaks for an entry. */
export interface Reason {
  readonly index: number;
  readonly weight: number;
}

/**
 * The words that spoke for a class, strongest first. Each occurrence of a feature adds its part of value x weight to the
 * word that it came from; words that spoke against the class are left out, and the rest adds up to 1.
 */
export function reasonsFor(
  { feature, word }: Occurrences,
  message: Sparse,
  classifier: Classifier,
  of: number,
): readonly Reason[] {
  const parts = new Map<number, number>();
  const times = new Map<number, number>();
  for (const each of feature) times.set(each, (times.get(each) ?? 0) + 1);
  message.index.forEach((each, at) => {
    parts.set(each, (message.value[at]! * classifier.weight(each, of)) / (times.get(each) ?? 1));
  });
  const sums = new Map<number, number>();
  feature.forEach((each, at) => sums.set(word[at]!, (sums.get(word[at]!) ?? 0) + (parts.get(each) ?? 0)));
  const speaking = [...sums].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const total = speaking.reduce((sum, [, weight]) => sum + weight, 0);
  return speaking.map(([index, weight]) => ({ index, weight: weight / total }));
}
