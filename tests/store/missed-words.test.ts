import { expect, test } from 'vitest';
import { missedWords } from '../../bot/store/missed-words.ts';

test('questions in nearly the same words are counted together, and others are not', () => {
  const same = [
    'vendete mongolfiere',
    'Vendete le mongolfiere?!',
    '  VENDÈTE   mongolfiere… ',
    'Buongiorno, vendete mongolfiere? Grazie mille!',
    'vendete mongolfiere? scrivetemi a zia@example.it',
  ];
  expect(new Set(same.map((text) => missedWords(text)))).toEqual(new Set(['vendete mongolfiere']));
  expect(missedWords('non vendete mongolfiere?')).toBe('non vendete mongolfiere');
  expect(missedWords('dov’è l’ordine AB-123456?')).toBe(missedWords('Dov’è ordine CD-999999'));
  expect(missedWords('Hi, do you repair the lamps?')).toBe('do you repair lamps');
  expect(['ciao', 'grazie', 'la', '?!'].map((text) => missedWords(text))).toEqual(['ciao', 'grazie', 'la', '']);
});

test('a bare number, and a contact however it is written, are no questions', () => {
  const none = [
    '12345',
    'bob@@example',
    'bob@example',
    'la mia e-mail è bob@@example',
    'bob chiocciola example punto it',
  ];
  expect(none.map((text) => missedWords(text))).toEqual(none.map(() => ''));
  expect(missedWords('rimborso per bob@example.it')).toBe('rimborso per');
});
