import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { day } from '../domain/time.ts';
import type { Satisfaction } from '../domain/rating.ts';
import type { Period } from '../service/ports.ts';
import { reportOf, type Report } from '../service/reports.ts';
import { databaseExists, openStore } from '../store/open.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello report [--from 2026-11-01] [--to 2026-11-30] [--json]

Prints the satisfaction figures of the conversations of a period, both days included (UTC).
Default: the last 30 days.`;

/** Prints CSAT and who solved the conversations. */
export async function report(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const period = periodOf(values.from, values.to, Date.now());
  const { DATABASE_URL } = readConfig(process.env);
  if (!databaseExists(DATABASE_URL)) {
    throw new Error(`There is no database at ${DATABASE_URL}. Run this where Sportello runs, or set DATABASE_URL.`);
  }
  const store = await openStore(DATABASE_URL);
  try {
    const figures = await reportOf(store, period);
    out.line(values.json ? JSON.stringify(figures, null, 2) : describe(figures));
    return 0;
  } finally {
    await store.close();
  }
}

function periodOf(from: string | undefined, to: string | undefined, now: number): Period {
  const end = to === undefined ? now + 1 : startOf('--to', to) + day;
  const start = from === undefined ? end - 30 * day : startOf('--from', from);
  if (start >= end) throw new Error(`--from ${from} is not before --to ${to}; swap them.`);
  return { from: start, to: end };
}

function startOf(option: string, date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || dateOf(at) !== date) throw new Error(`${option} ${date} is no date; write it as 2026-11-21.`);
  return at;
}

function describe({ period, satisfaction, satisfactionBy, volume, solved, shares }: Report): string {
  const lines = [
    `Satisfaction from ${dateOf(period.from)} to ${dateOf(period.to - 1)}`,
    '',
    `  CSAT (share of 4s and 5s)  ${percent(satisfaction.csat)}   n = ${satisfaction.n}`,
    `  Mean                       ${satisfaction.mean?.toFixed(2) ?? '-'}`,
    `  Response rate              ${percent(satisfaction.responseRate)}   ${satisfaction.n} of ${satisfaction.asked} asked`,
    '',
    ...distribution(satisfaction),
    '',
    '  Handled by   CSAT       n',
    ...(['bot', 'mixed', 'agent'] as const).map((by) => {
      const figures = satisfactionBy[by];
      return `  ${by.padEnd(12)} ${percent(figures.csat).padEnd(10)} ${figures.n}`;
    }),
    '',
    `Conversations: ${volume.conversations}, of which open ${volume.open}, handed over ${volume.handedOver}, left as tickets ${volume.tickets}`,
    '',
    'Closed conversations were solved by',
    `  the bot      ${percent(shares?.bot)}   ${solved['bot-confirmed']} confirmed, ${solved['bot-implied']} implied`,
    `  an agent     ${percent(shares?.agent)}   ${solved.agent}`,
    `  nobody       ${percent(shares?.nobody)}   ${solved.nobody}`,
  ];
  return lines.join('\n');
}

function distribution({ distribution: counts, n }: Satisfaction): string[] {
  return counts
    .map((count, index) => {
      const bar = '#'.repeat(n === 0 ? 0 : Math.round((30 * count) / n));
      return `  ${index + 1}  ${String(count).padStart(6)}  ${bar}`.trimEnd();
    })
    .toReversed();
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(100 * share).toFixed(1)} %`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
