import { describe, expect, test } from 'vitest';
import type { Language } from '../../bot/domain/language.ts';
import { wordsOf } from '../../bot/understanding/words.ts';

const read = (text: string, language: Language = 'it'): string =>
  wordsOf(text, language)
    .map(({ key }) => key)
    .join(' ');

describe('reading words', () => {
  test('accents are folded for comparing and kept for showing', () => {
    expect(wordsOf('Perché più?', 'it')).toEqual([
      { key: 'perche', written: 'perché', part: 'plain' },
      { key: 'piu', written: 'più', part: 'plain' },
    ]);
  });

  test('an accent is the same composed, decomposed, as an apostrophe or left out', () => {
    expect(
      new Set(['perché', 'perche\u0301', "perche'", 'PERCHÉ', 'perche', 'perchè'].map((text) => read(text))),
    ).toEqual(new Set(['perche']));
  });

  test('an elision is completed where only one word can be meant', () => {
    expect(read("dov'è l'ordine")).toBe('dove e l ordine');
    expect(read('dove è l’ordine')).toBe('dove e l ordine');
    expect(read('dovè l´ordine')).toBe('dove e l ordine');
    expect(read("un'altra")).toBe('un altra');
    expect(read("cos'è quest'articolo")).toBe('cosa e questo articolo');
    expect(read("dell'acquisto")).toBe('del acquisto');
  });

  test('an English contraction is the same with an apostrophe, a typographic one, or none', () => {
    expect(new Set(["I can't", 'I can’t', 'i cant', 'I cannot'].map((text) => read(text, 'en')))).toEqual(
      new Set(['i can not']),
    );
    expect(read("what's my parcel's status, I'd ask", 'en')).toBe('what is my parcel status i would ask');
    expect(read('ill', 'en')).toBe('ill');
    expect(read("i'll", 'en')).toBe('i will');
  });

  test('chat spelling is written out in its own language only', () => {
    expect(read('xké nn arriva? grz, cmq qnd arriva x me')).toBe(
      'perche non arriva grazie comunque quando arriva per me',
    );
    expect(read('pls tell u thx', 'en')).toBe('please tell you thanks');
    expect(read('pls', 'it')).toBe('per favore');
    expect(read('nn', 'en')).toBe('nn');
  });

  test('a chat spelling is marked so that it can be told', () => {
    expect(wordsOf('pls', 'it')).toEqual([
      { key: 'per', written: 'pls', part: 'first' },
      { key: 'favore', written: 'pls', part: 'more' },
    ]);
  });

  test('emoji, signs and doubled spaces are no words', () => {
    expect(read('  ciao!!!   😀 dove,  è?? ')).toBe('ciao dove e');
    expect(wordsOf('😀 !!! ...', 'it')).toEqual([]);
  });
});
