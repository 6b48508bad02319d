import { describe, expect, test } from 'vitest';

import { parseKnowledge } from '../../bot/content/parse.ts';
import { printProblem, type ProblemCode } from '../../bot/content/problem.ts';
import { problemsIn, spoiled } from './sample.ts';

/** What an editor who doesn't know YAML may do wrong, and the problems that it makes. */
const mistakes: readonly [ProblemCode, string, ReturnType<typeof spoiled>, string[]][] = [
  [
    'yaml-syntax',
    'a colon in a text',
    spoiled('Vendete buoni nuovi?', 'Vendete: buoni?'),
    ['yaml-syntax faq/x.yaml:3:15'],
  ],
  ['yaml-tab', 'a tab before a key', spoiled('    answer: Sì.', '\tanswer: Sì.'), ['yaml-tab faq/x.yaml:6:1']],
  ['yaml-indent', 'a line that is moved', spoiled('    answer: Sì.', '   answer: Sì.'), ['yaml-indent faq/x.yaml:6:4']],
  [
    'yaml-indent',
    'an answer’s second line in the first column',
    spoiled('answer: Sì.', 'answer: Sì.\nE un’altra riga.'),
    ['yaml-indent faq/x.yaml:7:1'],
  ],
  [
    'yaml-indent',
    'an answer’s second line under its key',
    spoiled('answer: Sì.', 'answer: Sì.\n    E un’altra riga.'),
    ['yaml-indent faq/x.yaml:7:5'],
  ],
  [
    'yaml-indent',
    'a second line that another key follows',
    spoiled('      - un esempio nuovo', '      - un esempio nuovo\n    e un altro'),
    ['yaml-indent faq/x.yaml:6:5'],
  ],
  [
    'yaml-indent',
    'an example without its dash',
    spoiled('      - un esempio nuovo', '      - un esempio nuovo\n      e un altro'),
    ['yaml-indent faq/x.yaml:6:7'],
  ],
  [
    'yaml-indent',
    'an example one column too far out',
    spoiled('      - un esempio nuovo', '      - un esempio nuovo\n     - e un altro'),
    ['yaml-indent faq/x.yaml:6:6'],
  ],
  [
    'yaml-indent',
    'a key that is indented too far',
    spoiled('    examples:', '      examples:'),
    ['yaml-indent faq/x.yaml:4:7'],
  ],
  ['yaml-quote', 'a quote that is not closed', spoiled('Sì.', '"Sì.'), ['yaml-quote faq/x.yaml:6:13']],
  ['yaml-quote', 'an apostrophe in single quotes', spoiled('Sì.', "'dov'è?'"), ['yaml-quote faq/x.yaml:6:17']],
  ['yaml-quote', 'a backslash in double quotes', spoiled('Sì.', '"C:\\qui"'), ['yaml-quote faq/x.yaml:6:16']],
  [
    'yaml-documents',
    'two documents in a file',
    spoiled('- id', '- id: a\n---\n- id'),
    ['yaml-documents faq/x.yaml:2:1'],
  ],
  ['yaml-alias', 'a text that begins with a star', spoiled('Sì.', '*Sì*'), ['yaml-alias faq/x.yaml:6:13']],
  ['yaml-alias', 'a text that begins with an ampersand', spoiled('Sì.', '&co sì'), ['yaml-alias faq/x.yaml:6:13']],
  [
    'yaml-tag',
    'a text that begins with an exclamation mark',
    spoiled('Sì.', '!sì certo'),
    ['yaml-tag faq/x.yaml:6:13'],
  ],
];

describe('a file that is no YAML', () => {
  test.each(mistakes)('%s: %s', (_code, _what, files, expected) => {
    expect(problemsIn(files)).toEqual(expected);
  });

  test('is told as an editor needs it: a second line is to be indented, and a key too far in is shown itself', () => {
    const printed = (files: ReturnType<typeof spoiled>) =>
      parseKnowledge(files)
        .problems.map((each) => printProblem(each, 'en'))
        .join('\n');
    expect(printed(spoiled('answer: Sì.', 'answer: Sì.\nE un’altra riga.')))
      .toBe(`faq/x.yaml:7:1 yaml-indent: This line stands where a key or an item would, but it is neither.
  7 | E un’altra riga.
    | ^^^^^^^^^^^^^^^^
  help: If it goes on with the text above it, indent it two spaces further than that text's key; if it is an item of a list, begin it with "- "; if it is a key, write ": " after it.`);
    expect(printed(spoiled('    examples:', '      examples:')))
      .toBe(`faq/x.yaml:4:7 yaml-indent: A key begins where none can stand: the line above it ends with a text, and this one is indented further.
  4 |       examples:
    |       ^^^^^^^^
  help: If it is a key, begin it in the column of the other keys of its block; if it goes on with the text above and has ": " in it, put that whole text in quotes.`);
  });
});
