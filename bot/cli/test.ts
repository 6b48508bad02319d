import { parseArgs } from 'node:util';

import { runTests, type KnowledgeTest } from '../service/knowledge-tests.ts';
import type { Language, Localized } from '../domain/language.ts';
import { readCorpus, understandCorpus } from './corpus.ts';
import type { Output } from './output.ts';

const help: Localized<string> = {
  it: `Uso: npx sportello test [--knowledge CARTELLA]

Fa al bot ogni domanda scritta sotto "tests" in CARTELLA/faq e CARTELLA/intents. Un test riesce quando la sua voce è la prima
e il bot risponde, o chiede conferma, invece di passare a una persona. Senza --knowledge: KNOWLEDGE_DIR, o la cartella in
cui sei. Se un test non riesce, finisce con 1.`,
  en: `Usage: npx sportello test [--knowledge DIR]

Asks every question under "tests" in DIR/faq and DIR/intents. A test passes when its entry is the best match and the bot
answers or asks back instead of handing over. Default: KNOWLEDGE_DIR, else the current folder. Exits with 1 on a miss.`,
};

/** Runs the tests of the knowledge, prints each miss, and sums up. */
export async function test(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { knowledge: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    out.line(help[out.language]);
    return 0;
  }
  const corpus = await readCorpus(values.knowledge, out);
  if (corpus === undefined) return 1;
  const results = runTests(corpus, understandCorpus(corpus), Date.now());
  const misses = results.filter(({ passed }) => !passed);
  const words = texts[out.language];
  for (const miss of misses) {
    out.line(`${words.miss} ${miss.id} (${miss.language}): "${miss.text}"\n     ${storyOf(miss, out.language)}\n`);
  }
  const answered = results.filter(({ decision }) => decision === 'answer').length;
  out.line(words.sum(results.length - misses.length, results.length, answered));
  if (results.length === 0) out.line(words.none);
  return misses.length === 0 ? 0 : 1;
}

function storyOf({ id, best, own, decision }: KnowledgeTest, language: Language): string {
  const words = texts[language];
  const won = best?.confidence.toFixed(2) ?? '0';
  if (best?.id === id) return words.weak(won);
  const ours = own === undefined ? words.notAmong : words.ownHas(own.confidence.toFixed(2));
  return `${words.won(best?.id ?? words.nothing, won)}; ${ours} (${decision})`;
}

const texts = {
  it: {
    miss: 'MANCATO',
    sum: (right: number, all: number, answered: number) =>
      `${right} test su ${all} portano alla loro voce; a ${answered} il bot risponde subito, per ${all - answered} chiede conferma o passa a una persona.`,
    none: 'Non ci sono test: scrivine qualcuno sotto "tests:" di ogni voce.',
    weak: (confidence: string) =>
      `la sua voce è la prima con ${confidence}, troppo poco: il bot passerebbe a una persona`,
    won: (id: string, confidence: string) => `ha vinto ${id} con ${confidence}`,
    nothing: 'nessuna voce',
    ownHas: (confidence: string) => `la sua ha ${confidence}`,
    notAmong: 'la sua non è tra le candidate',
  },
  en: {
    miss: 'MISS',
    sum: (right: number, all: number, answered: number) =>
      `${right} of ${all} tests lead to their entry; ${answered} are answered at once, ${all - answered} are asked back or handed over.`,
    none: 'There are no tests: write some under "tests:" of each entry.',
    weak: (confidence: string) => `its entry is first with ${confidence}, too little: the bot would hand over`,
    won: (id: string, confidence: string) => `${id} won with ${confidence}`,
    nothing: 'nothing',
    ownHas: (confidence: string) => `its own has ${confidence}`,
    notAmong: 'its own entry is not among the matches',
  },
} as const;
