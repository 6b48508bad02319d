import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyboard, readPressed } from '../../bot/channels/telegram/keyboard.ts';
import { telegramParts } from '../../bot/channels/telegram/markup.ts';
import { escapeMarkdown } from '../../bot/channels/text.ts';
import { parseHtml } from './bot-api.ts';

describe('Markdown on Telegram', () => {
  test.each([
    ['Consegniamo in **2-4 giorni** *lavorativi*.', 'Consegniamo in <b>2-4 giorni</b> <i>lavorativi</i>.'],
    ['[Traccia](https://a.example/?a=1&b=2)', '<a href="https://a.example/?a=1&amp;b=2">Traccia</a>'],
    ['[Scrivici](mailto:a@b.it)', 'Scrivici'],
    ['Primo.\n\nSecondo.', 'Primo.\n\nSecondo.'],
    ['Lasciaci\n**un indirizzo**  \ne basta', 'Lasciaci <b>un indirizzo</b>\ne basta'],
    ['Serve:\n\n- uno\n- due\n  1. tre\n\nPoi.', 'Serve:\n\n• uno\n• due\n\u00A0\u00A01. tre\n\nPoi.'],
    ['# Titolo\n\nTesto', '<b>Titolo</b>\n\nTesto'],
    ['> citato\n\nfine', '<blockquote>citato</blockquote>\n\nfine'],
    ['`a < b` & <b>no</b>', '<code>a &lt; b</code> &amp; &lt;b&gt;no&lt;/b&gt;'],
    ['```\nx\n```', '<pre>x</pre>'],
    ['', ''],
  ])('%j becomes %j', (markdown, html) => {
    expect(telegramParts(markdown)).toEqual([html]);
  });

  test('whatever is written, every part parses, fits, and no word is lost', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('**', '_', '`', '[', '](http://a.b)', '\n\n', '- ', '<b>', '&amp;', '😀'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 20, max: 60 }), (words, longest) => {
        const text = words.join(' ');
        const whole = telegramParts(text, 1e9).map(parseHtml).join('');
        const parts = telegramParts(text, longest).map(parseHtml);
        expect(parts.every((part) => part.length <= longest && part.isWellFormed() === whole.isWellFormed())).toBe(
          true,
        );
        expect(parts.join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
      }),
    );
  });

  test('what a person wrote is shown as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '*', '_', '<', '&', '1. ', '- ', '\n', ' ', '#', '`', '~'), { maxLength: 30 }),
        (signs) => {
          const text = signs.join('');
          const shown = telegramParts(escapeMarkdown(text)).map(parseHtml).join('');
          expect(shown.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });

  test('a long text is cut between its paragraphs, and marks go on in the next part', () => {
    const paragraph = (sign: string) => `**${sign.repeat(30)}**`;
    expect(telegramParts(['a', 'b', 'c'].map(paragraph).join('\n\n'), 70)).toEqual([
      `<b>${'a'.repeat(30)}</b>\n\n<b>${'b'.repeat(30)}</b>`,
      `<b>${'c'.repeat(30)}</b>`,
    ]);
    expect(telegramParts(paragraph('a'), 20)).toEqual([`<b>${'a'.repeat(20)}</b>`, `<b>${'a'.repeat(10)}</b>`]);
  });
});

describe('buttons on Telegram', () => {
  test.each([
    ['0 to 10', 11, (index: number) => String(index), [6, 5]],
    ['1 to 5', 5, (index: number) => String(index + 1), [5]],
    ['yes and no', 2, (index: number) => ['Sì', 'No'][index] ?? '', [2]],
    [
      'yes, no and questions',
      4,
      (index: number) => ['Sì', 'No', 'Spedite all’estero?', 'Ritiro?'][index] ?? '',
      [2, 1, 1],
    ],
    ['questions', 3, (index: number) => `Quanto costa la spedizione numero ${index}?`, [1, 1, 1]],
  ])('%s stand in rows that can be read', (_, count, label, rows) => {
    const choices = Array.from({ length: count }, (_each, index) => ({
      value: `entry:${'x'.repeat(100)}-${index}`,
      label: label(index),
      words: [],
    }));
    const shown = keyboard(123_456_789, choices);
    expect(shown.map(({ length }) => length)).toEqual(rows);
    expect(shown.flat().map(({ callback_data: data }) => readPressed(data))).toEqual(
      choices.map((_each, index) => ({ seq: 123_456_789, index })),
    );
  });

  test('what is none of ours is not read', () => {
    expect(['', 'x', '1:', ':1', '1:2:3', '-1:2', '1:2 '].map(readPressed)).toEqual(Array.from({ length: 7 }));
  });
});
