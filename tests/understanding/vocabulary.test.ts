import fc from 'fast-check';
import Fuse from 'fuse.js';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../bot/domain/language.ts';
import { editDistance } from '../../bot/understanding/edit-distance.ts';
import { spaceOf, spaceReader } from '../../bot/understanding/features.ts';
import { lexiconOf } from '../../bot/understanding/lexicon.ts';
import { sentencesOf } from '../../bot/understanding/sentences.ts';
import { settings } from '../../bot/understanding/settings.ts';
import { shortenedFinder } from '../../bot/understanding/shortened.ts';
import { stemOf } from '../../bot/understanding/stem.ts';
import { atOnce } from '../../bot/understanding/steps.ts';
import { makingVocabulary, type Vocabulary } from '../../bot/understanding/vocabulary.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 0, maxLength: 9 });

describe('the distance between words', () => {
  test('it counts letters put in, left out, replaced and swapped', () => {
    const from = ['pacco', 'pcco', 'paccco', 'packo', 'pcaco', 'opacc', 'zzzzz'];
    expect(from.map((each) => editDistance(each, 'pacco', 3))).toEqual([0, 1, 1, 1, 1, 2, 4]);
  });

  test('within its limit it is the plain one, and beyond it says so', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the vocabulary', () => {
  const vocabulary = vocabularyFrom(
    [
      ['dove', 'pacco', 'spedizione'],
      ['pacco', 'arrivato'],
      ['spedizione', 'gratis'],
      ['rimborso', 'arrivato'],
    ],
    'it',
  );
  const mend = (text: string, before?: string, after?: string) => vocabulary.mend(text, before, after)?.word;

  test('a misspelt word is read as the nearest known one', () => {
    expect(['pcco', 'pacxo', 'psedizione', 'spedizioen', 'rimbrso', 'ariivato'].map((text) => mend(text))).toEqual([
      'pacco',
      'pacco',
      'spedizione',
      'spedizione',
      'rimborso',
      'arrivato',
    ]);
  });

  test('a word cut short is completed', () => {
    expect(['spediz', 'rimb'].map((text) => vocabulary.complete(text)?.word)).toEqual(['spedizione', 'rimborso']);
  });

  test('a stretched word shrinks', () => {
    expect(mend('pacccccccco')).toBe('pacco');
  });

  test('a word unlike all others stays unknown', () => {
    expect(['xyzxyz', 'qwerty', '12345', 'ab'].map((text) => mend(text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('what is done again is read as the same done once, rather than as a word two letters away', () => {
    const italian = vocabularyFrom([['quando', 'aprite'], ['riparate', 'lampade'], ['spedizione']], 'it');
    const english = vocabularyFrom(
      [
        ['send', 'invoice'],
        ['recent', 'order'],
      ],
      'en',
    );
    expect([
      italian.mend('riaprite', 'quando', undefined),
      italian.mend('riparite', undefined, 'lampade'),
      italian.mend('rispedizione', undefined, undefined),
      english.mend('resending', undefined, 'invoice'),
    ]).toEqual([
      { word: 'aprite', certainty: 0.7 },
      { word: 'riparate', certainty: 0.9 },
      { word: 'spedizione', certainty: 0.7 },
      { word: 'send', certainty: 0.7 },
    ]);
  });

  test('of two words as near, the neighbours decide', () => {
    const twins = vocabularyFrom(
      [
        ['il', 'costo', 'totale'],
        ['una', 'costa', 'lunga'],
        ['una', 'costa', 'bella'],
      ],
      'it',
    );
    expect([twins.mend('cost', 'il', undefined)?.word, twins.mend('cost', 'una', undefined)?.word]).toEqual([
      'costo',
      'costa',
    ]);
  });

  test('less of a mended word is believed the more was changed', () => {
    expect([
      vocabulary.mend('spedizone', undefined, undefined),
      vocabulary.mend('spdizone', undefined, undefined),
    ]).toEqual([
      { word: 'spedizione', certainty: 0.9 },
      { word: 'spedizione', certainty: 0.7 },
    ]);
  });

  test('what it finds is as near as the nearest that a plain search through all words finds', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(long, { minLength: 1, maxLength: 30 }), long, (known, text) => {
        fc.pre(!known.includes(text) && !/(.)\1\1/.test(text));
        const limit = text.length >= 7 ? 2 : 1;
        const nearest = Math.min(...known.map((each) => plainDistance(text, each)));
        const found = vocabularyFrom(
          known.map((each) => [each]),
          'en',
        ).mend(text, undefined, undefined)?.word;
        fc.pre(nearest <= limit);
        expect(plainDistance(text, found ?? '')).toBe(nearest);
      }),
      { numRuns: 300 },
    );
  });
});

function vocabularyFrom(sentences: readonly (readonly string[])[], language: Language): Vocabulary {
  const stemmed = (each: string): string => stemOf(each, language);
  const space = spaceOf(sentences, stemmed, settings.blocks);
  const reader = spaceReader(space, stemmed);
  const numbered = sentencesOf(sentences.map((words) => words.map(reader.numberOf)));
  return atOnce(makingVocabulary(lexiconOf(space, numbered, reader, []), language));
}

/** The obvious one: the whole table of the optimal-alignment distance. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, table[i - 2]![j - 2]! + 1);
      table[i]![j] = cost;
    }
  }
  return table[a.length]![b.length]!;
}

describe('the beginnings of words', () => {
  test('looking only among words that share letters finds what fuse.js finds among all', () => {
    const words = [
      'spedizione',
      'spedizioni',
      'spedire',
      'rispedire',
      'abbonamento',
      'abbonarsi',
      'pagamento',
      'pacco',
      'internazionale',
      'internazionalizzazione',
      'amministrazione',
    ];
    const whole = new Fuse(words, { includeScore: true, threshold: 0.1, location: 0, distance: 20 });
    const find = shortenedFinder(words, (each) => each);
    const cut = fc.tuple(fc.constantFrom(...words), fc.nat(3), fc.integer({ min: 4, max: 22 }), fc.nat(40));
    fc.assert(
      fc.property(cut, ([each, from, letters, wrong]) => {
        const part = each.slice(from, from + letters);
        const short = wrong < part.length ? `${part.slice(0, wrong)}x${part.slice(wrong + 1)}` : part;
        fc.pre(short.length >= 4);
        const found = whole.search(short);
        const [best, second] = found;
        const plain =
          best !== undefined &&
          best.item.length - short.length <= 6 &&
          (second === undefined || second.score! > best.score! + 0.05);
        expect(find(short)).toBe(plain ? best.item : undefined);
      }),
      { numRuns: 600 },
    );
  });
});
