import type { Language } from '../domain/language.ts';
import { everydayFinder } from './everyday.ts';
import { nearestAmong } from './nearest-words.ts';
import type { Lexicon } from './lexicon.ts';
import { settings } from './settings.ts';
import { shortenedFinder } from './shortened.ts';
import { isSlip } from './slip.ts';
import { stemOf } from './stem.ts';
import { eachInSteps, type Making } from './steps.ts';

/** The corpus's own words in one language. */
export interface Vocabulary {
  readonly count: (word: string) => number;
  /** The word that an unknown one is a misspelling of; undefined when none is near enough. */
  readonly mend: (word: string, before: string | undefined, after: string | undefined) => Mended | undefined;
  /** The word that an unknown one is the beginning of; slower by far than `mend`. */
  readonly complete: (word: string) => Mended | undefined;
}

export interface Mended {
  readonly word: string;
  /** 0..1 */
  readonly certainty: number;
}

/*
 * Mending reads an unknown word as a word of the corpus, by the first of these that finds one:
 *
 * 1. An everyday word is read as one that means about the same (everyday.ts).
 * 2. An Italian word with a "k" is read as a word that sounds the same ("pako", "kiedere").
 * 3. A word of 3 letters or more is read as the nearest one: Damerau's distance 1, or 2 from 7 letters; but a form of a known stem
 *    ("changing") is read as another form of it rather than as a word two letters away ("chatting"), and what is done again ("riaprite",
 *    "resend") as the same done once, rather than as "riparate". Of several words at the same
 *    distance the one wins that has the same stem, then the one that keeps the first letter, then the one that the corpus knows beside
 *    the same neighbours or that a slip of the finger explains, then the more frequent one, then alphabetical order.
 * 4. A word whose stem (5 letters or more) is at distance 1 from a stem of the corpus is read as a word of that stem: a typing
 *    error in a form that no example has ("imapzzendo", where "impazzito" is known).
 * 5. A misspelt everyday word is read as 1 would read it.
 */
export function* makingVocabulary({ words: all, count, beside }: Lexicon, language: Language): Making<Vocabulary> {
  const known = all.filter((word) => word.length >= 3 && !/\d/.test(word)).sort();
  const shortened = shortenedFinder(known, (word) => stemOf(word, language));
  yield;
  const ofStem = yield* groupedByStem(known, language);
  for (const forms of ofStem.values()) forms.sort((a, b) => count(b) - count(a));
  yield;
  const everyday = everydayFinder(ofStem, language);
  yield;
  const nearest = nearestAmong(known);
  yield;
  const nearestStem = nearestAmong([...ofStem.keys()].filter((stem) => stem.length >= shortestStem - 1));
  const nearestEveryday = nearestAmong(everyday.words);

  function misspelt(word: string, before: string | undefined, after: string | undefined): Mended | undefined {
    const once = nearest(word, 1);
    const stem = stemOf(word, language);
    const form = once.words.length === 0 ? ofStem.get(stem)?.[0] : undefined;
    if (form !== undefined) return { word: form, certainty: settings.mended.once };
    const first = once.words.length === 0 ? doneOnce(word) : undefined;
    if (first !== undefined) return { word: first, certainty: settings.mended.form };
    const { distance, words } = once.words.length === 0 && word.length >= shortestMendedTwice ? nearest(word, 2) : once;
    const short = word.length < 4;
    const merit = (candidate: string): number =>
      (stem === stemOf(candidate, language) ? 8 : 0) +
      (candidate[0] === word[0] ? 4 : 0) +
      (distance === 1 && isSlip(word, candidate) ? 1.5 : 0) +
      (before !== undefined && beside(before, candidate) ? 1 : 0) +
      (after !== undefined && beside(candidate, after) ? 1 : 0) +
      count(candidate) / (count(candidate) + 1);
    const fit = short
      ? words.filter((each) => each[0] === word[0] && each.length >= 4 && count(each) >= common)
      : words;
    const winner = bestOf(fit, merit);
    if (winner === undefined) return undefined;
    return { word: winner, certainty: distance === 1 ? settings.mended.once : settings.mended.twice };
  }

  /** What a word with the prefix for doing again says is done. */
  function doneOnce(word: string): string | undefined {
    if (word.length - prefixAgain[language].length < shortestDoneAgain || !word.startsWith(prefixAgain[language]))
      return undefined;
    const done = word.slice(prefixAgain[language].length);
    return count(done) > 0 ? done : ofStem.get(stemOf(done, language))?.[0];
  }

  function misspeltForm(word: string): Mended | undefined {
    const stem = stemOf(word, language);
    if (stem.length < shortestStem) return undefined;
    const stems = nearestStem(stem, 1).words.filter((each) => each[0] === stem[0]);
    const forms = stems.flatMap((each) => ofStem.get(each) ?? []);
    const winner = bestOf(forms, (form) => sharedStart(form, word) + count(form) / (count(form) + 1));
    return winner === undefined ? undefined : { word: winner, certainty: settings.mended.form };
  }

  function misspeltEveryday(word: string): Mended | undefined {
    if (word.length < shortestEveryday) return undefined;
    const near = nearestEveryday(word, 1).words;
    const meant = bestOf(near, (each) => (each[0] === word[0] ? 2 : 0) + (isSlip(word, each) ? 1 : 0));
    const alike = meant === undefined ? undefined : everyday.alike(meant);
    return alike === undefined ? undefined : { word: alike, certainty: settings.mended.form };
  }

  return {
    count,
    mend: (word, before, after) => {
      if (word.length < shortestMended || /\d/.test(word)) return undefined;
      const single = word.replace(/(.)\1\1+/g, '$1');
      if (single !== word && count(single) > 0) return { word: single, certainty: 1 };
      const alike = everyday.alike(single);
      if (alike !== undefined) return { word: alike, certainty: settings.mended.alike };
      if (everyday.has(single)) return undefined;
      const alikeSound = language === 'it' ? sounds(single).find((each) => count(each) > 0) : undefined;
      if (alikeSound !== undefined) return { word: alikeSound, certainty: settings.mended.once };
      return misspelt(single, before, after) ?? misspeltForm(single) ?? misspeltEveryday(single);
    },
    complete: (word) => {
      const long = /\d/.test(word) || everyday.elsewhere(word) ? undefined : shortened(word);
      return long === undefined ? undefined : { word: long, certainty: settings.mended.shortened };
    },
  };
}

/** What a "k" stands for in an Italian word, the commonest first; none without one. */
function sounds(word: string): readonly string[] {
  if (!word.includes('k')) return [];
  return ['c', 'ch', 'cc', 'cch'].map((letters) => word.replaceAll(/k+/g, letters));
}

/** Stemming takes most of the time that a vocabulary takes. */
function* groupedByStem(words: readonly string[], language: Language): Making<Map<string, string[]>> {
  const ofStem = new Map<string, string[]>();
  yield* eachInSteps(words.length, wordsInStep, (at) => {
    const word = words[at]!;
    const stem = stemOf(word, language);
    const forms = ofStem.get(stem);
    if (forms === undefined) ofStem.set(stem, [word]);
    else forms.push(word);
  });
  return ofStem;
}

const wordsInStep = 1000;
const prefixAgain: Readonly<Record<Language, string>> = { it: 'ri', en: 're' };
const shortestDoneAgain = 4;
const shortestMended = 3;
/** A word of 3 letters may be many things: it is read as a word that the corpus has so many times, or as none. */
const common = 3;
const shortestMendedTwice = 7;
const shortestStem = 5;
const shortestEveryday = 5;

/** The word of the highest merit, the first of equals. */
function bestOf(words: readonly string[], merit: (word: string) => number): string | undefined {
  let best: string | undefined;
  let highest = -1;
  for (const word of words) {
    const own = merit(word);
    if (own <= highest) continue;
    highest = own;
    best = word;
  }
  return best;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
