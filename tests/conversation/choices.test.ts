import { describe, expect, test } from 'vitest';
import { choiceWritten } from '../../bot/conversation/choices.ts';
import { fill } from '../../bot/conversation/fill.ts';

const choices = [
  { value: 'yes', label: 'Sì', words: ['certo', '👍'] },
  { value: 'no', label: 'No, grazie', words: ["non m'interessa"] },
];

describe('a choice that is written', () => {
  test.each([
    ['sì', 'yes'],
    ['SI!', 'yes'],
    ['  Certo. ', 'yes'],
    ['👍🏽', 'yes'],
    ['1', 'yes'],
    ['2.', 'no'],
    ['no grazie', 'no'],
    ['non m’interessa', 'no'],
    ['0', undefined],
    ['3', undefined],
    ['no', undefined],
    ['sì ma quando?', undefined],
    ['', undefined],
  ])('"%s" means %s', (text, value) => {
    expect(choiceWritten(text, choices)?.value).toBe(value);
  });
});

describe('a sentence with values', () => {
  test('shows a value as it was written, never as markup', () => {
    expect(fill('**{number}** a {contact}', { number: 'A_1', contact: '<a*b@c.it>\n# x' })).toBe(
      '**A\\_1** a \\<a\\*b@c.it\\> \\# x',
    );
  });

  test('takes no value for a mark of its own', () => {
    expect(fill('{a} {b} {toString}', { a: '{b}', b: '$& $1' })).toBe('\\{b\\} $\\& $1 {toString}');
  });
});
