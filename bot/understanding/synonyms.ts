import type { Language } from '../domain/language.ts';
import { foldWord } from './fold.ts';
import { stemOf } from './stem.ts';

/*
 * The words of a set of synonyms share one stem, in what is learned and in what is asked; as words and as runs of characters they
 * stay apart. So "collo" finds the examples with "pacco", and an example with "collo" itself comes nearer still. Where two
 * words of different sets have the same stem, it stays with the earlier set.
 */
/** Gives the stem of a folded word, or the one that its set of synonyms shares. */
export type Stemmer = (word: string) => string;

/** Makes the stemmer of a language from the editors' sets. */
export function stemmerOf(language: Language, sets: readonly (readonly string[])[]): Stemmer {
  const shared = new Map<string, string>();
  for (const set of sets) {
    const stems = set.map((word) => stemOf(foldWord(word.trim()), language)).toSorted();
    for (const stem of stems) if (!shared.has(stem)) shared.set(stem, `${mark}${stems[0]}`);
  }
  return (word) => {
    const stem = stemOf(word, language);
    return shared.get(stem) ?? stem;
  };
}

/** Tells whether a stem is one that synonyms share. */
export function isShared(stem: string): boolean {
  return stem.startsWith(mark);
}

/** No word holds it. */
const mark = '=';
