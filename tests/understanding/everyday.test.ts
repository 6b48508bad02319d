import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { everydayWords, plainWords } from '../../bot/understanding/everyday-words.ts';
import { everydayFinder } from '../../bot/understanding/everyday.ts';
import { nearestAmong } from '../../bot/understanding/nearest-words.ts';
import { editDistance } from '../../bot/understanding/edit-distance.ts';
import { isSlip } from '../../bot/understanding/slip.ts';
import { stemOf } from '../../bot/understanding/stem.ts';
import { tell } from '../../bot/understanding/tell.ts';
import { entry, italian, shop } from './shop.ts';

const finder = (words: readonly string[]) =>
  everydayFinder(
    Map.groupBy(words, (word) => stemOf(word, 'it')),
    'it',
  );

describe('everyday words', () => {
  test('one that the corpus lacks is read as the nearest of its set that the corpus has, in any form', () => {
    const { alike } = finder(['costi', 'spedite', 'bloccato']);
    expect(['prezzo', 'prezzi', 'tariffa', 'spedizione', 'blocco', 'lampada'].map(alike)).toEqual([
      'costi',
      'costi',
      'costi',
      'spedite',
      undefined,
      undefined,
    ]);
  });

  test('the set that a word begins goes before the sets that only hold it', () => {
    expect(finder(['posta', 'sms']).alike('mail')).toBe('posta');
    expect(finder(['trattoria', 'bottega']).alike('negozio')).toBe('bottega');
  });

  test('a word is found alike just when an obvious search through the sets finds one', () => {
    const all = [...new Set(everydayWords.it.flat())];
    fc.assert(
      fc.property(fc.subarray(all, { maxLength: 40 }), fc.constantFrom(...all), (known, word) => {
        const stems = new Set(known.map((each) => stemOf(each, 'it')));
        const stem = stemOf(word, 'it');
        const plain = everydayWords.it
          .filter((set) => set.some((each) => stemOf(each, 'it') === stem))
          .flatMap((set) => set.map((each) => stemOf(each, 'it')))
          .filter((each) => stems.has(each));
        const found = finder(known).alike(word);
        const wanted = stems.has(stem) ? [] : plain;
        expect(found === undefined ? wanted.length === 0 : wanted.includes(stemOf(found, 'it'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('every word is folded, alone, and in no set twice', () => {
    const sets = [...everydayWords.it, ...everydayWords.en, plainWords.it, plainWords.en];
    expect(sets.flat().filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(
      everydayWords.it.concat(everydayWords.en).filter((set) => set.length < 2 || new Set(set).size < set.length),
    ).toEqual([]);
  });

  test('a message in other everyday words than those of the examples finds its entry, and tells how it was read', () => {
    const understand = buildUnderstand({
      ...shop,
      entries: [
        ...shop.entries,
        entry('lamps', { it: ['quanto costa la lampada', 'la lampada è rotta', 'la lampada è arrivata rotta'] }),
      ],
    });
    const { matches, explain } = understand('la lampada è difettosa', italian);
    expect(matches[0]?.id).toBe('lamps');
    expect(explain().mended).toEqual([{ from: 'difettosa', to: 'rotta' }]);
    expect(tell(explain(), 'en').join(' ')).toContain(
      '“difettosa” is not a word of the knowledge; it was read as “rotta”.',
    );
  });
});

describe('typing errors', () => {
  test('a slip swaps, doubles, leaves out, or hits the key beside; a far key is none', () => {
    expect(
      [
        ['pcaco', 'pacco'],
        ['paccco', 'pacco'],
        ['pcco', 'pacco'],
        ['pavco', 'pacco'],
        ['palco', 'pacco'],
      ].map(([written, meant]) => isSlip(written!, meant!)),
    ).toEqual([true, true, true, true, false]);
  });

  test('the nearest words are those of a plain search', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, fc.integer({ min: 1, max: 2 }), (all, from, limit) => {
        const distances = all.map((each) => editDistance(from, each, limit));
        const least = Math.min(limit, ...distances);
        expect(nearestAmong(all)(from, limit).words.toSorted()).toEqual(
          all.filter((_, at) => distances[at] === least).toSorted(),
        );
      }),
      { numRuns: 300 },
    );
  });
});
