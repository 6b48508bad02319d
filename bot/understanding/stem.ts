import italian from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Language } from '../domain/language.ts';

/** The stem of a folded word (Porter's stemmers, from `natural`); words with digits are their own stem. */
export function stemOf(word: string, language: Language): string {
  if (word.length < 3 || digit.test(word)) return word;
  return stemmers[language].stem(language === 'it' ? word.replace(asked, '') : word);
}

const stemmers = { it: italian, en: english } as const;
const digit = /\d/;

/** Pronouns hung on what one asks of several people ("rimborsatemi", "mandatemelo"): the stemmer takes them from infinitives alone. */
const asked = /(?<=\p{L}{2}[aei]te)(?:(?:me|ce|ve|glie)?(?:lo|la|li|le|ne)|mi|ci|vi)$/u;
