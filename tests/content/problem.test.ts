import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

import { scorerVersion } from '../../bot/domain/policy.ts';
import { parseKnowledge } from '../../bot/content/parse.ts';
import { printProblem, problemCodes, type ProblemCode } from '../../bot/content/problem.ts';
import { newEntry, problemsIn, smallFiles, smallReplacing, smallWith, spoiled } from './sample.ts';

const added = (line: string) => smallWith('faq/x.yaml', `${newEntry}  ${line}\n`);
const hours = (text: string) => smallWith('intents/hours.yaml', text);
const synonyms = (text: string) => smallWith('intents/synonyms.yaml', text);

const lineOf = (path: string, what: string) =>
  (
    smallFiles()
      .find((file) => file.path === path)
      ?.text.split(what)[0] ?? ''
  ).split('\n').length;

/** What an editor may do wrong, and the problems that it makes. */
const mistakes: readonly [ProblemCode, string, ReturnType<typeof smallFiles>, string[]][] = [
  [
    'file-missing',
    'bot.yaml is missing',
    smallFiles().filter(({ path }) => path !== 'intents/bot.yaml'),
    ['file-missing intents/bot.yaml:1:1'],
  ],
  [
    'duplicate-key',
    'a key twice',
    spoiled('    answer: Sì.', '    answer: Sì.\n    answer: No.'),
    ['duplicate-key faq/x.yaml:7:5'],
  ],
  ['empty-file', 'an empty file', smallWith('faq/x.yaml', '# soon\n'), ['empty-file faq/x.yaml:1:1']],
  ['not-a-list', 'an entry without its dash', smallWith('faq/x.yaml', 'id: x\n'), ['not-a-list faq/x.yaml:1:1']],
  ['not-a-block', 'hours as a list', hours('- zone: Europe/Rome\n'), ['not-a-block intents/hours.yaml:1:1']],
  [
    'old-thresholds',
    'thresholds of another scorer',
    smallReplacing('intents/bot.yaml', `scorer: ${scorerVersion}`, 'scorer: 1'),
    ['old-thresholds intents/bot.yaml:23:11'],
  ],
  ['bad-synonym', 'a set of one word', synonyms('- it: [pacco]\n'), ['bad-synonym intents/synonyms.yaml:1:3']],
  [
    'bad-synonym',
    'a synonym of two words',
    synonyms('- it: [negozio, punto vendita]\n'),
    ['bad-synonym intents/synonyms.yaml:1:17'],
  ],
  [
    'duplicate-synonym',
    'a word in two sets',
    synonyms('- en: [order, purchase]\n- en: [buy, Purchase]\n'),
    ['duplicate-synonym intents/synonyms.yaml:2:13'],
  ],
  ['not-a-list', 'synonyms as a block', synonyms('it: [pacco, collo]\n'), ['not-a-list intents/synonyms.yaml:1:1']],
  [
    'no-entries',
    'no entry at all',
    smallFiles().filter(({ path }) => path === 'intents/bot.yaml'),
    missingIntents('no-entries faq:1:1'),
  ],
  ['unknown-key', 'a key that is misspelt', spoiled('examples', 'exampels'), ['unknown-key faq/x.yaml:4:5']],
  ['missing-key', 'no answer', spoiled('    answer: Sì.\n', ''), ['missing-key faq/x.yaml:2:3']],
  [
    'missing-language',
    'no English',
    smallWith('faq/x.yaml', newEntry.slice(0, newEntry.indexOf('  en:'))),
    ['missing-language faq/x.yaml:1:3'],
  ],
  ['wrong-type', 'a number for a text', spoiled('un esempio nuovo', '100'), ['wrong-type faq/x.yaml:5:9']],
  ['wrong-type', 'a text for a list', spoiled('examples:\n      - un', 'examples: un'), ['wrong-type faq/x.yaml:4:15']],
  [
    'unknown-value',
    'a channel that there is not',
    added('channels: [webchat, signal]'),
    ['unknown-value faq/x.yaml:10:23'],
  ],
  ['empty-text', 'an answer left for later', spoiled('answer: Sì.', 'answer:'), ['empty-text faq/x.yaml:6:5']],
  ['control-character', 'a NUL', spoiled('Sì.', '"S\\0"'), ['control-character faq/x.yaml:6:13']],
  ['out-of-range', 'a confidence in percent', added('min_confidence: 80'), ['out-of-range faq/x.yaml:10:19']],
  ['out-of-range', 'a list of no answers', spoiled('answer: Sì.', 'answer: []'), ['out-of-range faq/x.yaml:6:13']],
  ['bad-id', 'an id with an accent', spoiled('gift-cards-new', 'novità'), ['bad-id faq/x.yaml:1:7']],
  ['bad-date', 'the 30th of February', added('valid_from: 2026-02-30'), ['bad-date faq/x.yaml:10:15']],
  [
    'date-order',
    'an end before the beginning',
    added('valid_from: 2026-12-01\n  valid_to: 2026-11-30'),
    ['date-order faq/x.yaml:11:13'],
  ],
  [
    'bad-url',
    'a link without https',
    added('links: [{ it: a, en: a, url: www.example.com }]'),
    ['bad-url faq/x.yaml:10:32'],
  ],
  [
    'bad-url',
    'a script for a link',
    added("links: [{ it: a, en: a, url: 'javascript:alert(1)' }]"),
    ['bad-url faq/x.yaml:10:32'],
  ],
  [
    'bad-pattern',
    'a pattern left open',
    spoiled('answer: Sì.', "answer: Sì.\n    patterns: ['buoni (regalo|nuovi']"),
    ['bad-pattern faq/x.yaml:7:23'],
  ],
  [
    'bad-hours',
    'hours without minutes',
    hours('zone: Europe/Rome\nweek: { monday: ["9-18"] }\n'),
    ['bad-hours intents/hours.yaml:2:18'],
  ],
  [
    'bad-hours',
    'hours that overlap',
    hours('zone: UTC\nweek: { monday: ["09:00-13:00", "12:00-18:00"] }\n'),
    ['bad-hours intents/hours.yaml:2:33'],
  ],
  [
    'bad-hours',
    'hours that end before they begin',
    hours('zone: UTC\nweek: { monday: ["22:00-02:00"] }\n'),
    ['bad-hours intents/hours.yaml:2:18'],
  ],
  ['bad-zone', 'a zone that there is not', hours('zone: Europe/Roma\nweek: {}\n'), ['bad-zone intents/hours.yaml:1:7']],
  ...(
    [
      ['bad-closure', 'a closure that is not said when', '{ it: a, en: b }', ['bad-closure intents/hours.yaml:4:5']],
      [
        'bad-closure',
        'a closure that is both',
        '{ from: 2026-01-01, every: "01-01", it: a, en: b }',
        ['bad-closure intents/hours.yaml:4:5'],
      ],
      [
        'bad-closure',
        'a day of every year with an end',
        '{ every: "01-01", to: 2026-01-02, it: a, en: b }',
        ['bad-closure intents/hours.yaml:4:27'],
      ],
      [
        'date-order',
        'a closure that ends before it begins',
        '{ from: 2026-01-02, to: 2026-01-01, it: a, en: b }',
        ['date-order intents/hours.yaml:4:29'],
      ],
      ['bad-date', 'a closure on no date', '2026-02-30', ['bad-date intents/hours.yaml:4:5']],
      [
        'bad-date',
        'a closure on no day of the year',
        '{ every: "02-30", it: a, en: b }',
        ['bad-date intents/hours.yaml:4:14'],
      ],
      [
        'missing-language',
        'a closure with half a reason',
        '{ from: 2026-01-02, it: a }',
        ['missing-language intents/hours.yaml:4:5'],
      ],
    ] as const
  ).map(([code, what, closure, found]): [ProblemCode, string, ReturnType<typeof hours>, string[]] => [
    code,
    what,
    hours(`zone: UTC\nweek: {}\nclosures:\n  - ${closure}\n`),
    [...found],
  ]),
  [
    'bad-date',
    'hours of a date that is none',
    hours('zone: UTC\nweek: {}\nextra:\n  2026-13-01: ["10:00-18:00"]\n'),
    ['bad-date intents/hours.yaml:4:15'],
  ],
  [
    'subject-lines',
    'the subject of a mail in two lines',
    smallReplacing(
      'intents/bot.yaml',
      'subject: "La tua richiesta {number} a {shop}"',
      'subject: "La tua\\nrichiesta {number}"',
    ),
    [`subject-lines intents/bot.yaml:${lineOf('intents/bot.yaml', 'subject: "La tua')}:18`],
  ],
  [
    'duplicate-id',
    'an id of another file',
    spoiled('gift-cards-new', 'delivery-options'),
    ['duplicate-id faq/x.yaml:1:7'],
  ],
  [
    'duplicate-id',
    'an id of another file, which is related',
    smallWith('faq/x.yaml', `${newEntry.replace('gift-cards-new', 'delivery-options')}  related: [delivery-options]\n`),
    ['duplicate-id faq/x.yaml:1:7'],
  ],
  [
    'duplicate-example',
    'an example of another file',
    spoiled('un esempio nuovo', 'Fate la consegna espressa!'),
    ['duplicate-example faq/x.yaml:5:9'],
  ],
  [
    'duplicate-example',
    'the question among the examples',
    spoiled('un esempio nuovo', 'vendete buoni nuovi'),
    ['duplicate-example faq/x.yaml:5:9'],
  ],
  [
    'test-is-example',
    'a test copied from the examples',
    spoiled('answer: Sì.', 'answer: Sì.\n    tests: [UN ESEMPIO NUOVO?]'),
    ['test-is-example faq/x.yaml:7:13'],
  ],
  [
    'duplicate-test',
    'a test twice',
    spoiled('answer: Sì.', 'answer: Sì.\n    tests: [prova mia, prova mia]'),
    ['duplicate-test faq/x.yaml:7:24'],
  ],
  [
    'unknown-related',
    'a related id that is misspelt',
    added('related: [delivery-optins]'),
    ['unknown-related faq/x.yaml:10:13'],
  ],
  ['self-related', 'an entry related to itself', added('related: [gift-cards-new]'), ['self-related faq/x.yaml:10:13']],
];

describe('a mistake in the knowledge', () => {
  test.each(mistakes)('%s: %s', (_code, _what, files, expected) => {
    expect(problemsIn(files)).toEqual(expected);
  });

  test('yaml-depth: lists in lists without end', () => {
    const problems = problemsIn(smallWith('faq/x.yaml', '- '.repeat(20_000)));
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['yaml-depth']);
  });

  test('in what the bot says is a problem', () => {
    const sample = smallFiles().find(({ path }) => path === 'intents/bot.yaml')?.text ?? '';
    // Thresholds of one language are the test's own.
    const bot = sample.replace(/^ {2}en:\n {4}answer: .*\n/m, '');
    const codesWith = (what: RegExp, by: string) => {
      expect(bot).toMatch(what);
      return problemsIn(smallWith('intents/bot.yaml', bot.replace(what, by))).map((line) => line.split(' ')[0]);
    };
    expect(codesWith(/\{bot\}/, '{robot}')).toEqual(['unknown-placeholder']);
    expect(codesWith(/\{number\}/, 'N')).toEqual(['missing-placeholder']);
    expect(codesWith(/clarify: 0\.\d+/, 'clarify: 0.99')).toEqual(['threshold-order']);
    expect(codesWith(/^phone: .*/m, 'phone: call me')).toEqual(['bad-contact']);
    expect(codesWith(/^email: .*/m, 'email: nowhere')).toEqual(['bad-contact']);
    expect(codesWith(/answer: 0\.\d+/, 'answer: 60')).toEqual(['out-of-range']);
    expect(codesWith(/^( +)margin:/m, '$1en: { clarify: 0.9 }\n$1margin:')).toEqual(['threshold-order']);
    expect(codesWith(/^( +)margin:/m, '$1it: { answer: 0.1 }\n$1margin:')).toEqual(['threshold-order']);
    expect(codesWith(/^( +)margin:/m, '$1it: { answer: 9 }\n$1margin:')).toEqual(['out-of-range']);
    expect(codesWith(/^( +)margin:/m, '$1en: { scorer: 3 }\n$1margin:')).toEqual(['unknown-key']);
    expect(codesWith(/^( +)margin:/m, '$1de: { answer: 0.6 }\n$1margin:')).toEqual(['unknown-key']);
    expect(codesWith(/words: \[([^,\]]+)/, 'words: [5, $1')).toEqual(['wrong-type']);
    expect(new Set(codesWith(/^ {4}too_long:/m, '    tooLong:'))).toEqual(new Set(['missing-key', 'unknown-key']));
  });

  test('that lets one word stand for two points of the rating is a problem', () => {
    const point = (label: string, ...words: string[]) => ({ label, words });
    const points = [point('1', 'male'), point('2', 'Male'), point('3'), point('4'), point('5')];
    const bot = smallFiles().find(({ path }) => path === 'intents/bot.yaml')?.text ?? '';
    const text = bot.replace(/^( {6})points:\n(?:\1 .*\n)+/m, `$1points: ${JSON.stringify(points)}\n`);
    expect(problemsIn(smallWith('intents/bot.yaml', text)).map((line) => line.split(' ')[0])).toEqual([
      'duplicate-word',
    ]);
  });

  test('in the intents that the conversation needs is a problem', () => {
    const renamed = smallReplacing('intents/people.yaml', 'id: talk-to-human', 'id: talk-to-somebody');
    expect(problemsIn(renamed)).toContain('missing-intent intents:1:1');
    const disarmed = smallReplacing('intents/people.yaml', 'does: handoff', 'does: reply');
    expect(problemsIn(disarmed)).toEqual(['wrong-act intents/people.yaml:5:9']);
  });

  test('is told together with all others, by file and line, but not with what only follows from it', () => {
    const files = [
      ...smallWith('faq/z.yaml', newEntry.replace('examples', 'exampels').replace('answer: Yes.', 'answer: 5')),
      { path: 'faq/a.yaml', text: '- id: "open\n' },
    ].filter(({ path }) => path !== 'intents/people.yaml');
    expect(problemsIn(files)).toEqual([
      'yaml-quote faq/a.yaml:1:7',
      'unknown-key faq/z.yaml:4:5',
      'wrong-type faq/z.yaml:9:13',
    ]);
  });

  test('is printed with its place, its line, the span and the way to mend it', () => {
    const [unknown, apostrophe] = [spoiled('examples', 'exampels'), spoiled('Sì.', "'dov'è?'")].map((files) =>
      parseKnowledge(files)
        .problems.map((each) => printProblem(each, 'en'))
        .join('\n'),
    );
    expect(unknown).toBe(`faq/x.yaml:4:5 unknown-key: "exampels" is not a key here.
  4 |     exampels:
    |     ^^^^^^^^
  help: Did you mean "examples"? Known keys: question, examples, answer, tests, patterns.`);
    expect(apostrophe).toBe(`faq/x.yaml:6:17 yaml-quote: The text in quotes ends here, but more follows.
  6 |     answer: 'dov'è?'
    |                 ^^^^
  help: A text with an apostrophe goes in "...", one with double quotes in '...': "dov'è il pacco".`);
  });

  test('is told to an Italian editor in Italian', () => {
    const [problem] = parseKnowledge(spoiled('examples', 'exampels')).problems;
    expect(problem && printProblem(problem, 'it')).toBe(`faq/x.yaml:4:5 unknown-key: "exampels" qui non è una chiave.
  4 |     exampels:
    |     ^^^^^^^^
  rimedio: Intendevi "examples"? Chiavi ammesse: question, examples, answer, tests, patterns.`);
  });

  test('has the same place in a file from Windows, with its mark at the beginning and its line ends', () => {
    const [file] = spoiled('examples', 'exampels').slice(-1);
    const windows = `\uFEFF${file?.text.replaceAll('\n', '\r\n')}`;
    const { problems } = parseKnowledge(smallWith('faq/x.yaml', windows));
    expect(problems).toEqual(parseKnowledge(spoiled('examples', 'exampels')).problems);
  });

  test('in a very long line, or beside control characters, is printed so that a terminal can show it', () => {
    const long = spoiled('Sì.', `${'molto '.repeat(50)}\u001B[31m`);
    const printed = parseKnowledge(long)
      .problems.map((each) => printProblem(each, 'en'))
      .join('\n');
    expect(printed).not.toContain('\u001B');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThan(200);
  });
});

test('every code of a problem has its row in docs/problems.md, and no other code has', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/problems.md'), 'utf8');
  const rows = [...docs.matchAll(/^\| `([a-z0-9-]+)` +\| (.+?) +\| (.+?) +\|$/gm)];
  expect(rows).toHaveLength(problemCodes.length);
  expect(new Set(rows.map(([, code]) => code))).toEqual(new Set(problemCodes));
  expect(rows.filter(([, , italian, english]) => italian?.trim() === '' || english?.trim() === '')).toEqual([]);
});

function missingIntents(first: string): string[] {
  return [first, ...Array.from({ length: 9 }, () => 'missing-intent intents:1:1')];
}
