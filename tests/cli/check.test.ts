import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { check } from '../../bot/cli/check.ts';
import { schema } from '../../bot/cli/schema.ts';
import { sampleFiles } from '../content/sample.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sportello-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof check, ...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const out = {
    language: 'en' as const,
    line: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
  };
  return { code: await command(args, out), text: lines.join('\n') };
}

describe('sportello check', () => {
  test('says in one line that all is well', async () => {
    const { code, text } = await run(check, '--knowledge', root);
    expect(text).toMatch(/^\d+ entries, \d+ examples, \d+ tests: no problems\.$/);
    expect(code).toBe(0);
  });

  test('prints every problem with the way to the file, and fails', async () => {
    for (const each of ['faq', 'intents']) cpSync(join(root, each), join(folder, each), { recursive: true });
    const path = join(folder, 'faq/delivery.yaml');
    const spoiled = readFileSync(path, 'utf8')
      .replace('    question:', '    quesion:')
      .replace('    answer:', '    anser:');
    writeFileSync(path, spoiled);
    const lineOf = (key: string) => spoiled.split('\n').findIndex((line) => line.startsWith(`    ${key}:`)) + 1;
    const { code, text } = await run(check, '--knowledge', folder);
    expect(text.split('\n').filter((line) => line.includes(' unknown-key: '))).toEqual([
      `${path}:${lineOf('quesion')}:5 unknown-key: "quesion" is not a key here.`,
      `${path}:${lineOf('anser')}:5 unknown-key: "anser" is not a key here.`,
    ]);
    expect(text).toContain('help: Did you mean "question"?');
    expect(text).toMatch(/\d problems in 1 file\. What each code means: docs\/problems\.md$/);
    expect(code).toBe(1);
  });

  test('says how it is used', async () => {
    const { code, text } = await run(check, '--help');
    expect([code, text.split('\n')[0]]).toEqual([0, 'Usage: npx sportello check [--knowledge DIR]']);
  });
});

describe('sportello schema', () => {
  test('writes what is committed in docs/schema', async () => {
    const { code } = await run(schema, '--to', join(folder, 'schema'));
    expect(code).toBe(0);
    for (const name of ['faq', 'intents', 'bot', 'hours']) {
      const file = `${name}.schema.json`;
      expect(readFileSync(join(folder, 'schema', file), 'utf8')).toBe(
        readFileSync(join(root, 'docs/schema', file), 'utf8'),
      );
    }
  });

  test('is named in the first line of every file of the sample', async () => {
    const names: Record<string, string> = {
      'intents/bot.yaml': 'bot',
      'intents/hours.yaml': 'hours',
      'intents/synonyms.yaml': 'synonyms',
      'intents/replies.yaml': 'replies',
    };
    for (const { path, text } of sampleFiles()) {
      const name = names[path] ?? path.split('/')[0];
      expect([path, text.split('\n')[0]]).toEqual([
        path,
        `# yaml-language-server: $schema=../docs/schema/${name}.schema.json`,
      ]);
    }
  });
});
