import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../bot/cli/ask.ts';
import { evaluate } from '../../bot/cli/eval.ts';
import { test as runTests } from '../../bot/cli/test.ts';

let folder = '';
let lines: string[] = [];
let errors: string[] = [];
const out = {
  language: 'en' as const,
  line: (text: string) => lines.push(text),
  error: (text: string) => errors.push(text),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-matching-'));
  await mkdir(join(folder, 'faq'));
  await writeFile(join(folder, 'faq', 'shop.yaml'), knowledge);
  lines = [];
  errors = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('sportello ask', () => {
  test('it prints the decision, the answer and why', async () => {
    expect(await ask(["ciao, dov'è il mio pacho?", '--knowledge', folder], out)).toBe(0);
    const text = lines.join('\n');
    expect(text).toMatch(/^ANSWER track-order\n\n {2}Lo trovi nella pagina \*\*Ordini\*\*\.\n\nWhy\n/);
    expect(text).toContain('Set aside before matching: “ciao”.');
    expect(text).toContain('it was read as “pacco”.');
    expect(text).toMatch(/Candidates\n {2}0\.\d\d {2}it {2}track-order /);
  });

  test('with --json it prints the whole understanding', async () => {
    expect(await ask(['come posso pagare', '--json', '--knowledge', folder], out)).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toMatchObject({
      text: 'come posso pagare',
      language: 'it',
      noise: false,
      decision: { kind: 'answer', id: 'payment' },
    });
  });

  test('a language that it does not speak, no question, or broken knowledge is a clear error', async () => {
    await expect(ask(['ciao', '--lang', 'de', '--knowledge', folder], out)).rejects.toThrow(
      '--lang is "de"; it must be one of it, en.',
    );
    expect(await ask(['--knowledge', folder], out)).toBe(2);
    await writeFile(join(folder, 'faq', 'broken.yaml'), '- id: x\n  it: 5\n');
    expect(await ask(['ciao', '--knowledge', folder], out)).toBe(1);
    expect(errors.at(-1)).toBe(`The knowledge in ${folder} has problems; mend them and try again.`);
  });
});

describe('sportello test', () => {
  test('all tests lead to their entry: 0', async () => {
    expect(await runTests(['--knowledge', folder], out)).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^2 of 2 tests lead to their entry; \d are answered at once/)]);
  });

  test('a miss tells what won instead and by how much: 1', async () => {
    await writeFile(
      join(folder, 'faq', 'shop.yaml'),
      knowledge.replace('tests: [dove si trova il pacco ordinato]', 'tests: [che carte di credito prendete]'),
    );
    expect(await runTests(['--knowledge', folder], out)).toBe(1);
    expect(lines[0]).toMatch(
      /^MISS track-order \(it\): "che carte di credito prendete"\n {5}payment won with 0\.\d\d; its own has 0\.\d\d/,
    );
    expect(lines.at(-1)).toMatch(/^1 of 2 tests/);
  });
});

describe('sportello eval', () => {
  const cases = [
    { text: "dov'è il pacco", id: 'track-order', lang: 'it' },
    { text: 'accettate carte di credito?', id: 'something-else', lang: 'it', also: 'payment' },
    { text: 'posso usare una carta di credito?', id: 'something-else', also: ['x', 'payment'] },
    { text: 'che tempo fa a Bolzano', id: 'none', lang: 'it' },
  ];

  async function evalOf(content: string, ...options: string[]): Promise<number> {
    const file = join(folder, 'cases.jsonl');
    await writeFile(file, content);
    return evaluate(['--knowledge', folder, '--cases', file, ...options], out);
  }

  test('with --json it prints one object with the figures of the contract', async () => {
    expect(await evalOf(cases.map((each) => JSON.stringify(each)).join('\n'), '--json')).toBe(0);
    expect(lines).toHaveLength(1);
    const figures = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(figures).toEqual({
      cases: 4,
      in_scope: {
        n: 3,
        top1: 3,
        top3: 3,
        answered: expect.any(Number),
        answered_right: expect.any(Number),
        clarified: expect.any(Number),
        clarified_right: expect.any(Number),
        handoff: expect.any(Number),
      },
      out_of_scope: { n: 1, answered: 0, clarified: expect.any(Number), handoff: expect.any(Number) },
      auroc: 1,
      ece: expect.any(Number),
      latency_ms: { p50: expect.any(Number), p99: expect.any(Number) },
      load_ms: expect.any(Number),
      rss_mb: expect.any(Number),
      entries: 2,
      examples: 8,
    });
  });

  test('without --json it prints a table', async () => {
    expect(await evalOf(`${JSON.stringify(cases[0])}\n`)).toBe(0);
    expect(lines.join('\n')).toMatch(
      /^1 cases against 2 entries with 8 examples\n\nIn scope \(1\)\n {2}best match right +1 {2}100\.0 %/,
    );
  });

  test('a line that is no case is named', async () => {
    await expect(evalOf(`${JSON.stringify(cases[0])}\n{"text": 5}\n`)).rejects.toThrow(/cases\.jsonl:2 is not a case/);
    await expect(evalOf('\n')).rejects.toThrow(/holds no cases/);
  });
});

const knowledge = `- id: track-order
  it:
    question: Dov'è il mio ordine?
    examples: [dove si trova il mio pacco, a che punto è la spedizione, traccia il pacco]
    answer: Lo trovi nella pagina **Ordini**.
    tests: [dove si trova il pacco ordinato]
- id: payment
  it:
    question: Come posso pagare?
    examples: [accettate carte di credito, metodi di pagamento, si può pagare con una carta]
    answer: Con carta o PayPal.
    tests: [come pagare con carta]
`;
