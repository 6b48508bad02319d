import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { hoursOf } from '../content/parse.ts';
import { printProblem } from '../content/problem.ts';
import { dayWords } from '../conversation/back.ts';
import { closesAt, isOpen, nextOpening, planOn, type OpeningHours, type Slot } from '../domain/hours.ts';
import { languages, type Language, type Localized } from '../domain/language.ts';
import { instantOf, localTime, type Time } from '../domain/time.ts';
import { knowledgeFolder } from '../store/knowledge-folder.ts';
import type { Output } from './output.ts';

const help: Localized<string> = {
  it: `Uso: npx sportello hours [2026-12-25T10:00] [--lang it|en] [--knowledge CARTELLA]

Dice se a quell'ora c'è qualcuno allo sportello, perché, e quando cambia. L'ora è quella del negozio, o con Z o +01:00 alla
fine un'altra; una data sola è la sua mezzanotte. Senza niente: adesso.`,
  en: `Usage: npx sportello hours [2026-12-25T10:00] [--lang it|en] [--knowledge DIR]

Says whether people are at the desk at a time, why, and when that changes. The time is the shop's own, or with Z or +01:00 at
its end any other; a date alone means its midnight. Default: now.`,
};

/** Explains the opening hours at one instant. */
export async function hours(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: out.language },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    out.line(help[out.language]);
    return 0;
  }
  const language = languages.find((each) => each === values.lang);
  if (language === undefined) throw new Error(`--lang is "${values.lang}"; it must be it or en.`);
  const root = values.knowledge ?? readConfig(process.env).KNOWLEDGE_DIR;
  const { files, problems } = await knowledgeFolder(root).read();
  const parsed = hoursOf(files, problems);
  if (!parsed.ok) {
    for (const problem of parsed.problems) {
      out.line(printProblem({ ...problem, file: join(root, problem.file) }, language));
    }
    return 1;
  }
  const [asked] = positionals;
  const at = asked === undefined ? Date.now() : instantIn(parsed.value.zone, asked);
  out.line(explainHours(parsed.value, at, language).join('\n'));
  return 0;
}

/** Whether somebody is at the desk at an instant, why, and when that changes; a line each. */
export function explainHours(hours: OpeningHours, at: Time, language: Language): readonly string[] {
  const words = texts[language];
  const { date, clock } = localTime(hours.zone, at);
  const open = isOpen(hours, at);
  const moment = words.at(dayWords(date, language), plain(clock));
  const next = open ? closesAt(hours, at) : nextOpening(hours, at);
  return [
    `${moment} (${hours.zone}): ${open ? words.open : words.closed}`,
    `  ${why(hours, date, language)}`,
    `  ${next === undefined ? (open ? words.alwaysOpen : words.neverOpen) : words[open ? 'closes' : 'opens'](when(hours, next, language))}`,
  ];
}

function why(hours: OpeningHours, date: string, language: Language): string {
  const words = texts[language];
  const plan = planOn(hours, date);
  switch (plan.because) {
    case 'week':
      return plan.slots.length === 0 ? words.dayOff : words.week(spans(plan.slots));
    case 'extra':
      return words.extra(spans(plan.slots));
    case 'holiday':
      return words.holiday(plan.name[language]);
    case 'closure':
      return plan.reason === undefined ? words.closure : words.closureFor(plan.reason[language]);
  }
}

function when({ zone }: OpeningHours, at: Time, language: Language): string {
  const { date, clock } = localTime(zone, at);
  return texts[language].at(dayWords(date, language), plain(clock));
}

function spans(slots: readonly Slot[]): string {
  return slots.map(({ from, to }) => `${plain(from)}-${plain(to)}`).join(', ');
}

function plain(clock: string): string {
  return clock.replace(/^0/, '');
}

const texts = {
  it: {
    at: (day: string, time: string) => `${day}, ore ${time}`,
    open: 'aperto',
    closed: 'chiuso',
    week: (slots: string) => `Per l'orario della settimana questo giorno è aperto: ${slots}.`,
    dayOff: "Per l'orario della settimana questo giorno è chiuso.",
    extra: (slots: string) => `È un'apertura straordinaria (extra): ${slots}.`,
    holiday: (name: string) => `È festa nazionale: ${name}.`,
    closure: "È un giorno di chiusura dell'elenco closures.",
    closureFor: (reason: string) => `È un giorno di chiusura (closures): ${reason}.`,
    closes: (time: string) => `Chiude: ${time}.`,
    opens: (time: string) => `Apre: ${time}.`,
    alwaysOpen: 'Resta aperto per almeno una settimana.',
    neverOpen: 'Non apre per almeno un anno.',
  },
  en: {
    at: (day: string, time: string) => `${day}, ${time}`,
    open: 'open',
    closed: 'closed',
    week: (slots: string) => `By the weekly plan this day is open: ${slots}.`,
    dayOff: 'By the weekly plan this day is closed.',
    extra: (slots: string) => `It is an exceptional opening (extra): ${slots}.`,
    holiday: (name: string) => `It is a public holiday: ${name}.`,
    closure: 'It is a day of the list closures.',
    closureFor: (reason: string) => `It is a day of closures: ${reason}.`,
    closes: (time: string) => `Closes: ${time}.`,
    opens: (time: string) => `Opens: ${time}.`,
    alwaysOpen: 'Stays open for a week at least.',
    neverOpen: 'Does not open for a year at least.',
  },
} as const;

/** The instant that a time of a command line means. Throws for what is no time. */
function instantIn(zone: string, asked: string): Time {
  const [, date, clock = '00:00', offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/.exec(asked) ?? [];
  const written = Date.parse(`${date}T${clock}:00${offset ?? 'Z'}`);
  if (date === undefined || Number.isNaN(written) || !sameDay(date)) {
    throw new Error(`"${asked}" is no time; write it as 2026-12-25T10:00.`);
  }
  return offset === undefined ? instantOf(zone, date, clock) : written;
}

/** The 30th of February would be taken for a day of March. */
function sameDay(date: string): boolean {
  return new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date);
}
