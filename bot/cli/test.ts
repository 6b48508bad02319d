import { parseArgs } from 'node:util';

import type { Corpus } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';
import type { Understand } from '../domain/understanding.ts';
import { contextOf, readCorpus, understandCorpus } from './corpus.ts';
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
  const results = testsOf(corpus).map((each) => ({ ...each, ...tryOut(buildOnce(corpus), each) }));
  const misses = results.filter(({ passed }) => !passed);
  for (const { id, language, text, story } of misses) out.line(`MISS ${id} (${language}): "${text}"\n     ${story}\n`);
  const answered = results.filter(({ decision }) => decision === 'answer').length;
  const summary = `${results.length - misses.length} of ${results.length} tests lead to their entry`;
  out.line(`${summary}; ${answered} are answered at once, ${results.length - answered} are asked back or handed over.`);
  if (results.length === 0) out.line('There are no tests: write some under "tests:" of each entry.');
  return misses.length === 0 ? 0 : 1;
}

interface Test {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
}

/** Entries outside their dates are tested too: their tests must hold when their time comes. */
function testsOf(corpus: Corpus): readonly Test[] {
  return corpus.entries.flatMap((entry) =>
    languages.flatMap((language) =>
      (entry.texts[language]?.tests ?? []).map((text) => ({ id: entry.id, language, text })),
    ),
  );
}

const built = new WeakMap<Corpus, Understand>();

function buildOnce(corpus: Corpus): Understand {
  const understand = built.get(corpus) ?? understandCorpus(corpus);
  built.set(corpus, understand);
  return understand;
}

function tryOut(understand: Understand, { id, language, text }: Test) {
  const { matches, decision } = understand(text, contextOf(language));
  const [best] = matches;
  const mine = matches.find((match) => match.id === id);
  const passed = best?.id === id && decision.kind !== 'handoff';
  const own =
    mine === undefined ? 'its own entry is not among the matches' : `its own has ${mine.confidence.toFixed(2)}`;
  const story =
    best?.id === id
      ? `its entry is first with ${best.confidence.toFixed(2)}, too little: the bot would hand over`
      : `${best?.id ?? 'nothing'} won with ${best?.confidence.toFixed(2) ?? '0'}; ${own} (${decision.kind})`;
  return { passed, story, decision: decision.kind };
}
