import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { parseKnowledge } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import type { Knowledge, Phrasing } from '../domain/knowledge.ts';
import type { Localized } from '../domain/language.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import type { Output } from './output.ts';

const help: Localized<string> = {
  it: `Uso: npx sportello check [--knowledge CARTELLA]

Cerca errori in CARTELLA/faq e CARTELLA/intents, e di ognuno dice dove sta e come si corregge (vedi docs/problems.md).
Senza --knowledge: KNOWLEDGE_DIR, o la cartella in cui sei. Se trova qualcosa, finisce con 1.`,
  en: `Usage: npx sportello check [--knowledge DIR]

Looks for mistakes in DIR/faq and DIR/intents, and says for each where it is and how to mend it (see docs/problems.md).
Default: KNOWLEDGE_DIR, else the current folder. Exits with 1 when there is any.`,
};

/** Prints every Problem of the knowledge, or that there is none. */
export async function check(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { knowledge: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    out.line(help[out.language]);
    return 0;
  }
  const root = values.knowledge ?? readConfig(process.env).KNOWLEDGE_DIR;
  const { files, problems: unread } = await knowledgeFolder(root).read();
  const parsed = parseKnowledge(files, unread);
  if (parsed.ok) {
    out.line(texts[out.language].fine(countsOf(parsed.value)));
    return 0;
  }
  for (const problem of parsed.problems) {
    out.line(`${printProblem({ ...problem, file: join(root, problem.file) }, out.language)}\n`);
  }
  const places = new Set(parsed.problems.map(({ file }) => file));
  out.line(texts[out.language].found(parsed.problems.length, places.size));
  return 1;
}

interface Counts {
  readonly entries: number;
  readonly examples: number;
  readonly tests: number;
}

function countsOf({ entries }: Knowledge): Counts {
  const phrasings = entries.flatMap((entry) => Object.values(entry.texts));
  const sum = (part: (phrasing: Phrasing) => readonly string[]) =>
    phrasings.reduce((total, phrasing) => total + part(phrasing).length, 0);
  return { entries: entries.length, examples: sum((each) => each.examples), tests: sum((each) => each.tests) };
}

const texts = {
  it: {
    fine: ({ entries, examples, tests }: Counts) =>
      `${entries} voci, ${examples} esempi, ${tests} test: nessun problema.`,
    found: (problems: number, files: number) =>
      `${problems} ${problems === 1 ? 'problema' : 'problemi'} in ${files} file. Che cosa vuol dire ogni codice: docs/problems.md`,
  },
  en: {
    fine: ({ entries, examples, tests }: Counts) =>
      `${entries} entries, ${examples} examples, ${tests} tests: no problems.`,
    found: (problems: number, files: number) =>
      `${problems} problem${problems === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}. What each code means: docs/problems.md`,
  },
} as const;
