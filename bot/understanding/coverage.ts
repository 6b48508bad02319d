import type { Language } from '../domain/language.ts';
import { allFunctionWords } from './function-words.ts';
import { settings } from './settings.ts';
import type { Stemmer } from './synonyms.ts';

/*
 * Which share of a message's words the corpus, or one entry, knows. Words are compared by their stems and weighed by idf; a word
 * that the corpus never saw weighs as much as one that it saw once.
 */
export interface Coverage {
  /** The stems of a message with their weights. */
  readonly weigh: (words: readonly string[]) => Weighed;
  /** In how many examples a stem occurs. */
  readonly count: (stem: string) => number;
  /** In how many of the class's examples a stem occurs. */
  readonly inClass: (stem: string, of: number) => number;
}

export interface Weighed {
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
}

export function coverageOf(
  sentences: readonly (readonly string[])[],
  labels: Int32Array,
  language: Language,
  stemmed: Stemmer,
): Coverage {
  const counts = new Map<string, number>();
  const perClass = new Map<string, Map<number, number>>();
  const cache = new Map<string, string>();
  sentences.forEach((words, sentence) => {
    for (const stem of new Set(words.map((word) => stemCached(word)))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      const of = perClass.get(stem) ?? new Map<number, number>();
      of.set(labels[sentence]!, (of.get(labels[sentence]!) ?? 0) + 1);
      perClass.set(stem, of);
    }
  });
  const highest = 1 + Math.log((1 + sentences.length) / 2);

  function stemCached(word: string): string {
    let stem = cache.get(word);
    if (stem === undefined) {
      stem = stemmed(word);
      cache.set(word, stem);
    }
    return stem;
  }

  return {
    weigh: (words) => {
      const stems = words.map((word) => cache.get(word) ?? stemmed(word));
      const weights = stems.map((stem, index) => {
        const rarity = (1 + Math.log((1 + sentences.length) / (1 + (counts.get(stem) ?? 0)))) / highest;
        return Math.min(1, rarity) * (allFunctionWords[language].has(words[index]!) ? settings.functionWord : 1);
      });
      return { stems, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
    },
    count: (stem) => counts.get(stem) ?? 0,
    inClass: (stem, of) => perClass.get(stem)?.get(of) ?? 0,
  };
}
