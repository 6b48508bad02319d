import { monitorEventLoopDelay } from 'node:perf_hooks';
import { resolve } from 'node:path';

import type { KnowledgeFiles } from '../../bot/service/ports.ts';
import { openKnowledge } from '../../bot/service/knowledge.ts';
import { silentLog } from '../../bot/service/log.ts';
import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';
import { threadLearner } from '../../bot/store/learner.ts';
import { syntheticCorpus } from './synthetic.ts';

/*
 * How long customers' messages at most wait while changed knowledge is learned in its thread and put in place; and the most
 * that the thread that answers works without a pause, in the processor's time, which a busy machine does not lengthen.
 */

const changes = 3;

/** Prints the longest stall for the sample, and for the sample with a made corpus beside it. */
export async function longestStalls(): Promise<void> {
  console.log(
    '\nThe longest stall of the thread that answers, while a change is learned and put in place (aim: under 50 ms)',
  );
  const sample = await knowledgeFolder(resolve(import.meta.dirname, '../..')).read();
  await tell('the sample', sample);
  await tell('the sample and 15,000 made examples', { ...sample, files: [...sample.files, madeFile(150, 100)] });
}

async function tell(what: string, files: KnowledgeFiles): Promise<void> {
  const learner = threadLearner(silentLog);
  let changed = (): void => {};
  let times = 0;
  const source = {
    // Each time another link: another revision, of which the same is learned.
    read: async (): Promise<KnowledgeFiles> => ({ ...files, files: [...files.files, extraFile(times++)] }),
    watch: (tellChange: () => void) => ((changed = tellChange), () => {}),
  };
  const opened = await openKnowledge({ source, log: silentLog, learner });
  if (opened.kind === 'refused') throw new Error(`${what} has Problems: ${opened.problems[0]?.message.en}`);
  const { knowledge } = opened;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const stalls: number[] = [];
  const work: number[] = [];
  for (let change = 0; change < changes; change++) {
    const before = knowledge.current().revision;
    delay.reset();
    delay.enable();
    const longest = longestWork();
    changed();
    while (knowledge.current().revision === before) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 20));
    delay.disable();
    stalls.push(delay.max / 1e6);
    work.push(longest());
  }
  await knowledge.close();
  await learner.close();
  const told = (all: readonly number[]): string => all.map((each) => each.toFixed(0)).join(', ');
  console.log(`  ${what.padEnd(38)} ${told(stalls)} ms in ${changes} changes; work without a pause ${told(work)} ms`);
}

/** Watches this thread; what it gives ends that and tells the most work, in milliseconds, between two turns of the loop. */
function longestWork(): () => number {
  let before = process.threadCpuUsage();
  let longest = 0;
  const look = (): void => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
  };
  const watch = setInterval(look, 1);
  return () => {
    clearInterval(watch);
    return longest;
  };
}

function extraFile(times: number): { path: string; text: string } {
  const block = (text: string): string => `{ question: "${text}", answer: "${text}." }`;
  const text = `- id: change\n  it: ${block(`una modifica ${times}`)}\n  en: ${block(`some change ${times}`)}\n`;
  return { path: 'faq/change.yaml', text };
}

function madeFile(entries: number, examplesEach: number): { path: string; text: string } {
  const lines = syntheticCorpus(entries, examplesEach, 0).corpus.entries.map(({ id, texts }, at) => {
    const { question = '', examples = [] } = texts.it ?? {};
    const it = {
      question,
      examples: [...new Set(examples)].filter((each) => each !== question),
      answer: `Risposta ${at}.`,
    };
    const en = { question: `topic ${at}`, answer: `Answer ${at}.` };
    return `- ${JSON.stringify({ id, it, en })}\n`;
  });
  return { path: 'faq/made.yaml', text: lines.join('') };
}
