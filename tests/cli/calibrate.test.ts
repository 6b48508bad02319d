import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

import { calibrate } from '../../bot/cli/calibrate.ts';
import { parseCorpus } from '../../bot/content/parse.ts';
import { languages } from '../../bot/domain/language.ts';
import { scorerVersion } from '../../bot/domain/policy.ts';
import { sampleKnowledge } from '../conversation/sample.ts';

const sample = resolve(import.meta.dirname, '../..');

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const add = (text: string): void => void lines.push(...text.split('\n'));
  const code = await calibrate(args, { language: 'en', line: add, error: add });
  return { code, lines };
}

test('calibrate proposes thresholds for each language and draws the curves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-'));
  try {
    const svg = join(folder, 'curve.svg');
    const { code, lines } = await run('--knowledge', sample, '--svg', svg);
    const proposed = lines
      .flatMap((line) => /(?:^|: )answer (0\.\d+), clarify (0\.\d+)/.exec(line)?.[1] ?? [])
      .map(Number);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.endsWith('<- proposed')).length).toBe(2);
    expect(lines).toContain(`  scorer: ${scorerVersion}`);
    // What is shipped is on the safe side of what is proposed for both languages together, and not far from it: the curve is
    // flat there, so that a few more examples may move what is proposed.
    const together = proposed.at(-1) ?? 0;
    const shipped = sampleKnowledge().policy.thresholds.answer;
    expect(shipped).toBeGreaterThanOrEqual(together);
    expect(shipped - together).toBeLessThanOrEqual(0.2);
    expect(readFileSync(svg, 'utf8').match(/<polyline/g)?.length).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('what it says to paste is what intents/bot.yaml takes, with a language of its own where it differs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-'));
  const entry = (id: string, language: string, examples: readonly string[]): string =>
    `- id: ${id}\n  ${language}:\n    question: ${examples[0]}\n    answer: ${id}\n    examples:\n${examples
      .slice(1)
      .map((each) => `      - ${each}\n`)
      .join('')}`;
  try {
    for (const name of ['faq', 'intents']) mkdirSync(join(folder, name));
    // In Italian each word tells its entry; in English two entries say nearly the same.
    writeFileSync(
      join(folder, 'faq', 'set.yaml'),
      [
        entry('lamp', 'it', [
          'lampada verde',
          'una lampada',
          'la lampada grande',
          'lampada piccola',
          'lampada da tavolo',
        ]),
        entry('sofa', 'it', ['divano rosso', 'un divano', 'il divano nuovo', 'divano in pelle', 'divano morbido']),
        entry('plate', 'it', ['piatto fondo', 'un piatto', 'il piatto bianco', 'piatto piano', 'piatto decorato']),
        entry('late', 'en', [
          'where is my parcel',
          'my parcel is here',
          'parcel for me',
          'the parcel now',
          'is it my parcel',
        ]),
        entry('lost', 'en', [
          'where is the parcel',
          'the parcel is here',
          'parcel to me',
          'my parcel now',
          'is it the parcel',
        ]),
        entry('colour', 'en', ['green paint', 'some red paint', 'paint in blue', 'yellow paint', 'which paint']),
      ].join(''),
    );
    const { code, lines } = await run('--knowledge', folder, '--precision', '0.8');
    const from = lines.indexOf('thresholds:');
    const text = lines.slice(from).join('\n');
    const parsed = parseCorpus([
      { path: 'faq/set.yaml', text: readFileSync(join(folder, 'faq', 'set.yaml'), 'utf8') },
      { path: 'intents/bot.yaml', text },
    ]);
    expect([code, parsed.problems]).toEqual([0, []]);
    const { thresholds, thresholdsIn } = parsed.ok ? parsed.value.policy : { thresholds: undefined };
    const proposed = (language: string): readonly [number, number] | undefined => {
      const after = lines.slice(lines.findIndex((line) => line.startsWith(`${language}: `)));
      const found = /^answer (0\.\d+), clarify (0\.\d+)/.exec(
        after.find((line) => /^answer|^no thres/.test(line)) ?? '',
      );
      return found === null ? undefined : [Number(found[1]), Number(found[2])];
    };
    const wrong = languages.filter((language) => {
      const wanted = proposed(language);
      const own = thresholdsIn?.[language] ?? thresholds;
      return wanted !== undefined && (own?.answer !== wanted[0] || own.clarify !== wanted[1]);
    });
    expect(wrong).toEqual([]);
    expect(proposed('it')).toBeDefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a precision that is none is refused', async () => {
  await expect(run('--precision', '95', '--knowledge', sample)).rejects.toThrow(
    '--precision is "95"; it must be a number between 0 and 1, such as 0.95.',
  );
});
