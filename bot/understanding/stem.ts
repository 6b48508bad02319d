import italian from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Language } from '../domain/language.ts';

/** The stem of a folded word (Porter's stemmers, from `natural`); words with digits are their own stem. */
export function stemOf(word: string, language: Language): string {
  return word.length < 3 || digit.test(word) ? word : stemmers[language].stem(word);
}

const stemmers = { it: italian, en: english } as const;
const digit = /\d/;
