import type { SynonymSet } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { foldWord } from './fold.ts';
import { functionWords } from './function-words.ts';
import { stemOf } from './stem.ts';

/*
 * The words of a set of synonyms share one stem, in what is learned and in what is asked; as words and as runs of characters they
 * stay apart. So "collo" finds the examples with "pacco", and an example with "collo" itself comes nearer still. The words
 * that a set has in the other language share it too, so that loan words are understood ("dov'è il mio order"): by their stem in
 * that language, since stemmed as Italian "delete" would be "del". Where two words of different sets have the same stem, it
 * stays with the earlier set, and the language's own words go first.
 */
/** Gives the stem of a folded word, or the one that its set of synonyms shares. */
export type Stemmer = (word: string) => string;

/** Makes the stemmer of a language from the editors' sets. */
export function stemmerOf(language: Language, sets: readonly SynonymSet[] = []): Stemmer {
  const other = language === 'it' ? 'en' : 'it';
  const shared = { own: new Map<string, string>(), others: new Map<string, string>() };
  for (const set of sets) {
    const own = stemsIn(set, language);
    const others = stemsIn(set, other);
    const [first] = [...own, ...others];
    for (const stem of own) if (!shared.own.has(stem)) shared.own.set(stem, `${mark}${first}`);
    for (const stem of others) if (!shared.others.has(stem)) shared.others.set(stem, `${mark}${first}`);
  }
  return (word) => {
    const stem = stemOf(word, language);
    const same = shared.own.get(stem);
    if (same !== undefined || shared.others.size === 0 || functionWords[language].has(word)) return same ?? stem;
    return shared.others.get(stemOf(word, other)) ?? stem;
  };
}

function stemsIn(set: SynonymSet, language: Language): readonly string[] {
  return (set[language] ?? []).map((word) => stemOf(keyOf(word), language)).toSorted();
}

/** The word of the corpus that a loan word stands for, where a set has it in the other language; undefined where none has. */
export type Borrowed = (word: string) => string | undefined;

/**
 * Finds what loan words stand for ("where is my reso": return), of the set's own words the one that the corpus has most often. Read as that word, a loan
 * word has its characters and neighbours too, not the stem alone. It begins as the set has it: "installate", stemmed as English, is no "installment".
 */
export function borrowedIn(
  language: Language,
  sets: readonly SynonymSet[] = [],
  count: (word: string) => number,
): Borrowed {
  const other = language === 'it' ? 'en' : 'it';
  const own = new Set(sets.flatMap((set) => stemsIn(set, language)));
  const found = new Map<string, { readonly first: string; readonly starts: readonly string[] }>();
  for (const set of sets) {
    const [first] = (set[language] ?? [])
      .map(keyOf)
      .toSorted()
      .sort((a, b) => count(b) - count(a));
    if (first === undefined || count(first) === 0) continue;
    for (const lent of (set[other] ?? []).map(keyOf)) {
      const stem = stemOf(lent, other);
      const { starts } = found.get(stem) ?? { starts: [] };
      found.set(stem, { first: found.get(stem)?.first ?? first, starts: [...starts, lent.slice(0, -1)] });
    }
  }
  return (word) => {
    if (functionWords[language].has(word) || own.has(stemOf(word, language))) return undefined;
    const lent = found.get(stemOf(word, other));
    return lent?.starts.some((start) => word.startsWith(start)) ? lent.first : undefined;
  };
}

/** The words of one language that the editors' sets hold: known words, though no example has them. */
export function synonymsIn(language: Language, sets: readonly SynonymSet[] = []): readonly string[] {
  return sets.flatMap((set) => set[language] ?? []).map(keyOf);
}

function keyOf(word: string): string {
  return foldWord(word.trim());
}

/** Tells whether a stem is one that synonyms share. */
export function isShared(stem: string): boolean {
  return stem.startsWith(mark);
}

/** No word holds it. */
const mark = '=';
