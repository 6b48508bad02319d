import type { Language } from '../domain/language.ts';
import { walksOfLife } from './elsewhere-words.ts';
import { settings } from './settings.ts';
import { stemOf } from './stem.ts';

/*
 * A shop is asked about its own matters in the words of its own matters. "I forgot my password" is one, and with a single word more it is none:
 * "... of Netflix". Nothing that is learned from the examples tells these apart, since the word that does is in none of them. So a message that holds
 * a word of a walk of life of which the corpus does not speak (travel, health, offices, other shops and services) is at most asked back
 * about, and less sure of everything. A word that the corpus has in any form is its own; one that has two words of a walk speaks of all of
 * it: a hotel's bot knows of trains. One that speaks of several walks is there for anything, and has no other's matters.
 */
/** Tells whether a word is of another's matters, for a corpus that holds each word as often as `count` says. */
export function elsewhereFor(count: (word: string) => number, language: Language): (word: string) => boolean {
  const lacking = (forms: readonly string[]): boolean => forms.every((form) => count(form) === 0);
  const strange = (walks[language] ??= walksIn(language)).map((walk) => ({ walk, others: walk.filter(lacking) }));
  const spoken = strange.filter(({ walk, others }) => walk.length - others.length >= enough);
  const others = spoken.length < several ? strange.filter((each) => !spoken.includes(each)) : [];
  const words = new Set(others.flatMap((each) => each.others.flat()));
  return (word) => words.has(word);
}

/** So many words of a walk, whatever their forms, are spoken of on purpose; one may have come along ("al volo"). */
const enough = 2;
const several = 3;

/** The walks with their words, the forms of each together; stemming is done once. */
const walks: Partial<Record<Language, readonly (readonly (readonly string[])[])[]>> = {};

function walksIn(language: Language): readonly (readonly (readonly string[])[])[] {
  return walksOfLife[language].map((walk) => [...Map.groupBy(walk, (word) => stemOf(word, language)).values()]);
}

/** What is left of a confidence in a message about another's matters. */
export function doubted(confidence: number): number {
  const left = confidence * Math.exp(-settings.elsewhere);
  return left / (left + (1 - confidence));
}
