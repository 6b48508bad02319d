import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

import { parseKnowledge } from '../../bot/content/parse.ts';
import { printProblem } from '../../bot/content/problem.ts';
import { languages } from '../../bot/domain/language.ts';
import type { SourceFile } from '../../bot/content/yaml-file.ts';
import { understandWith } from '../../bot/understanding/build.ts';
import { learned } from '../learned.ts';
import { sampleFiles } from './sample.ts';

describe.each(languages)('what docs/editor.%s.md shows', (language) => {
  const docs = readFileSync(resolve(import.meta.dirname, `../../docs/editor.${language}.md`), 'utf8');
  const blocks = [...docs.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block ?? '');
  const entry = blocks.find((block) => block.startsWith('- id: ')) ?? '';
  const problems = (...files: SourceFile[]) => {
    const others = sampleFiles().filter(({ path }) => !files.some((file) => file.path === path));
    return parseKnowledge([...others, ...files]).problems.map((each) => printProblem(each, language));
  };

  test('can be added to the sample, with every further line that it names', () => {
    const more = (start: string, indent = '') =>
      (blocks.find((block) => block.startsWith(start)) ?? 'missing').replaceAll(/^(?=.)/gm, indent);
    const english = entry.indexOf('    examples:', entry.indexOf('  en:'));
    const whole =
      entry.slice(0, english) +
      more('patterns:', '    ') +
      more('examples:', '    ') +
      entry.slice(entry.indexOf('    answer:', english)) +
      more('links:', '  ');
    expect(problems({ path: 'faq/bikes.yaml', text: entry })).toEqual([]);
    expect(problems({ path: 'faq/bikes.yaml', text: whole })).toEqual([]);
    expect(problems({ path: 'intents/hours.yaml', text: more('zone:') })).toEqual([]);
    expect(problems({ path: 'intents/synonyms.yaml', text: more('- it: [') })).toEqual([]);
  });

  test('is answered when its fourth step is tried', () => {
    const asked = /npx sportello ask "([^"]+\?)"/.exec(docs)?.[1] ?? '';
    const parsed = parseKnowledge([...sampleFiles(), { path: 'faq/bikes.yaml', text: entry }]);
    if (!parsed.ok) throw new Error('The entry has problems.');
    const context = { language, channel: 'webchat', date: '2026-11-23' } as const;
    expect(understandWith(parsed.value, learned(parsed.value))(asked, context).decision).toEqual({
      kind: 'answer',
      id: 'bike-delivery',
    });
  });

  test('is what the check really prints for a mistake', () => {
    const shown = /```\n(faq\/.*?)\n```/s.exec(docs)?.[1];
    const delivery = sampleFiles().find(({ path }) => path === 'faq/delivery.yaml')?.text ?? '';
    const text = delivery.replace('    question:', '    quesion:');
    expect(problems({ path: 'faq/delivery.yaml', text })).toContain(shown);
  });
});
