import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, harmless, tagsAsText } from '../../bot/channels/text.ts';

const markdown = markdownIt({ html: true, linkify: false, breaks: false });

/** What a reader sees of Markdown, and the names of the HTML elements by which. */
function seen(text: string): { text: string; elements: string[] } {
  const html = markdown.render(text);
  return {
    text: html
      .replaceAll('<br>\n', '\n')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('\u00A0', ' ')
      .trim(),
    elements: [...new Set([...html.matchAll(/<(\w+)/g)].map(([, name = '']) => name))].sort(),
  };
}

test.each([
  '<script>alert(1)</script>',
  '*bold* _thin_ ~~gone~~ `code`',
  '[link](javascript:alert(1)) ![image](x.png)',
  '# title\n> quote\n- list\n+ list\n1. one\n2) two\n===\n---\n| a | b |',
  '    four spaces\n\tand a tab',
  '&amp; &#60; \\* \\',
  'two  \nlines',
])('an agent who writes %j is read as just that', (text) => {
  const { text: read, elements } = seen(escapeMarkdown(text));
  expect(read.replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' ').trim());
  expect(elements.filter((name) => !['p', 'br'].includes(name))).toEqual([]);
});

test('any text is read as itself, and as nothing but paragraphs', () => {
  const character = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    ...'a b 1 * _ ` ~ [ ] ( ) < > # + - = . ! | \\ & ; : " \' / é 😀'.split(' '),
  );
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 30 }), (text) => {
      const { text: read, elements } = seen(escapeMarkdown(text));
      expect(read.replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''));
      expect(elements.filter((name) => !['p', 'br'].includes(name))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a web address becomes a link to itself, without the full stop behind it', () => {
  const html = markdown.render(escapeMarkdown('vedi https://shop.example/a_b?c=1&d=2. Ok (https://x.example)!'));
  expect(html).toContain(
    '<a href="https://shop.example/a%5Fb?c=1&amp;d=2">https://shop.example/a_b?c=1&amp;d=2</a>. Ok',
  );
  expect(html).toContain('<a href="https://x.example">https://x.example</a>)!');
});

test('halves of characters, NUL and other controls become a sign that can be seen; accents, emoji and tabs stay', () => {
  expect(harmless('a\u0000b\uD800c\u0007d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  expect(harmless('perché 👍🏽\tsì\r\nno\rok')).toBe('perché 👍🏽\tsì\nno\nok');
});

describe('an editor’s Markdown', () => {
  test.each([
    ['<b>x</b> & <img src=x>', '&lt;b>x&lt;/b> & &lt;img src=x>'],
    ['2 < 3, <3 and a<', '2 < 3, <3 and a<'],
    ['`<b>` and ``<i>`` stay code', '`<b>` and ``<i>`` stay code'],
    ['```html\n<b>\n```\n<i>', '```html\n<b>\n```\n&lt;i>'],
    ['<https://shop.example/?a=1> <ciao@shop.example>', '<https://shop.example/?a=1> <ciao@shop.example>'],
    [String.raw`\<b>`, String.raw`\<b>`],
  ])('%j keeps what it says, and its tags are characters', (text, shown) => {
    expect(tagsAsText(text)).toBe(shown);
  });

  test('holds no tag that a reader takes for one, however it is put together', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</i>',
      '<!--',
      '<?',
      '`',
      '``',
      '```',
      '\n',
      '\\',
      'a',
      ' ',
      '    ',
      '> ',
      '- ',
      '~~~',
      '<x@y>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const tokens = markdown
          .parse(tagsAsText(pieces.join('')), {})
          .flatMap((token) => [token, ...(token.children ?? [])]);
        expect(tokens.filter(({ type }) => type.startsWith('html_'))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
