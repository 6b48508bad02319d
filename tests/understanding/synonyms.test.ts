import { describe, expect, test } from 'vitest';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { tell } from '../../bot/understanding/tell.ts';
import { borrowedIn, stemmerOf } from '../../bot/understanding/synonyms.ts';
import { shop } from './shop.ts';

const sets = [{ it: ['pacco', 'collo', 'cassettina'], en: ['parcel', 'box'] }, { it: ['ordine', 'acquisto'] }];
const understand = buildUnderstand({ ...shop, synonyms: sets });
const ask = (text: string, language: 'it' | 'en' = 'it', asked = understand) =>
  asked(text, { language, channel: 'webchat', date: '2026-11-21' });

describe('synonyms', () => {
  test('words of a set share a stem, in all their forms; others keep their own', () => {
    const stem = stemmerOf('it', sets);
    expect([
      stem('colli') === stem('pacco'),
      stem('acquisti') === stem('ordini'),
      stem('pacco') === stem('ordine'),
    ]).toEqual([true, true, false]);
    expect(stem('lampada')).toBe(stemmerOf('it')('lampada'));
  });

  test('the order of the words of a set makes no difference', () => {
    const turned = [{ it: ['cassettina', 'collo', 'pacco'], en: ['box', 'parcel'] }, { it: ['acquisto', 'ordine'] }];
    for (const word of ['collo', 'pacchi', 'acquisto', 'parcel'])
      expect(stemmerOf('it', turned)(word)).toBe(stemmerOf('it', sets)(word));
  });

  test('a question finds the examples that say it with another word, and tells so', () => {
    const { matches, explain } = ask('dove si trova la cassettina?');
    const without = ask('dove si trova la cassettina?', 'it', buildUnderstand(shop)).matches[0]?.confidence ?? 0;
    expect(matches[0]?.id).toBe('track-order');
    expect(matches[0]?.confidence).toBeGreaterThan(without);
    expect(explain().synonyms).toEqual([{ from: 'cassettina', to: 'pacco' }]);
    expect(tell(explain(), 'en')).toContain('“cassettina” counted as “pacco”, by the synonyms.');
  });

  test('a loan word of the other language counts as its set', () => {
    expect(ask('dove si trova la mia box?').matches[0]?.id).toBe('track-order');
    expect(ask('where is my pacco?', 'en').matches[0]).toMatchObject({ id: 'track-order', language: 'en' });
  });

  test('a loan word is read as the word of its set that the corpus has, and tells so', () => {
    const { matches, explain } = ask('where has my pacchi got to', 'en');
    const itself = ask('where has my parcel got to', 'en').matches[0]?.confidence ?? 0;
    expect({ id: matches[0]?.id, mended: explain().mended }).toEqual({
      id: 'track-order',
      mended: [{ from: 'pacchi', to: 'parcel' }],
    });
    expect(matches[0]?.confidence).toBeGreaterThan(itself - 0.1);
  });

  test('only what the language itself does not have is borrowed, and nothing that the corpus has no word for', () => {
    const has = (...words: readonly string[]) => borrowedIn('en', lent, (word) => (words.includes(word) ? 1 : 0));
    const lent = [{ it: ['reso', 'via'], en: ['return', 'way'] }, { it: ['conto'], en: ['via'] }, { it: ['merce'] }];
    expect(['reso', 'resi', 'via', 'merce', 'come'].map(has('return'))).toEqual([
      'return',
      'return',
      undefined,
      undefined,
      undefined,
    ]);
    expect(has()('reso')).toBeUndefined();
    const rata = borrowedIn('it', [{ it: ['rata'], en: ['installment'] }], () => 1);
    expect(['installments', 'installate'].map(rata)).toEqual(['rata', undefined]);
    expect(has('return', 'way')('reso')).toBe('return');
  });

  test('a loan word keeps the forms of its own language, and no word of function becomes one', () => {
    const stem = stemmerOf('it', [{ it: ['eliminare'], en: ['delete'] }]);
    expect(stem('deleted')).toBe(stem('eliminare'));
    expect(stem('del')).toBe('del');
  });

  test('a synonym that no example holds is a known word, and is not mended', () => {
    expect(ask('traccia il collo').explain().mended).toEqual([]);
    expect(ask('traccia il coollo').explain().mended).toEqual([{ from: 'coollo', to: 'collo' }]);
  });
});
