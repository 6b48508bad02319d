import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framesOf } from '../../bot/understanding/frames.ts';

const frames = framesOf(['[a|b c|] d [e|]', 'd [f g|h] [|a]']);
const phrases = 'd, d e, a d, a d e, b c d, b c d e, d f g, d f g a, d h, d h a'.split(', ');

test('words are a phrase exactly when a frame spells them out', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 6 });
  const mostly = fc.oneof(
    words,
    fc.constantFrom(...phrases).map((phrase) => phrase.split(' ')),
  );
  fc.assert(
    fc.property(mostly, mostly, (before, keys) => {
      const all = [...before, ...keys];
      const isPhrase = (length: number) => phrases.includes(keys.slice(0, length).join(' '));
      const lengths = keys.map((_, at) => at + 1).filter(isPhrase);
      expect(keys.map((_, at) => frames.spans(all, before.length, before.length + at + 1))).toEqual(
        keys.map((_, at) => lengths.includes(at + 1)),
      );
      expect(frames.longestAt(all, before.length, all.length)).toBe(Math.max(0, ...lengths));
    }),
  );
});

test('the longest phrase of all frames tells how far to look', () => {
  expect(frames.longest).toBe(4);
});
