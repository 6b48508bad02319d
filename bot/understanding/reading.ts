import type { Change } from '../domain/understanding.ts';
import type { Mending } from './mending.ts';
import { requestBefore, type Request } from './requests.ts';
import { coreOf, type Courtesies } from './set-aside.ts';
import { settings } from './settings.ts';
import type { Borrowed } from './synonyms.ts';
import type { Mended, Vocabulary } from './vocabulary.ts';
import type { View } from './matcher.ts';
import type { Word } from './words.ts';

/** A message as read in one language. */
export interface Reading {
  readonly words: readonly Word[];
  /** The words between the courtesies as they are matched: misspelt ones mended. */
  readonly core: View;
  /** What may be matched beside them: the whole message, or what leads to a question with it; the same again after a request for help. */
  readonly beside: View;
  /** Position of the first word of the core. */
  readonly from: number;
  /** What stood before the core and leads to it; undefined when nothing did. */
  readonly request: Request | undefined;
  readonly mended: readonly Change[];
  /** How many of the words, mended ones too, the corpus knows. */
  readonly known: number;
}

/** What a message is read with. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly mend: Mending;
  readonly borrowed: Borrowed;
  readonly courtesies: Courtesies;
  readonly isWord: (key: string) => boolean;
  /** Words of the message that only tell how it is. */
  readonly told: ReadonlySet<string>;
}

/** Reads loan words as those of the corpus, mends what `isWord` does not know, and sets the courtesies at both ends aside: those that are plain as written are not mended. */
export function readingOf(
  words: readonly Word[],
  { vocabulary, mend, borrowed, courtesies, isWord, told }: Reader,
): Reading {
  const [first, end] = coreOf(
    words.map(({ key }) => key),
    courtesies,
  );
  const lent = (key: string): Mended | undefined => {
    const own = vocabulary.count(key) > 0 ? undefined : borrowed(key);
    return own === undefined ? undefined : { word: own, certainty: settings.mended.borrowed };
  };
  const mended: Change[] = [];
  const certainty = words.map(() => 1);
  const keys = words.map(({ key, written }, index) => {
    if (index < first || index >= end || courtesies.has(key)) return key;
    const better = lent(key) ?? (isWord(key) ? undefined : mend(key, words[index - 1]?.key, words[index + 1]?.key));
    if (better === undefined) return key;
    mended.push({ from: written, to: better.word });
    certainty[index] = better.certainty;
    return better.word;
  });
  const [from, to] = coreOf(keys, courtesies);
  const request = requestBefore(keys, from);
  const view = (start: number, stop: number): View => ({
    words: keys.slice(start, stop),
    certainty: certainty.slice(start, stop),
    told,
  });
  const core = view(from, to);
  return {
    words,
    core,
    beside: request === 'help' || to - from === keys.length ? core : view(0, request === 'inquiry' ? to : keys.length),
    from,
    request,
    mended,
    known: keys.filter((key) => vocabulary.count(key) > 0).length,
  };
}

/** Chat spellings as they were written, and what they were read as. */
export function expandedIn({ words }: Reading): readonly Change[] {
  const changes: Change[] = [];
  for (const { key, written, part } of words) {
    const last = changes.at(-1);
    if (part === 'first') changes.push({ from: written, to: key });
    if (part === 'more' && last !== undefined)
      changes[changes.length - 1] = { from: last.from, to: `${last.to} ${key}` };
  }
  return changes;
}

/** What stood before and after the core, as it was written. */
export function setAsideIn({ words, core, from }: Reading): readonly string[] {
  return [words.slice(0, from), words.slice(from + core.words.length)].map(phrase).filter((each) => each !== '');
}

function phrase(words: readonly Word[]): string {
  return words
    .filter(({ part }) => part === 'plain' || part === 'first')
    .map(({ written }) => written)
    .join(' ');
}
