import type { Space, SpaceReader } from './features.ts';
import { lookUp } from './pair-table.ts';
import type { Sentences } from './sentences.ts';

/** The words of the examples, and which of them stand side by side. */
export interface Lexicon {
  /** Each once. */
  readonly words: readonly string[];
  /** How often a word is written. */
  readonly count: (word: string) => number;
  /** Whether some example holds the two words one after the other. */
  readonly beside: (first: string, second: string) => boolean;
}

/** The lexicon of what was learned; words that stand alone (synonyms, those of patterns) are words too, though no example holds them. */
export function lexiconOf(
  { words, wordPairs }: Space,
  { word }: Sentences,
  { numberOf }: SpaceReader,
  alone: Iterable<string>,
): Lexicon {
  const counts = new Int32Array(words.length);
  for (const number of word) counts[number]!++;
  const others = new Map<string, number>();
  for (const each of alone) {
    const number = numberOf(each);
    if (number === -1) others.set(each, (others.get(each) ?? 0) + 1);
    else counts[number]!++;
  }
  return {
    words: [...words, ...others.keys()],
    count: (each) => {
      const number = numberOf(each);
      return number === -1 ? (others.get(each) ?? 0) : counts[number]!;
    },
    beside: (first, second) => {
      const [a, b] = [numberOf(first), numberOf(second)];
      return a !== -1 && b !== -1 && lookUp(wordPairs, a, b) !== -1;
    },
  };
}
