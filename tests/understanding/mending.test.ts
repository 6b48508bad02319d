import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendingIn } from '../../bot/understanding/mending.ts';
import { partsOf } from '../../bot/understanding/parts.ts';
import { readingOf } from '../../bot/understanding/reading.ts';
import type { Mended, Vocabulary } from '../../bot/understanding/vocabulary.ts';
import { wordsOf } from '../../bot/understanding/words.ts';

/** A vocabulary that counts how often it is searched, and finds what begins with "p". */
function counting() {
  const searched = { mend: 0, complete: 0 };
  const pacco = (word: string): Mended | undefined =>
    word.startsWith('p') ? { word: 'pacco', certainty: 0.9 } : undefined;
  const vocabulary: Vocabulary = {
    count: (word) => (word === 'pacco' ? 1 : 0),
    mend: (word) => (searched.mend++, pacco(word)),
    complete: () => (searched.complete++, undefined),
  };
  return { searched, vocabulary };
}

const letters = fc.string({ unit: fc.constantFrom('p', 'q', 'a', 'o'), minLength: 1, maxLength: 12 });
const sentence = fc.array(letters, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const message = fc.array(sentence, { minLength: 1, maxLength: 9 }).map((sentences) => sentences.join('. '));

test('however long a message is, the vocabulary is searched 80 times at most, and six times for what was cut short', () => {
  fc.assert(
    fc.property(message, (text) => {
      const { searched, vocabulary } = counting();
      const reader = {
        vocabulary,
        mend: mendingIn(vocabulary),
        courtesies: new Set<string>(),
        borrowed: () => undefined,
        isWord: (word: string) => word === 'pacco',
        told: new Set<string>(),
      };
      for (const each of [text, ...partsOf(text).map((part) => part.text)]) readingOf(wordsOf(each, 'it'), reader);
      expect(searched.mend).toBeLessThanOrEqual(80);
      expect(searched.complete).toBeLessThanOrEqual(6);
    }),
  );
});

test('a word that comes again is not searched again', () => {
  const { searched, vocabulary } = counting();
  const mend = mendingIn(vocabulary);
  const found = ['pacoc', 'qqq', 'pacoc', 'qqq'].map((word) => mend(word, 'il', 'mio')?.word);
  expect([found, searched]).toEqual([['pacco', undefined, 'pacco', undefined], { mend: 2, complete: 1 }]);
});
