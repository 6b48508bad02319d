import { readConfig } from '../config.ts';
import { parseCorpus } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import { alwaysOpen } from '../domain/hours.ts';
import type { Corpus } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { dateIn } from '../domain/time.ts';
import type { Context, Understand } from '../domain/understanding.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import { silentLog } from '../service/log.ts';
import { modelOf } from '../service/lesson.ts';
import { cacheFolderOf, modelCache } from '../store/model-cache.ts';
import { understandWith } from '../understanding/build.ts';
import type { Output } from './output.ts';

/** Reads what the matching learns from, in `folder` or where the settings say; prints the Problems and gives undefined when there are any. */
export async function readCorpus(folder: string | undefined, out: Output): Promise<Corpus | undefined> {
  const root = folder ?? readConfig(process.env).KNOWLEDGE_DIR;
  const { files, problems: unread } = await knowledgeFolder(root).read();
  const parsed = parseCorpus(files, unread);
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problems) out.error(`${printProblem(problem, out.language)}\n`);
  out.error(
    out.language === 'it'
      ? `Ci sono problemi nei contenuti di ${root}: correggili e riprova.`
      : `The knowledge in ${root} has problems; mend them and try again.`,
  );
  return undefined;
}

/** Learns a corpus; a large one is kept beside the database, so that the next command has it at once. */
export function understandCorpus(corpus: Corpus): Understand {
  const folder = isLarge(corpus) ? cacheFolderOf(readConfig(process.env).DATABASE_URL) : undefined;
  return understandWith(corpus, modelOf(corpus, folder === undefined ? undefined : modelCache(folder, silentLog)));
}

/** Learning fewer examples takes less than a second, and leaves nothing behind. */
function isLarge({ entries }: Corpus): boolean {
  const texts = entries.flatMap((entry) => Object.values(entry.texts));
  return texts.reduce((sum, { examples }) => sum + examples.length + 1, 0) >= 3000;
}

/** A message written today, in web chat unless said otherwise. */
export function contextOf(language: Language, channel: Context['channel'] = 'webchat'): Context {
  return { language, channel, date: dateIn(alwaysOpen.zone, Date.now()) };
}
