import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { wordsOf } from '../../bot/understanding/words.ts';
import { english, italian, shop, told } from './shop.ts';

const understand = buildUnderstand(shop);
const words = shop.entries.flatMap(({ texts }) =>
  [texts.it, texts.en].flatMap((each) => each?.examples ?? []).flatMap((each) => each.split(' ')),
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((each) => each.join(' ')),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\udc00a',
    'a'.repeat(100_000),
    "'".repeat(5000),
    '1 '.repeat(20_000),
    'é́́́'.repeat(2000),
    'constructor __proto__ toString',
  ),
);

describe('whatever the customer writes', () => {
  test('it is understood without an error, with confidences within 0..1 in falling order, and no entry twice', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(italian, english), (text, context) => {
        const { matches, decision } = understand(text, context);
        const confidences = matches.map(({ confidence }) => confidence);
        expect(confidences.filter((each) => !(each >= 0 && each <= 1))).toEqual([]);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
        expect(new Set(matches.map(({ id }) => id)).size).toBe(matches.length);
        const decided = decision.kind === 'answer' ? [decision.id] : decision.kind === 'clarify' ? decision.ids : [];
        expect(decided.filter((id) => !matches.some((match) => match.id === id))).toEqual([]);
        expect(matches.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 300 },
    );
  });

  test('the same message is understood the same each time, whatever was asked in between', () => {
    const before = told(understand('quando arriva il pacco', italian));
    fc.assert(
      fc.property(anything, (text) => void understand(text, english)),
      { numRuns: 50 },
    );
    expect(told(understand('quando arriva il pacco', italian))).toEqual(before);
  });

  test('the order of the entries makes no difference', () => {
    const questions = [
      "dov'è il mio pacco",
      'ordine',
      'rimborso non arrivato',
      'can I pay with paypal',
      'ciao',
      'apertura domenica mattina',
    ];
    const answers = questions.map((text) => told(understand(text, italian)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...shop.entries], { minLength: shop.entries.length }), (entries) => {
        const other = buildUnderstand({ ...shop, entries });
        expect(questions.map((text) => told(other(text, italian)))).toEqual(answers);
      }),
      { numRuns: 10 },
    );
  });

  test('words never hold accents, capitals or spaces', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('it' as const, 'en' as const), (text, language) => {
        expect(wordsOf(text, language).filter(({ key }) => /\s|[A-ZÀ-Ý]/.test(key))).toEqual([]);
      }),
      // A ligature that opens into a space.
      { numRuns: 200, examples: [['\ufc5e', 'it']] },
    );
  });
});
