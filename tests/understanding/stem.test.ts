import { expect, test } from 'vitest';
import { stemOf } from '../../bot/understanding/stem.ts';

test('what one asks of several people has the stem of its verb, whoever hangs on it', () => {
  const forms = ['rimborsate', 'rimborsatemi', 'rimborsateci', 'rimborsatemela', 'rimborsatelo'];
  expect(new Set(forms.map((word) => stemOf(word, 'it')))).toEqual(new Set([stemOf('rimborsare', 'it')]));
});

test('words that merely end like one keep their end', () => {
  expect(['sistemi', 'vitello', 'tutela', 'clientela'].map((word) => stemOf(word, 'it'))).toEqual([
    'sistem',
    'vitell',
    'tutel',
    'clientel',
  ]);
});

test('words with digits and the shortest ones are their own stem', () => {
  expect(['3x2', 'ho', '24h'].map((word) => stemOf(word, 'it'))).toEqual(['3x2', 'ho', '24h']);
});
