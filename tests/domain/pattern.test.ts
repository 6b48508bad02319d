import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { matches, parsePattern, type Pattern } from '../../bot/domain/pattern.ts';

function pattern(source: string): Pattern {
  const parsed = parsePattern(source);
  if (parsed.kind === 'error') throw new Error(`${source} ${parsed.message.en}`);
  return parsed;
}

const fits = (source: string, message: string) => matches(pattern(source), message.split(' ').filter(Boolean));

describe('a pattern', () => {
  test('fits a message that has its words in its order, with any words where the star is', () => {
    const source = '(parlare|parlo) * (operatore|persona)';
    expect(fits(source, 'parlare con un operatore')).toBe(true);
    expect(fits(source, 'parlo operatore')).toBe(true);
    expect(fits(source, 'operatore parlare')).toBe(false);
  });

  test('must fit the whole message, unless a star at its ends allows more', () => {
    expect(fits('parlare con un operatore', 'vorrei parlare con un operatore')).toBe(false);
    expect(fits('* parlare con un operatore', 'vorrei parlare con un operatore')).toBe(true);
    expect(fits('* operatore *', 'un operatore subito grazie')).toBe(true);
  });

  test('may have several words, and groups, in an alternative', () => {
    const source = '(voglio (un|una)|passami la) persona';
    expect(fits(source, 'voglio una persona')).toBe(true);
    expect(fits(source, 'passami la persona')).toBe(true);
    expect(fits(source, 'passami una persona')).toBe(false);
  });

  test('reads its words as messages are read, when told how', () => {
    const parsed = parsePattern("DOV'È * pacco", (literal) => literal.toLowerCase().split("'"));
    expect(parsed.kind === 'pattern' && matches(parsed, ['dov', 'è', 'il', 'pacco'])).toBe(true);
  });

  test('that is written wrongly says what is wrong and where', () => {
    const wrong = ['(a|b', 'a)', 'a|b', '(a||b)', '()', '*', '', 'a ?', `${'('.repeat(11)}a${')'.repeat(11)}`];
    const noWord = { it: 'non contiene parole', en: 'has no word in it' };
    expect(wrong.map((source) => parsePattern(source))).toEqual([
      { kind: 'error', message: { it: 'ha una "(" senza ")" dopo', en: 'has a "(" without a ")" after it' }, at: 0 },
      { kind: 'error', message: { it: 'ha una ")" senza "(" prima', en: 'has a ")" without a "(" before it' }, at: 1 },
      { kind: 'error', message: { it: 'ha una "|" fuori da "( )"', en: 'has a "|" outside of "( )"' }, at: 1 },
      {
        kind: 'error',
        message: {
          it: 'non ha niente tra due segni di "( | )"',
          en: 'has nothing between two signs of "( | )"',
        },
        at: 3,
      },
      { kind: 'error', message: noWord, at: 0 },
      { kind: 'error', message: noWord, at: 0 },
      { kind: 'error', message: noWord, at: 0 },
      { kind: 'error', message: { it: 'ha "?", che non è una parola', en: 'has "?", which is no word' }, at: 2 },
      {
        kind: 'error',
        message: {
          it: 'ha gruppi dentro gruppi, più di 10 livelli',
          en: 'has groups within groups, more than 10 deep',
        },
        at: 10,
      },
    ]);
  });

  test('with many stars does not blow up on a long message', () => {
    const stars = pattern(`${'* a '.repeat(60)}b`);
    expect(
      matches(
        stars,
        Array.from({ length: 20_000 }, () => 'a'),
      ),
    ).toBe(false);
  });

  test('agrees with a slow matcher that tries everything', () => {
    fc.assert(
      fc.property(expression, fc.array(word, { maxLength: 6 }), (tree, message) => {
        expect(matches(pattern(write(tree)), message)).toBe(slowly(tree, message).includes(message.length));
      }),
      { numRuns: 500 },
    );
  });

  test('never throws, whatever is written', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab()|* ]{0,30}$/));
    fc.assert(
      fc.property(anything, fc.array(word), (source, message) => {
        const parsed = parsePattern(source);
        if (parsed.kind === 'pattern') matches(parsed, message);
      }),
    );
  });
});

type Tree =
  string | { readonly any: true } | { readonly sequence: readonly Tree[] } | { readonly either: readonly Tree[] };

const word = fc.constantFrom('a', 'b', 'c');

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constant({ any: true as const }),
    fc.record({ sequence: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ either: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const expression = tree.filter((each) => /[abc]/.test(write(each)) && parsePattern(write(each)).kind === 'pattern');

function write(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  if ('any' in tree) return '*';
  if ('sequence' in tree) return tree.sequence.map(write).join(' ');
  return `(${tree.either.map(write).join('|')})`;
}

/** How many words from the start the tree may take. */
function slowly(tree: Tree, message: readonly string[]): number[] {
  if (typeof tree === 'string') return message[0] === tree ? [1] : [];
  if ('any' in tree) return [...message.keys(), message.length];
  if ('either' in tree) return [...new Set(tree.either.flatMap((each) => slowly(each, message)))];
  return tree.sequence.reduce<number[]>(
    (taken, each) => [...new Set(taken.flatMap((n) => slowly(each, message.slice(n)).map((more) => n + more)))],
    [0],
  );
}
