import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { parseCorpus } from '../../bot/content/parse.ts';
import type { Corpus } from '../../bot/domain/knowledge.ts';
import { languages, type Language } from '../../bot/domain/language.ts';
import { modelOf } from '../../bot/service/lesson.ts';
import { silentLog } from '../../bot/service/log.ts';
import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';
import { modelCache } from '../../bot/store/model-cache.ts';
import { understandWith } from '../../bot/understanding/build.ts';
import { worstOf, type Worst } from './awkward.ts';
import { quantile } from './load.ts';
import { bestOf, peers, type Best } from './peers.ts';
import { longestStalls } from './stall.ts';
import { syntheticCorpus } from './synthetic.ts';

/*
 * The matching next to the libraries that one would take instead, on the same examples and messages. Each is measured in a
 * process of its own, one after another. Sets: the sample with its own tests; every folder of `--sets DIR` that
 * holds knowledge and cases.jsonl; and, with `--large`, made ones of 15,000 and 100,000 examples (Sportello alone).
 */

const root = resolve(import.meta.dirname, '../..');
const patience = 10 * 60_000;
const ours = 'Sportello';

interface Case {
  readonly text: string;
  readonly right: readonly string[];
  readonly language: Language;
}

interface Figures {
  /** Share of the messages whose best match is right. */
  readonly right: number;
  readonly loadMs: number;
  readonly p50: number;
  readonly p99: number;
  /** Resident in the process that answers. */
  readonly megabytes: number;
  /** From a model on disk to the first answer; Sportello alone has one. */
  readonly cachedMs?: number;
  /** Resident in the process that learned, where it is another. */
  readonly learnedMegabytes?: number;
  readonly worst?: Worst;
}

type Learned = { readonly loadMs: number; readonly learnedMegabytes: number };

/** Prints the tables. Options: `--sets DIR`, `--large`. */
export async function compareUnderstanding(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--sets');
  const sets = at === -1 ? [] : foldersIn(args[at + 1] ?? '');
  for (const set of [root, ...sets])
    await table(
      set === root ? 'the sample and its tests' : set,
      peers.map(({ name }) => name),
      set,
    );
  if (args.includes('--large'))
    for (const [entries, each] of [
      [150, 100],
      [10_000, 10],
    ])
      await table(`${entries} made entries with ${each} examples each`, [ours], `made:${entries}:${each}`);
  await longestStalls();
}

async function table(title: string, names: readonly string[], set: string): Promise<void> {
  console.log(`\nUnderstanding: ${title}`);
  console.log('                    right   load ms  cached ms   p50 ms   p99 ms      MB  learned   Sportello is');
  let own: Figures | undefined;
  for (const name of names) {
    const figures = await measureApart(name, set);
    if (figures === undefined) {
      console.log(`  ${name.padEnd(16)} gave up after ${patience / 60_000} minutes, or failed`);
      continue;
    }
    own ??= figures;
    const { right, loadMs, cachedMs, p50, p99, megabytes, learnedMegabytes } = figures;
    const ratio =
      figures === own
        ? ''
        : `${mistakes(1 - right, 1 - own.right)}, ${times(p50, own.p50)} faster, ${times(loadMs, own.loadMs)} quicker loaded, ${times(megabytes, own.megabytes)} smaller`;
    console.log(
      `  ${name.padEnd(16)}${percent(right)}${loadMs.toFixed(0).padStart(10)}${(cachedMs?.toFixed(0) ?? '-').padStart(11)}` +
        `${p50.toFixed(3).padStart(9)}${p99.toFixed(3).padStart(9)}${megabytes.toFixed(0).padStart(8)}${(learnedMegabytes?.toFixed(0) ?? '-').padStart(9)}   ${ratio}`,
    );
  }
  if (own?.worst !== undefined)
    console.log(
      `  of 2,000 awkward characters the slowest took Sportello ${own.worst.ms.toFixed(1)} ms: ${own.worst.what} (aim: under 20)`,
    );
}

/** Sportello learns in one process and answers in another, as it does after a restart; the others do both in one. */
async function measureApart(name: string, set: string): Promise<Figures | undefined> {
  const cache = mkdtempSync(join(tmpdir(), 'sportello-models-'));
  try {
    if (name !== ours) return await apart<Figures>('measure', name, set);
    const learned = await apart<Learned>('learn', set, cache);
    return { ...(await apart<Figures>('answer', set, cache)), ...learned };
  } catch {
    return undefined;
  } finally {
    rmSync(cache, { recursive: true });
  }
}

/** Runs one of the modes below in a process with the settings of bot/cli/sportello. */
async function apart<Result>(...args: readonly string[]): Promise<Result> {
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--max-old-space-size=6000'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, import.meta.filename, ...args], {
    timeout: patience,
    env: { ...process.env, MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
}

async function measure(name: string, set: string): Promise<Figures> {
  const peer = peers.find((each) => each.name === name);
  if (peer === undefined) throw new Error(`There is no peer "${name}".`);
  const { corpus, cases } = await readSet(set);
  const from = performance.now();
  const best = await peer.learn(corpus);
  const loadMs = performance.now() - from;
  return { loadMs, ...(await asked(best, cases)) };
}

async function learn(set: string, cache: string): Promise<Learned> {
  const { corpus } = await readSet(set);
  const from = performance.now();
  understandWith(corpus, modelOf(corpus, modelCache(cache, silentLog)));
  return { loadMs: performance.now() - from, learnedMegabytes: residentMegabytes() };
}

async function answer(set: string, cache: string): Promise<Omit<Figures, keyof Learned>> {
  const { corpus, cases } = await readSet(set);
  const from = performance.now();
  const understand = understandWith(corpus, modelOf(corpus, modelCache(cache, silentLog)));
  const cachedMs = performance.now() - from;
  const figures = await asked(bestOf(understand), cases);
  return { cachedMs, ...figures, worst: worstOf(understand, corpus) };
}

async function asked(best: Best, cases: readonly Case[]) {
  let right = 0;
  const took: number[] = [];
  for (const { text, right: wanted, language } of cases) {
    const before = performance.now();
    const id = await best(text, language);
    took.push(performance.now() - before);
    if (id !== undefined && wanted.includes(id)) right += 1;
  }
  took.sort((a, b) => a - b);
  return {
    right: right / cases.length,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    megabytes: residentMegabytes(),
  };
}

function residentMegabytes(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

async function readSet(set: string): Promise<{ corpus: Corpus; cases: readonly Case[] }> {
  const [, entries, examples] = set.split(':');
  if (set.startsWith('made:')) {
    const made = syntheticCorpus(Number(entries), Number(examples), 2000);
    return { corpus: made.corpus, cases: made.cases.map(({ text, id }) => ({ text, right: [id], language: 'it' })) };
  }
  const { files, problems } = await knowledgeFolder(set).read();
  const parsed = parseCorpus(files, problems);
  if (!parsed.ok) throw new Error(`The knowledge in ${set} has Problems; run npx sportello check --knowledge ${set}.`);
  const { entries: all } = parsed.value;
  const usual = languages.find((language) => all.some((entry) => entry.texts[language] !== undefined)) ?? 'it';
  const cases =
    set === root
      ? all.flatMap(({ id, texts }) =>
          languages.flatMap((language) =>
            (texts[language]?.tests ?? []).map((text): Case => ({ text, right: [id], language })),
          ),
        )
      : readFileSync(join(set, 'cases.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { text: string; id: string; lang?: Language; also?: string | string[] })
          .filter(({ id }) => id !== 'none')
          .map(({ text, id, lang, also = [] }): Case => ({ text, right: [id, also].flat(), language: lang ?? usual }));
  return { corpus: parsed.value, cases };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => resolve(folder, name))
    .filter((path) => existsSync(join(path, 'cases.jsonl')));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(8);
}

/** On the sample the examples were written until its tests passed: what it says is that they do. */
function mistakes(theirs: number, ours: number): string {
  return ours === 0 ? 'without mistakes' : `${times(theirs, ours)} fewer mistakes`;
}

function times(theirs: number, ours: number): string {
  return `${(theirs / ours).toFixed(1)}x`;
}

if (import.meta.main) {
  const [mode = '', what = '', where = ''] = process.argv.slice(2);
  const modes: Readonly<Record<string, typeof measure | typeof learn | typeof answer>> = { measure, learn, answer };
  const chosen = modes[mode];
  if (chosen === undefined) await compareUnderstanding(process.argv);
  else console.log(JSON.stringify(await chosen(what, where)));
}
