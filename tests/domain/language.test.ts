import { describe, expect, test } from 'vitest';
import { acceptedLanguage, languageOf } from '../../bot/domain/language.ts';

test('the language of a tag is that of its first part, if Sportello speaks it', () => {
  expect(['it-IT', 'EN', 'en_GB', 'fr-FR', '', undefined].map(languageOf)).toEqual([
    'it',
    'en',
    'en',
    undefined,
    undefined,
    undefined,
  ]);
});

describe('of the languages that a browser accepts', () => {
  test.each([
    ['the only one', 'it', 'it'],
    ['the first, when none is preferred', 'en, it', 'en'],
    ['the preferred one, wherever it stands', 'en;q=0.1, it;q=0.9', 'it'],
    ['the one without a number, since it counts as 1', 'it;q=0.9, en', 'en'],
    ['one that Sportello speaks, before those that it does not', 'fr, de;q=0.9, en-GB;q=0.2', 'en'],
    ['the other one, when one is refused', 'it;q=0, en;q=0.001', 'en'],
    ['the one whose number can be read', 'it;q=x, en;Q=0.5', 'en'],
    ['none, when it names none of them', 'fr, *;q=0.5', undefined],
    ['none, when it says nothing', undefined, undefined],
  ])('it is %s', (_, header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
