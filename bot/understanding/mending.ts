import type { Mended, Vocabulary } from './vocabulary.ts';

/** The word that an unknown one stands for, between its neighbours; undefined when there is none. */
export type Mending = (word: string, before: string | undefined, after: string | undefined) => Mended | undefined;

/*
 * Looking for the word that an unknown one stands for takes most of the time that a long message needs, and its sentences
 * are read again one by one. So each word is looked up once a message, and only the first of them: a message with more unknown words is
 * not misspelt but about something else.
 */
/** Makes what mends the words of one message. */
export function mendingIn(vocabulary: Vocabulary): Mending {
  const found = new Map<string, Map<string, Mended | undefined>>();
  const completed = new Map<string, Mended | undefined>();

  function complete(word: string): Mended | undefined {
    if (!completed.has(word) && found.size <= mostCompleted) completed.set(word, vocabulary.complete(word));
    return completed.get(word);
  }

  return (word, before = '', after = '') => {
    let between = found.get(word);
    if (between === undefined) {
      if (found.size >= mostMended) return undefined;
      between = new Map();
      found.set(word, between);
    }
    const place = `${before} ${after}`;
    if (!between.has(place)) {
      // The same word between many different neighbours is no longer told apart by them.
      if (between.size >= mostPlaces) return between.values().next().value;
      between.set(place, vocabulary.mend(word, before, after) ?? complete(word));
    }
    return between.get(place);
  };
}

const mostMended = 20;
const mostCompleted = 6;
const mostPlaces = 4;
