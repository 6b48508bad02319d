import { z } from 'zod';

import { weekdays, type OpeningHours, type Slot, type Weekday } from '../domain/hours.ts';
import { finding, type Finding } from './finding.ts';
import { date, quote } from './scalar.ts';

/* The form of intents/hours.yaml: when people are at the desk. A day that is not named is closed. */

const span = z
  .string()
  .superRefine(finding(spanFindings))
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })
  .transform(toSlot);

const dayHours = z.array(span).superRefine(finding(overlapFindings)).optional();

const week = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, dayHours])) as Record<Weekday, typeof dayHours>,
);

export const hoursFile = z
  .strictObject({
    zone: z.string().superRefine(finding(zoneFindings)).describe('Fuso orario / Time zone: Europe/Rome'),
    week: week.describe('Per ogni giorno, gli orari: ["09:00-13:00", "15:00-18:00"]. / For each day, its hours.'),
    closures: z
      .array(date)
      .default([])
      .describe('Giorni di chiusura, AAAA-MM-GG. / Days on which nobody is there, YYYY-MM-DD.'),
  })
  .transform(({ zone, week, closures }): OpeningHours => ({
    zone,
    week: Object.fromEntries(weekdays.map((day) => [day, week[day] ?? []])) as unknown as OpeningHours['week'],
    closures,
  }));

function toSlot(value: string): Slot {
  const [from = '', to = ''] = value.split('-').map((time) => time.trim());
  return { from, to };
}

function spanFindings(value: string): Finding[] {
  const help = 'Write from and to, in two digits each: "09:00-18:00"; the end of the day is 24:00.';
  const { from, to } = toSlot(value);
  const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  if (!time.test(from) || !(time.test(to) || to === '24:00') || value.split('-').length !== 2) {
    return [{ code: 'bad-hours', message: `${quote(value)} is no span of hours.`, help }];
  }
  if (from < to) return [];
  return [
    {
      code: 'bad-hours',
      message: `${quote(value)} ends before it begins.`,
      help: 'Write two spans, one on each day, to go past midnight.',
    },
  ];
}

function overlapFindings(slots: readonly Slot[]): Finding[] {
  const right = slots.map((slot, index) => ({ ...slot, index })).filter(({ from, to }) => from < to);
  const sorted = right.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap(({ from, to, index }, at): Finding[] => {
    const before = sorted[at - 1];
    if (before === undefined || before.to <= from) return [];
    const message = `${from}-${to} overlaps ${before.from}-${before.to}.`;
    return [
      { code: 'bad-hours', message, help: 'Join the two spans, or let one end where the other begins.', path: [index] },
    ];
  });
}

function zoneFindings(value: string): Finding[] {
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    return [];
  } catch {
    const help = 'Write the name of the zone as Europe/Rome or UTC.';
    return [{ code: 'bad-zone', message: `${quote(value)} is no time zone.`, help }];
  }
}
