import type { Language } from '../domain/language.ts';
import { chatSpellings, type Spelling } from './chat-spelling.ts';
import { foldWord } from './fold.ts';

/** One word of a message: what is compared, and what the customer wrote. */
export interface Word {
  /** Lower case, without accents, elisions and chat spellings written out. */
  readonly key: string;
  /** The stretch of the message that it comes from. */
  readonly written: string;
  /** `plain` as it was written; `first` and `more` are what a chat spelling was written out to; `rest` follows an apostrophe. */
  readonly part: 'plain' | 'first' | 'more' | 'rest';
}

/*
 * Words are runs of letters and digits after NFC. Accents are folded away for comparing, because customers leave them out
 * ("perche", "perche'"), and kept in `written` for showing. An apostrophe separates (l'ordine -> l + ordine) and the elided
 * word is completed where only one word can be meant (dov'è -> dove è), so that every spelling of a phrase gives the same words.
 */
/** The words of a text as read in one language, at most 200 of them. */
export function wordsOf(text: string, language: Language): readonly Word[] {
  const spellings = chatSpellings[language];
  const words: Word[] = [];
  const plain = text.normalize('NFC').toLowerCase().replace(apostrophes, "'");
  let before = '';
  for (const [written] of plain.matchAll(run)) {
    if (words.length >= maximumWords) break;
    const spelling = spellings.get(foldWord(written.replaceAll("'", '')));
    if (spelling !== undefined && spelling.of(written, before)) {
      spelling.words.forEach((key, index) => {
        words.push({ key, written, part: partOf(spelling.kind, index) });
      });
    } else {
      split[language](written).forEach((key, index) =>
        words.push({ key, written, part: partOf('contraction', index) }),
      );
    }
    before = written;
  }
  return words;
}

function partOf(kind: Spelling['kind'], index: number): Word['part'] {
  if (kind === 'chat') return index === 0 ? 'first' : 'more';
  return index === 0 ? 'plain' : 'rest';
}

const maximumWords = 200;
const maximumLetters = 40;
const apostrophes = /[’‘ʼ´`′]/g;
const run = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu;

const split: Readonly<Record<Language, (written: string) => readonly string[]>> = {
  it: (written) => {
    const parts = written.split("'").map(key);
    return parts.map((part, index) => (index < parts.length - 1 ? (elided.get(part) ?? part) : part));
  },
  en: (written) => {
    const [host = '', ...tails] = written.split("'").map(key);
    const words = [host];
    for (const tail of tails) {
      if (tail === 's') {
        if (beforeIs.has(host)) words.push('is');
      } else words.push(contracted.get(tail) ?? tail);
    }
    return words;
  },
};

function key(part: string): string {
  return foldWord(part).slice(0, maximumLetters);
}

/** What an Italian word is when an apostrophe has cut its vowel off. */
const elided = new Map(
  Object.entries({
    dov: 'dove',
    cos: 'cosa',
    com: 'come',
    qual: 'quale',
    quand: 'quando',
    quant: 'quanto',
    c: 'ci',
    m: 'mi',
    t: 'ti',
    s: 'si',
    v: 'vi',
    n: 'ne',
    d: 'di',
    un: 'un',
    quest: 'questo',
    quell: 'quello',
    dell: 'del',
    all: 'al',
    nell: 'nel',
    sull: 'sul',
    dall: 'dal',
    coll: 'con',
    anch: 'anche',
    tutt: 'tutto',
    nient: 'niente',
    mezz: 'mezza',
    ch: 'che',
    senz: 'senza',
    buon: 'buona',
    bell: 'bello',
    null: 'nulla',
    po: 'poco',
    gl: 'gli',
  }),
);

const contracted = new Map(Object.entries({ m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would', em: 'them' }));

/** After these 's means is (what's); after others it marks possession, and is dropped. */
const beforeIs = new Set([
  'what',
  'where',
  'when',
  'who',
  'how',
  'why',
  'it',
  'that',
  'this',
  'there',
  'here',
  'he',
  'she',
]);
