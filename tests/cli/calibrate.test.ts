import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

import { calibrate } from '../../bot/cli/calibrate.ts';
import { scorerVersion } from '../../bot/domain/policy.ts';
import { sampleKnowledge } from '../conversation/sample.ts';

const sample = resolve(import.meta.dirname, '../..');

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const add = (text: string): void => void lines.push(...text.split('\n'));
  const code = await calibrate(args, { line: add, error: add });
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
    // What is shipped is on the safe side of what is proposed for both languages together, and near it.
    const together = proposed.at(-1) ?? 0;
    const shipped = sampleKnowledge().policy.thresholds.answer;
    expect(shipped).toBeGreaterThanOrEqual(together);
    expect(shipped - together).toBeLessThanOrEqual(0.1);
    expect(readFileSync(svg, 'utf8').match(/<polyline/g)?.length).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('a precision that is none is refused', async () => {
  await expect(run('--precision', '95', '--knowledge', sample)).rejects.toThrow(
    '--precision is "95"; it must be a number between 0 and 1, such as 0.95.',
  );
});
