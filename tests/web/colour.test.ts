import fc from 'fast-check';
import { expect, test } from 'vitest';

import { contrast, hexOf, onColour, readable } from '../../bot/web/colour.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect([
    contrast('#000000', '#ffffff'),
    contrast('#777777', '#ffffff').toFixed(2),
    contrast('#abc123', '#abc123'),
  ]).toEqual([21, '4.48', 1]);
});

test('whatever colour a shop has, text on it and text in it can be read', () => {
  const [day, night] = [
    ['#f4e9dc', '#faf5ee', '#fffdf9'],
    ['#2d2521', '#1c1715', '#26201d'],
  ];
  fc.assert(
    fc.property(colours, (colour) => {
      expect(contrast(onColour(colour), colour)).toBeGreaterThanOrEqual(4.5);
      for (const backgrounds of [day, night]) {
        const text = readable(colour, backgrounds);
        for (const background of backgrounds) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test('a colour that can be read is left as it is', () => {
  expect(readable('#9c3f27', ['#f4e9dc', '#fffdf9'])).toBe('#9c3f27');
});

test('colours are taken as people write them', () => {
  expect(['#0A6', '0a6e5c', ' #0A6E5C ', 'red', '#12345', ''].map(hexOf)).toEqual([
    '#00aa66',
    '#0a6e5c',
    '#0a6e5c',
    undefined,
    undefined,
    undefined,
  ]);
});
