import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';

import { parseCorpus } from '../../bot/content/parse.ts';
import type { Corpus } from '../../bot/domain/knowledge.ts';
import { languages, type Language } from '../../bot/domain/language.ts';
import { modelOf } from '../../bot/service/lesson.ts';
import { mindOf } from '../../bot/service/mind.ts';
import { silentLog } from '../../bot/service/log.ts';
import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';
import { threadLearner } from '../../bot/store/learner.ts';
import { modelCache } from '../../bot/store/model-cache.ts';
import { quantile } from './load.ts';
import { peers, sportelloWith, type Best } from './peers.ts';
import { syntheticCorpus } from './synthetic.ts';

/*
 * The matching next to the libraries that one would take instead, on the same examples and messages. Each is measured in a
 * process of its own, one after another. Sets: the sample with its own tests; every folder of `--sets DIR` that
 * holds knowledge and cases.jsonl; and, with `--large`, made ones of 15,000 and 100,000 examples (Sportello alone).
 */

const root = resolve(import.meta.dirname, '../..');
const patience = 10 * 60_000;

interface Case {
  readonly text: string;
  readonly right: readonly string[];
  readonly language: Language;
}

interface Figures {
  readonly peer: string;
  /** Share of the messages whose best match is right. */
  readonly right: number;
  readonly loadMs: number;
  /** From the cache; Sportello alone has one. */
  readonly cachedMs?: number;
  readonly p50: number;
  readonly p99: number;
  readonly megabytes: number;
}

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
      await table(`${entries} made entries with ${each} examples each`, ['Sportello'], `made:${entries}:${each}`);
  await longestStall();
}

async function table(title: string, names: readonly string[], set: string): Promise<void> {
  console.log(`\nUnderstanding: ${title}`);
  console.log('                    right   load ms  cached ms   p50 ms   p99 ms      MB   Sportello is');
  let own: Figures | undefined;
  for (const name of names) {
    const figures = await measureApart(name, set);
    if (figures === undefined) {
      console.log(`  ${name.padEnd(16)} gave up after ${patience / 60_000} minutes, or failed`);
      continue;
    }
    own ??= figures;
    const { right, loadMs, cachedMs, p50, p99, megabytes } = figures;
    const ratio =
      figures === own
        ? ''
        : `${mistakes(1 - right, 1 - own.right)}, ${times(p50, own.p50)} faster, ${times(loadMs, own.loadMs)} quicker loaded`;
    console.log(
      `  ${name.padEnd(16)}${percent(right)}${loadMs.toFixed(0).padStart(10)}${(cachedMs?.toFixed(0) ?? '-').padStart(11)}` +
        `${p50.toFixed(3).padStart(9)}${p99.toFixed(3).padStart(9)}${megabytes.toFixed(0).padStart(8)}   ${ratio}`,
    );
  }
}

async function measureApart(name: string, set: string): Promise<Figures | undefined> {
  const args = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--max-old-space-size=6000'];
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...args, import.meta.filename, '--one', name, set],
      {
        timeout: patience,
      },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Figures;
  } catch {
    return undefined;
  }
}

async function measure(name: string, set: string): Promise<Figures> {
  const peer = peers.find((each) => each.name === name);
  if (peer === undefined) throw new Error(`There is no peer "${name}".`);
  const { corpus, cases } = await readSet(set);
  const from = performance.now();
  let best = await peer.learn(corpus);
  const loadMs = performance.now() - from;
  let cachedMs: number | undefined;
  if (name === 'Sportello') ({ best, cachedMs } = cached(corpus));
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
    peer: name,
    right: right / cases.length,
    loadMs,
    ...(cachedMs !== undefined && { cachedMs }),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    megabytes: process.memoryUsage.rss() / 2 ** 20,
  };
}

/** The time from a model on disk to the first answer. */
function cached(corpus: Corpus): { best: Best; cachedMs: number } {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-models-'));
  try {
    const cache = modelCache(folder, silentLog);
    modelOf(corpus, cache);
    const from = performance.now();
    const best = sportelloWith(corpus, modelOf(corpus, cache));
    return { best, cachedMs: performance.now() - from };
  } finally {
    rmSync(folder, { recursive: true });
  }
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

/** How long customers' messages at most wait while a changed corpus is learned in its thread. */
async function longestStall(): Promise<void> {
  const files = await knowledgeFolder(root).read();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const learner = threadLearner(silentLog);
  await learner.learn(files);
  delay.enable();
  const lesson = await learner.learn(files);
  const before = performance.now();
  if (lesson.kind === 'learned') mindOf(lesson.knowledge, lesson.model);
  const making = performance.now() - before;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  console.log(
    `\nWhile the sample is learned anew, the longest stall of the thread that answers is ${(delay.max / 1e6).toFixed(0)} ms`,
  );
  console.log(`  (of it ${making.toFixed(0)} ms to put the new mind in place; aim: under 50)`);
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
  const [mode, peer = '', set = ''] = process.argv.slice(2);
  if (mode === '--one') console.log(JSON.stringify(await measure(peer, set)));
  else await compareUnderstanding(process.argv);
}
