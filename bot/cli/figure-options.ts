import { readConfig } from '../config.ts';
import { hoursOf } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import { isDate } from '../content/scalar.ts';
import { channels } from '../domain/conversation.ts';
import type { FigureFilter, Period } from '../domain/figures.ts';
import type { OpeningHours } from '../domain/hours.ts';
import { languages, type Language } from '../domain/language.ts';
import { handlers } from '../domain/rating.ts';
import type { Time } from '../domain/time.ts';
import { periodOf } from '../service/period.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import { databaseExists } from '../store/open.ts';

/* What `report` and `export` are told: a period in days of the shop's zone, and filters. */

/** For parseArgs. */
export const figureOptions = {
  from: { type: 'string' },
  to: { type: 'string' },
  channel: { type: 'string' },
  language: { type: 'string' },
  'handled-by': { type: 'string' },
} as const;

export type FigureValues = { readonly [Key in keyof typeof figureOptions]?: string | undefined };

/** The opening hours of the shop, for its zone and its opening time; throws with the Problems of intents/hours.yaml. */
export async function shopHours(language: Language): Promise<OpeningHours> {
  const { files, problems } = await knowledgeFolder(readConfig(process.env).KNOWLEDGE_DIR).read();
  const parsed = hoursOf(files, problems);
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => printProblem(each, language)).join('\n\n'));
  return parsed.value;
}

/** DATABASE_URL of a database that is there; throws when there is none. */
export function existingDatabase(): string {
  const { DATABASE_URL } = readConfig(process.env);
  if (databaseExists(DATABASE_URL)) return DATABASE_URL;
  throw new Error(`There is no database at ${DATABASE_URL}. Run this where Sportello runs, or set DATABASE_URL.`);
}

/** The period that is asked for, both days included; without `--from` the 28 days up to `--to`, or to today, as at the desk. */
export function periodIn({ from, to }: FigureValues, zone: string, now: Time): Period {
  for (const [option, date] of Object.entries({ from, to })) {
    if (date !== undefined && !isDate(date)) throw new Error(`--${option} ${date} is no date; write it as 2026-11-21.`);
  }
  const last = to === undefined ? now : periodOf({ from: to, to }, zone, now).from;
  const { to: end } = periodOf('today', zone, last);
  const start = from === undefined ? periodOf('28d', zone, last).from : periodOf({ from, to: from }, zone, now).from;
  if (start >= end) throw new Error(`--from ${from} is after --to ${to ?? 'today'}; swap them.`);
  return { from: start, to: end };
}

export function filterIn(values: FigureValues): FigureFilter {
  return {
    channel: oneOf('--channel', values.channel, channels),
    language: oneOf('--language', values.language, languages),
    handledBy: oneOf('--handled-by', values['handled-by'], handlers),
  };
}

function oneOf<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (found === undefined) throw new Error(`${option} is "${value}"; it must be one of ${known.join(', ')}.`);
  return found;
}
