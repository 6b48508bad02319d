import type { Language } from '../domain/language.ts';
import { walksOfLife } from './elsewhere-words.ts';
import { everydayWords, plainWords } from './everyday-words.ts';
import { stemOf } from './stem.ts';

/** The everyday words that a corpus lacks, and the corpus's own words that they may be read as. */
export interface Everyday {
  /** Those that may be read as some word of the corpus. */
  readonly words: readonly string[];
  /** The word of the corpus that means about the same as this one; undefined when there is none, or when the corpus has its stem. */
  readonly alike: (word: string) => string | undefined;
  /** Whether it is an everyday word itself, and so no misspelling of another. */
  readonly has: (word: string) => boolean;
  /** Whether it is a word that is commonly another's matter. */
  readonly elsewhere: (word: string) => boolean;
}

/*
 * Words are compared by their stems. Of the sets that hold a word, the one that begins with it is looked at first; in a set, the first
 * word that the corpus has wins, and of its forms the most frequent in alphabetical order. A word of the corpus is never read as another.
 */
/** Finds everyday words in a corpus whose words are given by their stems. */
export function everydayFinder(ofStem: ReadonlyMap<string, readonly string[]>, language: Language): Everyday {
  const { words, sets, plain, elsewhere } = (everyday[language] ??= readIn(language));
  const found = new Map<string, string>();
  for (const [stem, those] of sets) {
    if (ofStem.has(stem)) continue;
    const other = those.flatMap((set) => set.find((each) => each !== stem && ofStem.has(each)) ?? []).at(0);
    const word = other === undefined ? undefined : ofStem.get(other)?.[0];
    if (word !== undefined) found.set(stem, word);
  }
  return {
    words: [...words.keys()].filter((word) => found.has(words.get(word)!)),
    alike: (word) => (plain.has(word) ? undefined : found.get(words.get(word) ?? stemOf(word, language))),
    has: (word) => words.has(word) || plain.has(word),
    elsewhere: (word) => elsewhere.has(word),
  };
}

interface EverydayIn {
  /** The stem of each word. */
  readonly words: ReadonlyMap<string, string>;
  /** For each stem the sets that hold it, as stems; those that it begins before the others. */
  readonly sets: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly plain: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
}

/** Stemming thousands of words takes some milliseconds, and is done once. */
const everyday: Partial<Record<Language, EverydayIn>> = {};

function readIn(language: Language): EverydayIn {
  const all = [...new Set(everydayWords[language].flat())].toSorted();
  const words = new Map(all.map((word) => [word, stemOf(word, language)]));
  const of = new Map<string, (readonly string[])[]>();
  for (const set of everydayWords[language]) {
    const stems = [...new Set(set.map((word) => words.get(word)!))];
    for (const stem of stems) {
      const others = of.get(stem) ?? [];
      of.set(stem, stems[0] === stem ? [stems, ...others] : [...others, stems]);
    }
  }
  const elsewhere = new Set(walksOfLife[language].flat());
  const others = [...plainWords[language], ...elsewhere];
  return { words, sets: of, plain: new Set(others.filter((word) => !words.has(word))), elsewhere };
}
