import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Context, Understanding } from '../../bot/domain/understanding.ts';
import { remembered } from '../../bot/service/remembered.ts';

const context: Context = { language: 'it', channel: 'webchat', date: '2026-11-23' };

function counting() {
  const asked: string[] = [];
  const understand = (text: string, { language, channel, date }: Context): Understanding => {
    asked.push(text);
    return { text: `${text} ${language} ${channel} ${date}` } as Understanding;
  };
  return { asked, understand };
}

test('a message that comes again is understood once, in each language, on each channel and on each day', () => {
  const { asked, understand } = counting();
  const remembering = remembered(understand);
  const first = remembering('ciao', context);
  expect(remembering('ciao', context)).toBe(first);
  remembering('ciao', { ...context, language: 'en' });
  remembering('ciao', { ...context, channel: 'teams' });
  remembering('ciao', { ...context, date: '2026-11-24' });
  expect(asked).toHaveLength(4);
});

test('whatever comes in whatever order, the answer is that of the function itself', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string()), { maxLength: 50 });
  fc.assert(
    fc.property(texts, (all) => {
      const { understand } = counting();
      const remembering = remembered(understand);
      for (const text of all) expect(remembering(text, context)).toEqual(understand(text, context));
    }),
  );
});

test('the oldest leave: what was used lately is still known after five hundred others', () => {
  const { asked, understand } = counting();
  const remembering = remembered(understand);
  remembering('old', context);
  remembering('used', context);
  for (let index = 0; index < 499; index += 1) {
    remembering(`message ${index}`, context);
    remembering('used', context);
  }
  const before = asked.length;
  remembering('used', context);
  expect(asked).toHaveLength(before);
  remembering('old', context);
  expect(asked).toHaveLength(before + 1);
});
