import { parseArgs } from 'node:util';

import { runTests, type KnowledgeTest } from '../service/knowledge-tests.ts';
import { readCorpus, understandCorpus } from './corpus.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello test [--knowledge DIR]

Asks every question under "tests" in DIR/faq and DIR/intents. A test passes when its entry is the best match and the bot
answers or asks back instead of handing over. Default: KNOWLEDGE_DIR, else the current folder. Exits with 1 on a miss.`;

/** Runs the tests of the knowledge, prints each miss, and sums up. */
export async function test(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { knowledge: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const results = runTests(corpus, understandCorpus(corpus), Date.now());
  const misses = results.filter(({ passed }) => !passed);
  for (const miss of misses) out.line(`MISS ${miss.id} (${miss.language}): "${miss.text}"\n     ${storyOf(miss)}\n`);
  const answered = results.filter(({ decision }) => decision === 'answer').length;
  const summary = `${results.length - misses.length} of ${results.length} tests lead to their entry`;
  out.line(`${summary}; ${answered} are answered at once, ${results.length - answered} are asked back or handed over.`);
  if (results.length === 0) out.line('There are no tests: write some under "tests:" of each entry.');
  return misses.length === 0 ? 0 : 1;
}

function storyOf({ id, best, own, decision }: KnowledgeTest): string {
  if (best?.id === id)
    return `its entry is first with ${best.confidence.toFixed(2)}, too little: the bot would hand over`;
  const ours =
    own === undefined ? 'its own entry is not among the matches' : `its own has ${own.confidence.toFixed(2)}`;
  return `${best?.id ?? 'nothing'} won with ${best?.confidence.toFixed(2) ?? '0'}; ${ours} (${decision})`;
}
