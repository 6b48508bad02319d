import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseCorpus, parseKnowledge } from '../../bot/content/parse.ts';
import { printProblem } from '../../bot/content/problem.ts';
import { languages } from '../../bot/domain/language.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { problemsIn, sampleFiles, smallFiles, smallWith } from './sample.ts';

describe('the knowledge', () => {
  test('of the sample shop has no problems', () => {
    const parsed = parseKnowledge(sampleFiles());
    expect(parsed.problems.map((each) => printProblem(each, 'en'))).toEqual([]);
  });

  test('holds each entry as it is written, with defaults for what is not', () => {
    const parsed = parseKnowledge(
      smallWith(
        'faq/winter.yaml',
        `- id: winter-sale
  it:
    question: Quando iniziano i saldi?
    examples: [saldi invernali]
    answer: [Il 5 gennaio., Da sabato 5.]
    tests: [i saldi partono quando]
    patterns: ['* saldi *']
  en:
    question: When does the winter sale start?
    answer: On 5 January.
  related: [delivery-options]
  links: [{ it: Saldi, en: Sale, url: 'https://www.bottega-aurora.example/sale' }]
  valid_from: 2026-12-01
  valid_to: 2027-02-28
  channels: [webchat, teams]
  min_confidence: 0.8
`,
      ),
    );
    expect(parsed.ok && parsed.value.entries.find(({ id }) => id === 'winter-sale')).toEqual({
      kind: 'faq',
      topic: 'winter',
      id: 'winter-sale',
      texts: {
        it: {
          question: 'Quando iniziano i saldi?',
          examples: ['saldi invernali'],
          answers: ['Il 5 gennaio.', 'Da sabato 5.'],
          tests: ['i saldi partono quando'],
          patterns: ['* saldi *'],
        },
        en: {
          question: 'When does the winter sale start?',
          examples: [],
          answers: ['On 5 January.'],
          tests: [],
          patterns: [],
        },
      },
      related: ['delivery-options'],
      links: [{ label: { it: 'Saldi', en: 'Sale' }, url: 'https://www.bottega-aurora.example/sale' }],
      validFrom: '2026-12-01',
      validTo: '2027-02-28',
      channels: ['webchat', 'teams'],
      minConfidence: 0.8,
    });
  });

  test('without hours.yaml is always open', () => {
    const files = smallFiles().filter(({ path }) => path !== 'intents/hours.yaml');
    const parsed = parseKnowledge(files);
    expect(parsed.ok && parsed.value.hours.week.sunday).toEqual([{ from: '00:00', to: '24:00' }]);
  });

  test('takes a day that hours.yaml does not name as closed', () => {
    const parsed = parseKnowledge(
      smallWith('intents/hours.yaml', 'zone: Europe/Rome\nweek: { monday: ["09:00-13:00", "15:00-18:00"] }\n'),
    );
    expect(parsed.ok && parsed.value.hours).toEqual({
      zone: 'Europe/Rome',
      week: {
        monday: [
          { from: '09:00', to: '13:00' },
          { from: '15:00', to: '18:00' },
        ],
        tuesday: [],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
      holidays: 'none',
      closures: [],
      extra: {},
    });
  });

  test('takes closures as dates, spans and days of every year, and hours of single dates', () => {
    const text = `zone: Europe/Rome
week: {}
holidays: it
closures:
  - 2026-12-24
  - { from: 2026-12-31, it: San Silvestro, en: New Year's Eve }
  - { from: 2027-08-09, to: 2027-08-20, it: ferie, en: holidays }
  - { every: "12-07", it: patrono, en: patron }
extra: { 2026-12-20: ["10:00-18:00"] }
`;
    const parsed = parseKnowledge(smallWith('intents/hours.yaml', text));
    expect(parsed.ok && parsed.value.hours).toMatchObject({
      holidays: 'it',
      closures: [
        { from: '2026-12-24', to: '2026-12-24' },
        { from: '2026-12-31', to: '2026-12-31', reason: { it: 'San Silvestro', en: "New Year's Eve" } },
        { from: '2027-08-09', to: '2027-08-20', reason: { it: 'ferie', en: 'holidays' } },
        { every: '12-07', reason: { it: 'patrono', en: 'patron' } },
      ],
      extra: { '2026-12-20': [{ from: '10:00', to: '18:00' }] },
    });
  });

  test('has a revision that names its content, whatever the order of the files', () => {
    const files = smallFiles();
    const revision = (of: typeof files) => {
      const parsed = parseKnowledge(of);
      return parsed.ok ? parsed.value.revision : undefined;
    };
    const changed = files.map((file, index) => (index === 0 ? { ...file, text: `${file.text}\n# new` } : file));
    expect(revision(files)).toMatch(/^[0-9a-f]{12}$/);
    expect(revision(files.toReversed())).toBe(revision(files));
    expect(revision(changed)).not.toBe(revision(files));
  });
});

describe('a corpus for measuring', () => {
  const set = {
    path: 'intents/set.yaml',
    text: '- id: emi\n  does: reply\n  en:\n    question: EMI?\n    answer: emi\n',
  };

  test('may have one language, no bot.yaml, and the same example twice', () => {
    const twice = `${set.text}    examples: [emi, "0% EMI.", 0% Emi]\n`;
    const parsed = parseCorpus([{ ...set, text: twice }]);
    const en = { question: 'EMI?', examples: ['emi', '0% EMI.', '0% Emi'], answers: ['emi'], tests: [], patterns: [] };
    expect(parsed).toEqual({
      ok: true,
      value: {
        entries: [{ kind: 'intent', id: 'emi', does: 'reply', texts: { en }, related: [], links: [] }],
        names: [],
        policy: defaultPolicy,
      },
      problems: [],
    });
  });

  test('takes names and numbers from bot.yaml when there is one', () => {
    const bot = { path: 'intents/bot.yaml', text: 'names: [Aurora]\nthresholds: { answer: 0.7 }\n' };
    const parsed = parseCorpus([set, bot]);
    expect(parsed.ok && [parsed.value.names, parsed.value.policy]).toEqual([
      ['Aurora'],
      { ...defaultPolicy, thresholds: { ...defaultPolicy.thresholds, answer: 0.7 } },
    ]);
  });

  test('takes thresholds of a language of its own, with the others for what is left out', () => {
    const bot = {
      path: 'intents/bot.yaml',
      text: 'thresholds: { answer: 0.7, clarify: 0.3, margin: 0.1, en: { answer: 0.5 }, it: { clarify: 0.2, margin: 0.2 } }\n',
    };
    const parsed = parseCorpus([set, bot]);
    const { thresholds, thresholdsIn } = parsed.ok ? parsed.value.policy : defaultPolicy;
    expect({ thresholds, thresholdsIn }).toEqual({
      thresholds: { answer: 0.7, clarify: 0.3, margin: 0.1 },
      thresholdsIn: {
        it: { answer: 0.7, clarify: 0.2, margin: 0.2 },
        en: { answer: 0.5, clarify: 0.3, margin: 0.1 },
      },
    });
  });

  test('with an entry in no language is refused', () => {
    const parsed = parseCorpus([{ path: 'faq/a.yaml', text: '- id: a\n' }]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['missing-language']);
  });

  test('of nothing is refused', () => {
    expect(parseCorpus([]).problems.map(({ code }) => code)).toEqual(['no-entries']);
  });
});

describe('whatever stands in a file', () => {
  const folders = fc.constantFrom(
    'faq/delivery.yaml',
    'faq/x.yaml',
    'intents/bot.yaml',
    'intents/hours.yaml',
    'intents/people.yaml',
  );

  test('is knowledge or problems, never an exception', () => {
    fc.assert(
      fc.property(
        folders,
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-:?{}[\],&*!|>'"%@`#a \n\t]*$/)),
        (path, text) => {
          wellFormed(problemsOf([{ path, text }]));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('stays so when the sample is mutilated', () => {
    const some = ['faq/delivery.yaml', 'intents/people.yaml', 'intents/bot.yaml', 'intents/hours.yaml'];
    const small = sampleFiles()
      .filter(({ path }) => some.includes(path))
      .map((file) => ({ ...file, text: file.text.slice(0, 2500) }));
    const mutation = fc.record({
      file: fc.nat(small.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom('', '\t', '"', "'", ': ', '- ', '&a ', '*a', '!x ', '\n', '[', '}', '---\n', '__proto__:'),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const files = [...small];
        for (const { file, at, cut, put } of mutations) {
          const before = files[file];
          if (before === undefined) continue;
          const start = Math.floor(at * before.text.length);
          files[file] = { ...before, text: before.text.slice(0, start) + put + before.text.slice(start + cut) };
        }
        wellFormed(problemsOf(files));
      }),
      { numRuns: 100 },
    );
  });

  test('does not wear the machine out: bombs of aliases and of depth are problems', () => {
    const bomb = [
      '- &a [x, x]',
      ...'bcdefghijklmnop'
        .split('')
        .map((name, index) => `- &${name} [*${'abcdefghijklmnop'[index]}, *${'abcdefghijklmnop'[index]}]`),
    ].join('\n');
    expect(codes(bomb)).toContain('yaml-alias');
    expect(codes('['.repeat(50_000))).toHaveLength(1);
    expect(codes(`${'- '.repeat(20_000)}x`)).toHaveLength(1);
    expect(codes('- __proto__: { polluted: yes }\n  constructor: 1')).toContain('unknown-key');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  function codes(text: string): string[] {
    return [...new Set(problemsIn(smallWith('faq/x.yaml', text)).map((line) => line.split(' ')[0] ?? ''))];
  }

  function problemsOf(files: Parameters<typeof parseKnowledge>[0]) {
    return [...parseKnowledge(files).problems, ...parseCorpus(files).problems];
  }

  function wellFormed(problems: ReturnType<typeof problemsOf>): void {
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.column).toBeGreaterThan(0);
      expect(problem.endColumn).toBeGreaterThanOrEqual(problem.column);
      const place = `${problem.file}:${problem.line}:${problem.column} ${problem.code}: `;
      for (const language of languages) expect(printProblem(problem, language)).toContain(place);
    }
  }
});
