import type { Language } from '../domain/language.ts';
import { coreOf, type Courtesies } from './set-aside.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf, type Word } from './words.ts';

/** A message as read in one language. */
export interface Reading {
  readonly words: readonly Word[];
  /** What is matched: mended keys of the words between the courtesies. */
  readonly core: readonly string[];
  /** Position of the first word of the core. */
  readonly from: number;
  /** All mended keys. */
  readonly whole: readonly string[];
  readonly mended: readonly { readonly from: string; readonly to: string }[];
  /** Words, mended ones too, that the corpus knows. */
  readonly known: number;
}

/** Reads a text (identifiers taken out) in one language: words, courtesies set aside, unknown words mended. */
export function readingOf(
  text: string,
  language: Language,
  vocabulary: Vocabulary,
  courtesies: Courtesies,
  known: (word: string) => boolean,
): Reading {
  const words = wordsOf(text, language);
  const keys = words.map(({ key }) => key);
  const mended: { from: string; to: string }[] = [];
  const whole = keys.map((key, index) => {
    if (vocabulary.count(key) > 0 || known(key)) return key;
    const better = vocabulary.mend(key, keys[index - 1], keys[index + 1]);
    if (better === undefined) return key;
    mended.push({ from: words[index]!.written, to: better });
    return better;
  });
  const [from, to] = coreOf(whole, courtesies);
  return {
    words,
    whole,
    core: whole.slice(from, to),
    from,
    mended,
    known: whole.filter((key) => vocabulary.count(key) > 0).length,
  };
}
