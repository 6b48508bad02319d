import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';

import { parseKnowledge } from '../../bot/content/parse.ts';
import { teach, type Teaching } from '../../bot/content/teach.ts';
import { languages } from '../../bot/domain/language.ts';
import { sampleFiles } from './sample.ts';

const example = (text: string, given: Partial<Extract<Teaching, { kind: 'example' }>> = {}): Teaching => ({
  kind: 'example',
  entry: 'a',
  language: 'it',
  text,
  ...given,
});
const taught = (text: string, teaching: Teaching) => {
  const result = teach([{ path: 'faq/x.yaml', text }], teaching);
  return result.kind === 'taught' ? result.after : result;
};

describe('a wording that is taught', () => {
  test('is one more line after the last example; comments and everything else stay to the letter', () => {
    const text =
      '# mine\n- id: a # the first\n  it:\n    question: Q   # why\n    examples:\n    - x  # y\n    # z\n    answer: A\n';
    expect(taught(text, example('e quanto costa?'))).toBe(text.replace('    # z', '    - e quanto costa?\n    # z'));
  });

  test('opens the list of examples where there is none', () => {
    expect(taught('- id: a\n  it:\n    question: Q # c\n    answer: A\n', example('nuova'))).toBe(
      '- id: a\n  it:\n    question: Q # c\n    examples:\n      - nuova\n    answer: A\n',
    );
  });

  test('keeps the line ends and the mark of another system', () => {
    const text = '\uFEFF- id: a\r\n  it:\r\n    examples:\r\n      - x\r\n    question: Q\r\n    answer: A\r\n';
    expect(taught(text, example('nuova'))).toBe(text.replace('- x\r\n', '- x\r\n      - nuova\r\n'));
  });

  test('follows an example that is a block of text', () => {
    const text = '- id: a\n  it:\n    question: Q\n    examples:\n      - >\n        fold\n        ed\n\n# end\n';
    expect(taught(text, example('nuova'))).toBe(text.replace('        ed\n', '        ed\n      - nuova\n'));
  });

  test('goes into a list in brackets too, with the comments kept', () => {
    const after = taught('- id: a\n  it: { question: Q, examples: [a, b], answer: A } # hm\n', example('c, d'));
    expect(after).toContain('# hm');
    expect(parse(typeof after === 'string' ? after : '')).toEqual([
      { id: 'a', it: { question: 'Q', examples: ['a', 'b', 'c, d'], answer: 'A' } },
    ]);
  });

  test('goes into every entry of the sample as one line, whatever the customer wrote', () => {
    const files = sampleFiles().filter(({ path }) => path !== 'intents/replies.yaml');
    const entries = files.flatMap(({ text }) => {
      const data: unknown = parse(text);
      return Array.isArray(data) ? data.filter((each) => typeof each === 'object' && 'id' in each && 'it' in each) : [];
    }) as readonly { id: string }[];
    expect(entries.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.constantFrom(...languages),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        (entry, language, text) => {
          fc.pre(text.trim() !== '');
          const result = teach(files, example(text, { entry: entry.id, language }));
          if (result.kind !== 'taught') throw new Error(result.code);
          const before = result.before.split('\n');
          const after = result.after.split('\n');
          const added = after.findIndex((line, at) => line !== before[at]);
          expect(after.length).toBe(before.length + 1);
          expect(after.toSpliced(added, 1)).toEqual(before);
          const written = (parse(result.after) as Record<string, { examples: string[] }>[]).find(
            (each) => (each['id'] as unknown) === entry.id,
          );
          expect(written?.[language]?.examples.at(-1)).toBe(text.replaceAll(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is refused where it has no place', () => {
    expect(taught('- id: b\n', example('x'))).toEqual({ kind: 'refused', code: 'unknown-entry' });
    expect(taught('- id: a\n  en: { question: Q, answer: A }\n', example('x'))).toEqual({
      kind: 'refused',
      code: 'no-such-language',
    });
  });
});

describe('a new entry', () => {
  const phrasing = {
    question: 'Riparate le lampade?',
    examples: ['fate riparazioni: lampade'],
    answer: 'Sì.\n\n- una\n- due',
  };
  const entry: Teaching = {
    kind: 'entry',
    file: 'faq/repairs.yaml',
    id: 'lamp-repair',
    texts: { it: phrasing, en: { question: 'Do you repair lamps?', examples: [], answer: 'Yes: "we do".' } },
  };

  test('has no example for a wording that is its question', () => {
    const question = 'Riparate le lampade?';
    const same = {
      ...entry,
      texts: { ...entry.texts, it: { question, examples: ['riparate le LAMPADE'], answer: 'Sì.' } },
    };
    expect(taught('', same)).toBe(
      `- id: lamp-repair\n  it:\n    question: ${question}\n    answer: Sì.\n  en:\n    question: Do you repair lamps?\n    answer: 'Yes: "we do".'\n`,
    );
  });

  test('comes at the end of its file, in the way entries are written', () => {
    const before = '# Repairs\n- id: first # kept\n  it: { question: Q, answer: A }\n\n\n';
    expect(taught(before, { ...entry, file: 'faq/x.yaml' })).toBe(
      `# Repairs
- id: first # kept
  it: { question: Q, answer: A }

- id: lamp-repair
  it:
    question: Riparate le lampade?
    examples:
      - "fate riparazioni: lampade"
    answer: |-
      Sì.

      - una
      - due
  en:
    question: Do you repair lamps?
    answer: 'Yes: "we do".'
`,
    );
  });

  test('may begin a file, and is knowledge at once', () => {
    const files = sampleFiles();
    const result = teach(files, entry);
    if (result.kind !== 'taught') throw new Error(result.code);
    const parsed = parseKnowledge([...files, { path: result.path, text: result.after }]);
    expect(parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.value.entries.find(({ id }) => id === 'lamp-repair')?.texts.it?.answers).toEqual([
      phrasing.answer,
    ]);
  });

  test('is not added to a file whose YAML is broken', () => {
    expect(taught('- id: a\n   it: "', { ...entry, file: 'faq/x.yaml' })).toEqual({
      kind: 'refused',
      code: 'unreadable-file',
    });
  });
});
