import type { Reasons } from '../domain/understanding.ts';
import type { Occurrences, Sparse } from './features.ts';
import { weightOf, type Weights } from './weights.ts';

/**
 * Makes what tells the words of a message that spoke for a class, strongest first. Each occurrence of a feature adds its part of value x
 * weight to the word that it came from; words that spoke against the class are left out, and the rest adds up to 1.
 */
export function reasonsIn(
  { feature, word }: Occurrences,
  message: Sparse,
  weights: Weights,
): (of: number, words: readonly string[]) => Reasons['words'] {
  const values = new Map<number, { value: number; times: number }>();
  message.index.forEach((each, at) => values.set(each, { value: message.value[at]!, times: 0 }));
  for (const each of feature) values.get(each)!.times++;
  const parts = Array.from(feature, (each) => values.get(each)!.value / values.get(each)!.times);
  return (of, words) => {
    const sums = new Float64Array(words.length);
    for (let at = 0; at < feature.length; at++) sums[word[at]!]! += parts[at]! * weightOf(weights, feature[at]!, of);
    const speaking = [...sums.keys()].filter((index) => sums[index]! > 0).sort((a, b) => sums[b]! - sums[a]! || a - b);
    const total = speaking.reduce((sum, index) => sum + sums[index]!, 0);
    const shares = new Map<string, number>();
    for (const index of speaking) {
      const said = words[index]!;
      shares.set(said, (shares.get(said) ?? 0) + sums[index]! / total);
    }
    return [...shares].sort((a, b) => b[1] - a[1]).map(([said, weight]) => ({ word: said, weight }));
  };
}
