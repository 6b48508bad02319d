import type { Classifier } from './classifier.ts';
import type { Occurrences, Sparse } from './features.ts';

/** A word of a message, by its place, and its share (0..1) of all that speaks for an entry. */
export interface Reason {
  readonly index: number;
  readonly weight: number;
}

/**
 * Makes what tells the words that spoke for a class, strongest first. Each occurrence of a feature adds its part of value x
 * weight to the word that it came from; words that spoke against the class are left out, and the rest adds up to 1.
 */
export function reasonsIn(
  { feature, word }: Occurrences,
  message: Sparse,
  classifier: Classifier,
): (of: number) => readonly Reason[] {
  const values = new Map<number, { value: number; times: number }>();
  message.index.forEach((each, at) => values.set(each, { value: message.value[at]!, times: 0 }));
  for (const each of feature) values.get(each)!.times++;
  const parts = feature.map((each) => values.get(each)!.value / values.get(each)!.times);
  const words = word.reduce((highest, each) => Math.max(highest, each + 1), 0);
  return (of) => {
    const sums = new Float64Array(words);
    for (let at = 0; at < feature.length; at++) sums[word[at]!]! += parts[at]! * classifier.weight(feature[at]!, of);
    const speaking = [...sums.keys()].filter((index) => sums[index]! > 0).sort((a, b) => sums[b]! - sums[a]! || a - b);
    const total = speaking.reduce((sum, index) => sum + sums[index]!, 0);
    return speaking.map((index) => ({ index, weight: sums[index]! / total }));
  };
}
