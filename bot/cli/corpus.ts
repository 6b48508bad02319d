import { readConfig } from '../config.ts';
import { parseCorpus } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import { alwaysOpen } from '../domain/hours.ts';
import type { Corpus } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { dateIn } from '../domain/time.ts';
import type { Context } from '../domain/understanding.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import type { Output } from './output.ts';

/** Reads what the matching learns from, in `folder` or where the settings say; prints the Problems and gives undefined when there are any. */
export async function readCorpus(folder: string | undefined, out: Output): Promise<Corpus | undefined> {
  const root = folder ?? readConfig(process.env).KNOWLEDGE_DIR;
  const { files, problems: unread } = await knowledgeFolder(root).read();
  const parsed = parseCorpus(files, unread);
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problems) out.error(`${printProblem(problem)}\n`);
  out.error(`The knowledge in ${root} has problems; mend them and try again.`);
  return undefined;
}

/** A message written today, in web chat unless said otherwise. */
export function contextOf(language: Language, channel: Context['channel'] = 'webchat'): Context {
  return { language, channel, date: dateIn(alwaysOpen.zone, Date.now()) };
}
