import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { teamsMarkdown } from '../../bot/channels/teams/markdown.ts';

const markdown = markdownIt({ html: true });

test.each([
  ['bold, italics, links and lists stay', '**a** _b_ [c](https://x.example)\n- d\n- e\n\n1. f', undefined],
  ['a heading is a bold line', '# Resi\nEntro 30 giorni.', '**Resi**\n\nEntro 30 giorni.'],
  ['a bold heading is not bold twice', 'Ecco:\n### **Resi** ###\ntesto', 'Ecco:\n\n**Resi**\n\ntesto'],
  ['an underlined heading too', 'Resi\n====\nuno\n\nCambi\n---\ndue', '**Resi**\n\nuno\n\n**Cambi**\n\ndue'],
  ['a number sign in a sentence is none', 'Ordine #12, il #primo', undefined],
  [
    'a table of two columns is a list of facts',
    'Tempi:\n| Zona | Giorni |\n|---|:-:|\n| Italia | 2-4 |\n| Isole | 5 |\nfine',
    'Tempi:\n\n- **Italia**: 2-4\n- **Isole**: 5\n\nfine',
  ],
  [
    'a wider table says its headings with each fact',
    'Zona | Giorni | Costo\n--- | --- | ---\nItalia | 2-4 | 5,90 €\nEstero | 7 |',
    '- **Italia**: Giorni: 2-4; Costo: 5,90 €\n- **Estero**: Giorni: 7',
  ],
  ['a bar in a sentence makes no table', 'uno | due\ntre', undefined],
  ['an escaped bar stays in its cell', 'a | b\n-|-\nx \\| y | z', '- **x | y**: z'],
  ['a rule is left out, a list is no rule', 'uno\n\n---\n\ndue\n- x', 'uno\n\ndue\n- x'],
  [
    'a picture is a link to it',
    '![La mappa](https://x.example/m.png) ![](https://x.example/n.png)',
    '[La mappa](https://x.example/m.png) [🖼](https://x.example/n.png)',
  ],
  ['a bare address is a link', '<https://x.example/a>', '[https://x.example/a](https://x.example/a)'],
  ['a tag is its own characters', '<script>x</script> 1 < 2 <br>', '&lt;script>x&lt;/script> 1 < 2 &lt;br>'],
  ['code stays as it is', '`<b>` e\n```\n# a\n| b |\n```\n# c', '`<b>` e\n```\n# a\n| b |\n```\n\n**c**'],
])('%s', (_, written, shown) => {
  expect(teamsMarkdown(written)).toBe(shown ?? written);
});

/** Lines of every kind, to be put together in any order. */
const kinds =
  '# a,## **b** ##,a,a | b,| a | b |,|---|:-:|,-|-,,---,===,***,- x,1. y,<b>z</b>,**w**,![x](https://x.example),    <i>,> q'.split(
    ',',
  );

test('whatever is written, no tag, no heading and no table is left outside code', () => {
  const line = fc.constantFrom(...kinds);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const shown = teamsMarkdown(lines.join('\n'));
      expect(markdown.render(shown)).not.toMatch(/<(h[1-6]|table|b|i|img)\b/);
    }),
    { numRuns: 300 },
  );
});
