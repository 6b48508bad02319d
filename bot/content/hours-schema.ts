import { z } from 'zod';

import { weekdays, type Closure, type OpeningHours, type Slot, type Weekday } from '../domain/hours.ts';
import type { Localized } from '../domain/language.ts';
import { finding, type Finding } from './finding.ts';
import { date, isDate, noDate, quote, text } from './scalar.ts';

/* The form of intents/hours.yaml: when people are at the desk. A day that is not named is closed. */

const span = z
  .string()
  .superRefine(finding(spanFindings))
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })
  .transform(toSlot);

const slots = z.array(span).superRefine(finding(overlapFindings));
const dayHours = slots.optional();

const week = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, dayHours])) as Record<Weekday, typeof dayHours>,
);

const dayOfYear = z
  .string()
  .superRefine(finding(dayOfYearFindings))
  .meta({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

const closure = z
  .strictObject({
    from: date
      .optional()
      .describe('Il giorno, o il primo dei giorni, AAAA-MM-GG. / The day, or the first, YYYY-MM-DD.'),
    to: date.optional().describe('L’ultimo dei giorni, compreso. / The last day, inclusive.'),
    every: dayOfYear
      .optional()
      .describe('Ogni anno: MM-GG, come il patrono. / Every year: MM-DD, such as a town’s saint.'),
    it: text.describe('Il motivo, in italiano. / The reason, in Italian.'),
    en: text.describe('Il motivo, in inglese. / The reason, in English.'),
  })
  .superRefine(finding(closureFindings))
  .transform(({ from, to, every, it, en }): Closure => {
    const reason = { it, en };
    return every === undefined ? { from: from ?? '', to: to ?? from ?? '', reason } : { every, reason };
  });

const anyClosure = z.union([closure, date.transform((day): Closure => ({ from: day, to: day }))]);

const extra = z.record(z.string(), slots.min(1)).superRefine(finding(extraFindings));

export const hoursFile = z
  .strictObject({
    zone: z.string().superRefine(finding(zoneFindings)).describe('Fuso orario / Time zone: Europe/Rome'),
    week: week.describe('Per ogni giorno, gli orari: ["09:00-13:00", "15:00-18:00"]. / For each day, its hours.'),
    holidays: z
      .enum(['it', 'none'])
      .default('none')
      .describe(
        '`it`: chiuso nelle feste nazionali italiane, calcolate ogni anno. / Closed on Italian public holidays, computed.',
      ),
    closures: z
      .array(anyClosure)
      .default([])
      .describe(
        'Altre chiusure: una data, o { from, to, it, en }, o { every: MM-GG, it, en }. / Other closures: a date, or a block.',
      ),
    extra: extra
      .default({})
      .describe(
        'Aperture straordinarie: data e orari, che valgono più di tutto il resto. / Exceptional openings: a date and its hours, which override all else.',
      ),
  })
  .transform(({ week, ...rest }): OpeningHours => ({
    ...rest,
    week: Object.fromEntries(weekdays.map((day) => [day, week[day] ?? []])) as unknown as OpeningHours['week'],
  }));

function toSlot(value: string): Slot {
  const [from = '', to = ''] = value.split('-').map((time) => time.trim());
  return { from, to };
}

function spanFindings(value: string): Finding[] {
  const { from, to } = toSlot(value);
  const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  if (!time.test(from) || !(time.test(to) || to === '24:00') || value.split('-').length !== 2) {
    return [badSpan(value)];
  }
  if (from < to) return [];
  return [
    {
      code: 'bad-hours',
      message: { it: `${quote(value)} finisce prima di cominciare.`, en: `${quote(value)} ends before it begins.` },
      help: {
        it: 'Per passare la mezzanotte scrivi due fasce, una per giorno.',
        en: 'Write two spans, one on each day, to go past midnight.',
      },
    },
  ];
}

function badSpan(value: string): Finding {
  return {
    code: 'bad-hours',
    message: { it: `${quote(value)} non è una fascia oraria.`, en: `${quote(value)} is no span of hours.` },
    help: {
      it: 'Scrivi dalle-alle, con due cifre: "09:00-18:00"; la fine della giornata è 24:00.',
      en: 'Write from and to, in two digits each: "09:00-18:00"; the end of the day is 24:00.',
    },
  };
}

function overlapFindings(slots: readonly Slot[]): Finding[] {
  const right = slots.map((slot, index) => ({ ...slot, index })).filter(({ from, to }) => from < to);
  const sorted = right.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap(({ from, to, index }, at): Finding[] => {
    const before = sorted[at - 1];
    if (before === undefined || before.to <= from) return [];
    const [span, other] = [`${from}-${to}`, `${before.from}-${before.to}`];
    const message = { it: `${span} si sovrappone a ${other}.`, en: `${span} overlaps ${other}.` };
    const help = {
      it: 'Unisci le due fasce, o fai finire l’una dove comincia l’altra.',
      en: 'Join the two spans, or let one end where the other begins.',
    };
    return [{ code: 'bad-hours', message, help, path: [index] }];
  });
}

function extraFindings(days: Readonly<Record<string, unknown>>): Finding[] {
  const wrong = Object.keys(days).filter((day) => !isDate(day));
  return wrong.map((day): Finding => {
    const help = {
      it: 'Scrivi anno-mese-giorno: 2026-12-20: ["10:00-18:00"].',
      en: 'Write year-month-day: 2026-12-20: ["10:00-18:00"].',
    };
    return { code: 'bad-date', message: noDate(day), help, path: [day] };
  });
}

function dayOfYearFindings(value: string): Finding[] {
  // A leap year, so that the 29th of February may be named.
  if (/^\d{2}-\d{2}$/.test(value) && isDate(`2024-${value}`)) return [];
  const message = { it: `${quote(value)} non è un giorno dell’anno.`, en: `${quote(value)} is no day of the year.` };
  const help = { it: 'Scrivi mese-giorno tra virgolette: "10-04".', en: 'Write month-day in quotes: "10-04".' };
  return [{ code: 'bad-date', message, help }];
}

interface ClosureDates {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly every?: string | undefined;
}

function closureFindings({ from, to, every }: ClosureDates): Finding[] {
  if ((from === undefined) === (every === undefined)) {
    return [{ code: 'bad-closure', message: from === undefined ? noDay : twoDays, help: closureHelp }];
  }
  if (to === undefined) return [];
  if (from === undefined) {
    return [
      {
        code: 'bad-closure',
        message: {
          it: '"every" indica un solo giorno, quindi "to" non ci va.',
          en: '"every" names one day, so there is no "to".',
        },
        help: { it: 'Cancella "to".', en: 'Delete "to".' },
        path: ['to'],
      },
    ];
  }
  if (from <= to) return [];
  const message = {
    it: `La chiusura finisce il ${to}, prima di cominciare, il ${from}.`,
    en: `The closure ends on ${to}, before it begins on ${from}.`,
  };
  const help = { it: 'Scambia le due date, o correggine una.', en: 'Swap the two dates, or mend one.' };
  return [{ code: 'date-order', message, help, path: ['to'] }];
}

const noDay: Localized<string> = {
  it: 'Non è detto quando è questa chiusura.',
  en: 'It is not said when this closure is.',
};

const twoDays: Localized<string> = {
  it: 'Qui ci sono sia "from" sia "every".',
  en: 'Both "from" and "every" stand here.',
};

const closureHelp: Localized<string> = {
  it: 'Scrivi "from: 2026-12-24", con "to" per più giorni, oppure "every: \'12-07\'" per un giorno di ogni anno.',
  en: 'Write "from: 2026-12-24", with "to" for several days, or "every: \'12-07\'" for a day of every year.',
};

function zoneFindings(value: string): Finding[] {
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    return [];
  } catch {
    const message = { it: `${quote(value)} non è un fuso orario.`, en: `${quote(value)} is no time zone.` };
    const help = {
      it: 'Scrivi il nome del fuso, come Europe/Rome o UTC.',
      en: 'Write the name of the zone as Europe/Rome or UTC.',
    };
    return [{ code: 'bad-zone', message, help }];
  }
}
