import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { parseKnowledge } from '../content/parse.ts';
import { printProblem, type Problem } from '../content/problem.ts';
import type { Knowledge, Phrasing } from '../domain/knowledge.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello check [--knowledge DIR]

Looks for mistakes in DIR/faq and DIR/intents, and says for each where it is and how to mend it (see docs/problems.md).
Default: KNOWLEDGE_DIR, else the current folder. Exits with 1 when there is any.`;

/** Prints every Problem of the knowledge, or that there is none. */
export async function check(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { knowledge: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const root = values.knowledge ?? readConfig(process.env).KNOWLEDGE_DIR;
  const { files, problems: unread } = await knowledgeFolder(root).read();
  const parsed = parseKnowledge(files, unread);
  if (parsed.ok) {
    out.line(`${contents(parsed.value)}: no problems.`);
    return 0;
  }
  for (const problem of parsed.problems) {
    out.line(`${printProblem({ ...problem, file: join(root, problem.file) })}\n`);
  }
  out.line(summary(parsed.problems));
  return 1;
}

function contents({ entries }: Knowledge): string {
  const phrasings = entries.flatMap((entry) => Object.values(entry.texts));
  const sum = (part: (phrasing: Phrasing) => readonly string[]) =>
    phrasings.reduce((total, phrasing) => total + part(phrasing).length, 0);
  return `${entries.length} entries, ${sum((each) => each.examples)} examples, ${sum((each) => each.tests)} tests`;
}

function summary(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return `${count(problems.length, 'problem')} in ${count(files, 'file')}. What each code means: docs/problems.md`;
}
