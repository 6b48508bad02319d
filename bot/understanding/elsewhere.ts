import type { Language } from '../domain/language.ts';
import { walksOfLife } from './elsewhere-words.ts';
import { settings } from './settings.ts';

/*
 * A shop is asked about its own matters in the words of its own matters. "I forgot my password" is one, and with a single word more it is none:
 * "... of Netflix". Nothing that is learned from the examples tells these apart, since the word that does is in none of them. So a message that holds
 * a word of a walk of life of which the corpus has no word (travel, health, offices, other shops and services) is at most asked back
 * about, and less sure of everything. A corpus that has one word of a walk speaks of it: a hotel's bot knows of trains. One that speaks of
 * several walks is there for anything, and has no other's matters.
 */
/** Tells whether a word is of another's matters, for a corpus that holds each word as often as `count` says. */
export function elsewhereFor(count: (word: string) => number, language: Language): (word: string) => boolean {
  const walks = walksOfLife[language];
  const strange = walks.filter((walk) => walk.every((word) => count(word) === 0));
  const others = new Set(walks.length - strange.length < several ? strange.flat() : []);
  return (word) => others.has(word);
}

const several = 3;

/** What is left of a confidence in a message about another's matters. */
export function doubted(confidence: number): number {
  const left = confidence * Math.exp(-settings.elsewhere);
  return left / (left + (1 - confidence));
}
