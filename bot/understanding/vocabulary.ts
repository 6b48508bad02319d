import type { Language } from '../domain/language.ts';
import { editDistance } from './edit-distance.ts';
import type { Lexicon } from './lexicon.ts';
import { settings } from './settings.ts';
import { shortenedFinder } from './shortened.ts';
import { stemOf } from './stem.ts';

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
 * Mending reads an unknown word of 4 letters or more as the nearest word of the corpus: Damerau's distance 1, or 2 from 7
 * letters. All words of about its length are looked at, most of them only by their letters: one edit changes at most two
 * bits of the set of letters, so a word whose set differs in more than 2d bits is farther than d. Distance 2 is tried when nothing is at 1. This needs no index and
 * costs some 10 microseconds with 5,000 words. Of several words at the same distance the one wins that keeps the first letter, then the
 * one that the corpus knows beside the same neighbours, then the more frequent one, then alphabetical order.
 */
export function vocabularyOf({ words: all, count, beside }: Lexicon, language: Language): Vocabulary {
  const known = all.filter((word) => word.length >= 3 && !/\d/.test(word)).sort();
  const shortened = shortenedFinder(known, (word) => stemOf(word, language));
  const byLength = new Map<number, { words: string[]; letters: Int32Array }>();
  for (const length of new Set(known.map((word) => word.length))) {
    const words = known.filter((word) => word.length === length);
    byLength.set(length, { words, letters: Int32Array.from(words, letterSet) });
  }

  function nearest(word: string, limit: number): { readonly distance: number; readonly words: readonly string[] } {
    const letters = letterSet(word);
    let best = limit;
    let found: string[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      const shelf = byLength.get(length);
      if (shelf === undefined) continue;
      for (let index = 0; index < shelf.words.length; index++) {
        if (bits(letters ^ (shelf.letters[index] ?? 0)) > 2 * best) continue;
        const candidate = shelf.words[index] ?? '';
        const distance = editDistance(word, candidate, best);
        if (distance > best) continue;
        if (distance < best) found = [];
        best = distance;
        found.push(candidate);
      }
    }
    return { distance: best, words: found };
  }

  return {
    count,
    mend: (word, before, after) => {
      if (word.length < shortestMended || /\d/.test(word)) return undefined;
      const single = word.replace(/(.)\1\1+/g, '$1');
      if (single !== word && count(single) > 0) return { word: single, certainty: 1 };
      let winner: string | undefined;
      let highest = -1;
      let near = nearest(single, 1);
      if (near.words.length === 0 && single.length >= shortestMendedTwice) near = nearest(single, 2);
      const { distance, words } = near;
      const short = single.length < 4;
      for (const candidate of words) {
        if (short && (candidate[0] !== single[0] || candidate.length < 4 || count(candidate) < common)) continue;
        const neighbours =
          (before !== undefined && beside(before, candidate) ? 1 : 0) +
          (after !== undefined && beside(candidate, after) ? 1 : 0);
        const frequency = count(candidate);
        const merit = (candidate[0] === single[0] ? 4 : 0) + neighbours + frequency / (frequency + 1);
        if (merit > highest) {
          highest = merit;
          winner = candidate;
        }
      }
      if (winner === undefined) return undefined;
      return { word: winner, certainty: distance === 1 ? settings.mended.once : settings.mended.twice };
    },
    complete: (word) => {
      const long = /\d/.test(word) ? undefined : shortened(word);
      return long === undefined ? undefined : { word: long, certainty: settings.mended.shortened };
    },
  };
}

const shortestMended = 3;
/** A word of 3 letters may be many things: it is read as a word that the corpus has so many times, or as none. */
const common = 3;
const shortestMendedTwice = 7;

function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

function bits(set: number): number {
  let v = set - ((set >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
