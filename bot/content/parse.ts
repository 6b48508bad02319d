import type { z } from 'zod';

import { alwaysOpen, type OpeningHours } from '../domain/hours.ts';
import type { Corpus, Entry, Knowledge, SavedReply } from '../domain/knowledge.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { botFile, corpusBotFile, toPolicy } from './bot-schema.ts';
import { checkAnyLanguage, checkExamples, checkKnownIntents, checkReferences, type Item } from './cross-check.ts';
import { toFaqEntry, toIntent } from './entry.ts';
import { faqEntry, intent, type Demand } from './entry-schema.ts';
import { hoursFile } from './hours-schema.ts';
import { sortProblems, wholeFile, type Problem } from './problem.ts';
import { revisionOf } from './revision.ts';
import { checkForm } from './schema.ts';
import { repliesFile } from './replies-schema.ts';
import { synonymsFile } from './synonyms-schema.ts';
import { readYaml, type SourceFile, type YamlFile } from './yaml-file.ts';

/** What was read, or everything that is wrong with it, by file and line; never both. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly [] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads all that a running bot needs: entries in every language, intents/bot.yaml, intents/hours.yaml (always open without),
 * and the intents that the conversation asks for. `unread` are the Problems of files that could not be read at all; with
 * any, what the other files refer to is not judged. Never throws.
 */
export function parseKnowledge(files: readonly SourceFile[], unread: readonly Problem[] = []): Parsed<Knowledge> {
  const folder = readFolder(files, unread);
  const { entries, items, problems } = readEntries(folder, 'every-language');
  const bot = checked(folder.bot, botFile, problems);
  const hours = folder.hours === undefined ? alwaysOpen : checked(folder.hours, hoursFile, problems);
  const synonyms = checkedList(folder.synonyms, synonymsFile, problems);
  const replies = checkedList(folder.replies, repliesFile, problems) ?? [];
  problems.push(...checkExamples(items));
  if (folder.whole) {
    problems.push(...checkReferences(items), ...checkKnownIntents(items));
    if (folder.bot === undefined) problems.push(botMissing);
  }
  if (problems.length > 0 || bot === undefined || hours === undefined)
    return { ok: false, problems: sortProblems(problems) };
  const knowledge = knowledgeOf(entries, bot, hours, replies, revisionOf(files));
  return { ok: true, value: { ...knowledge, ...(synonyms && { synonyms }) }, problems: [] };
}

/**
 * Reads what the matching learns from: entries in any language, and names and numbers of intents/bot.yaml when there is one.
 * Examples may occur twice, as they do in sets gathered from real messages. Never throws.
 */
export function parseCorpus(files: readonly SourceFile[], unread: readonly Problem[] = []): Parsed<Corpus> {
  const folder = readFolder(files, unread);
  const { entries, items, problems } = readEntries(folder, 'some-language');
  const bot = checked(folder.bot, corpusBotFile, problems);
  const synonyms = checkedList(folder.synonyms, synonymsFile, problems);
  problems.push(...checkAnyLanguage(items));
  if (folder.whole) problems.push(...checkReferences(items));
  if (problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  const policy = bot === undefined ? defaultPolicy : toPolicy(bot);
  return { ok: true, value: { entries, names: bot?.names ?? [], policy, ...(synonyms && { synonyms }) }, problems: [] };
}

/** Reads intents/hours.yaml alone; always open without one. Never throws. */
export function hoursOf(files: readonly SourceFile[], unread: readonly Problem[] = []): Parsed<OpeningHours> {
  const path = 'intents/hours.yaml';
  const folder = readFolder(
    files.filter((file) => file.path === path),
    unread.filter(({ file }) => file === path),
  );
  const problems = [...folder.problems];
  const hours = folder.hours === undefined ? alwaysOpen : checked(folder.hours, hoursFile, problems);
  if (problems.length > 0 || hours === undefined) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, value: hours, problems: [] };
}

interface Folder {
  readonly faq: readonly YamlFile[];
  readonly intents: readonly YamlFile[];
  readonly bot: YamlFile | undefined;
  readonly hours: YamlFile | undefined;
  readonly replies: YamlFile | undefined;
  readonly synonyms: YamlFile | undefined;
  readonly problems: readonly Problem[];
  /** Every file could be read. */
  readonly whole: boolean;
}

function readFolder(files: readonly SourceFile[], unread: readonly Problem[]): Folder {
  const readings = files.map(readYaml);
  const problems = [...unread, ...readings.flatMap((reading) => (reading.kind === 'broken' ? reading.problems : []))];
  const read = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.file] : []));
  const single = (path: string) => read.find((file) => file.path === path);
  const bot = single('intents/bot.yaml');
  const hours = single('intents/hours.yaml');
  const synonyms = single('intents/synonyms.yaml');
  const replies = single('intents/replies.yaml');
  const special = [bot, hours, synonyms, replies];
  return {
    faq: read.filter(({ path }) => path.startsWith('faq/')),
    intents: read.filter((file) => file.path.startsWith('intents/') && !special.includes(file)),
    bot,
    hours,
    synonyms,
    replies,
    problems,
    whole: problems.length === 0,
  };
}

function readEntries({ faq, intents, problems, whole }: Folder, demand: Demand) {
  const found = { entries: [] as Entry[], items: [] as Item[], problems: [...problems] };
  for (const file of faq) {
    const topic = file.path.replace(/^faq\//, '').replace(/\.yaml$/, '');
    addEntries(found, file, (at) => mapped(checkForm(faqEntry[demand], file, at), (raw) => toFaqEntry(raw, topic)));
  }
  for (const file of intents) {
    addEntries(found, file, (at) => mapped(checkForm(intent[demand], file, at), toIntent));
  }
  if (whole && found.items.length === 0 && found.problems.length === 0) found.problems.push(noEntries);
  return found;
}

type ReadEntry = (at: readonly number[]) => { readonly entry?: Entry; readonly problems: readonly Problem[] };

function addEntries(found: ReturnType<typeof readEntries>, file: YamlFile, read: ReadEntry): void {
  if (!Array.isArray(file.data)) {
    found.problems.push(notAList(file));
    return;
  }
  for (const at of file.data.keys()) {
    const { entry, problems } = read([at]);
    found.items.push({ file, at: [at] });
    found.problems.push(...problems);
    if (entry !== undefined) found.entries.push(entry);
  }
}

function mapped<T>(form: ReturnType<typeof checkForm<z.ZodType<T>>>, make: (raw: T) => Entry): ReturnType<ReadEntry> {
  return form.kind === 'fits' ? { entry: make(form.value), problems: [] } : form;
}

function checked<S extends z.ZodType>(
  file: YamlFile | undefined,
  schema: S,
  problems: Problem[],
): z.output<S> | undefined {
  if (file === undefined) return undefined;
  if (typeof file.data !== 'object' || Array.isArray(file.data)) {
    problems.push(notABlock(file));
    return undefined;
  }
  const form = checkForm(schema, file, []);
  if (form.kind === 'fits') return form.value;
  problems.push(...form.problems);
  return undefined;
}

function checkedList<T>(file: YamlFile | undefined, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  if (file === undefined) return undefined;
  if (!Array.isArray(file.data)) {
    problems.push(notAList(file));
    return undefined;
  }
  const form = checkForm(schema, file, []);
  if (form.kind === 'fits') return form.value;
  problems.push(...form.problems);
  return undefined;
}

function knowledgeOf(
  entries: readonly Entry[],
  bot: z.output<typeof botFile>,
  hours: OpeningHours,
  replies: readonly SavedReply[],
  revision: string,
): Knowledge {
  return {
    entries,
    names: bot.names,
    policy: toPolicy(bot),
    botName: bot.name,
    shopName: bot.shop,
    contact: {
      ...(bot.phone !== undefined && { phone: bot.phone }),
      ...(bot.email !== undefined && { email: bot.email }),
    },
    wording: bot.wording,
    hours,
    replies,
    revision,
  };
}

function notAList(file: YamlFile): Problem {
  const message = { it: 'Il file non è un elenco di voci.', en: 'The file is not a list of entries.' };
  const help = {
    it: 'Comincia ogni voce con "- id: ..." nella prima colonna, e le sue altre righe due spazi più a destra.',
    en: 'Begin each entry with "- id: ..." in the first column, and its other lines two spaces further in.',
  };
  return { file: file.path, code: 'not-a-list', message, help, ...file.place([], 'value') };
}

function notABlock(file: YamlFile): Problem {
  const message = {
    it: 'Il file non è un blocco di righe "chiave: valore".',
    en: 'The file is not a block of "key: value" lines.',
  };
  const help = {
    it: 'Comincia ogni riga con una chiave e i due punti, senza "- ".',
    en: 'Begin each line with a key and a colon, without "- ".',
  };
  return {
    file: file.path,
    code: 'not-a-block',
    message,
    help,
    ...file.place([], 'value'),
  };
}

const botMissing: Problem = {
  file: 'intents/bot.yaml',
  code: 'file-missing',
  message: {
    it: 'Manca intents/bot.yaml, che contiene ciò che dice il bot.',
    en: 'intents/bot.yaml is missing; it holds what the bot says.',
  },
  help: {
    it: 'Copialo dall’esempio e cambia le frasi con le tue.',
    en: 'Copy it from the sample knowledge, and change its sentences to your own.',
  },
  ...wholeFile,
};

const noEntries: Problem = {
  file: 'faq',
  code: 'no-entries',
  message: { it: 'In faq/ e intents/ non c’è nessuna voce.', en: 'There is no entry in faq/ and intents/.' },
  help: {
    it: 'Indica la cartella che contiene faq/ e intents/, con file che finiscono in .yaml.',
    en: 'Name the folder that holds faq/ and intents/, with files that end in .yaml.',
  },
  ...wholeFile,
};
