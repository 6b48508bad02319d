import { parseArgs } from 'node:util';

import { handoffReasons, type Durations, type Figures } from '../domain/figures.ts';
import { handlers, pointsOf, type Scale } from '../domain/rating.ts';
import { fewestRatings, type Satisfaction } from '../domain/satisfaction.ts';
import type { Estimate } from '../domain/statistics.ts';
import { dateIn, minute } from '../domain/time.ts';
import { openStore } from '../store/open.ts';
import { existingDatabase, figureOptions, filterIn, periodIn, shopHours } from './figure-options.ts';
import type { Output } from './output.ts';

const help = `Usage: npx sportello report [--from 2026-11-01] [--to 2026-11-30] [--channel webchat|teams|telegram]
                              [--language it|en] [--handled-by bot|mixed|agent] [--json]

Prints the figures of the conversations of a period, both days included, in the shop's time zone; the same as the desk's
overview. What each figure means stands in docs/figures.md. Default: the last 30 days.`;

/** Prints satisfaction, who solved the conversations, and how long people took. */
export async function report(args: readonly string[], out: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...figureOptions, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    out.line(help);
    return 0;
  }
  const hours = await shopHours(out.language);
  const period = periodIn(values, hours.zone, Date.now());
  const filter = filterIn(values);
  const store = await openStore(existingDatabase());
  try {
    const figures = await store.figures({ period, hours, ...filter });
    out.line(values.json ? JSON.stringify(figures, null, 2) : describe(figures, hours.zone));
    return 0;
  } finally {
    await store.close();
  }
}

function describe({ now, satisfactionBy }: Figures, zone: string): string {
  const { endings, conversations } = now;
  const share = (n: number) => percent(conversations === 0 ? undefined : n / conversations);
  return [
    `From ${dateIn(zone, now.period.from)} to ${dateIn(zone, now.period.to - 1)} (${zone})`,
    '',
    ...(now.satisfaction.length === 0 ? ['  Nobody was asked for a rating.'] : now.satisfaction.flatMap(rating)),
    ...now.satisfaction.flatMap(({ scale }) => byHandler(scale, satisfactionBy)),
    '',
    `Conversations: ${conversations}`,
    `  solved by the bot   ${share(endings['bot-confirmed'] + endings['bot-implied'])}   ${endings['bot-confirmed']} confirmed, ${endings['bot-implied']} implied`,
    `  solved by people    ${share(endings.agent)}   ${endings.agent}`,
    `  not solved          ${share(endings.nobody)}   ${endings.nobody}`,
    `  still open          ${share(endings.open)}   ${endings.open}`,
    `  handed over         ${share(now.handedOver)}   ${now.handedOver}${reasons(now.reasons)}`,
    `  abandoned           ${share(now.abandoned)}   ${now.abandoned}`,
    `  left as tickets     ${share(now.tickets)}   ${now.tickets}`,
    '',
    'People, in opening hours',
    `  first response      ${took(now.firstResponse)}`,
    `  handling            ${took(now.handling)}`,
  ].join('\n');
}

const names: Readonly<Record<Scale, string>> = {
  'csat-5': 'CSAT (4 and 5 of 5)',
  'csat-10': 'CSAT (9 and 10 of 10)',
  'ces-7': 'CES (5, 6 and 7 of 7)',
  'nps-10': 'NPS (0 to 10)',
};

function rating(figures: Satisfaction): string[] {
  const { scale, asked, n, score, mean, distribution } = figures;
  const few = `too few ratings: ${n}, and ${fewestRatings} are needed`;
  const most = Math.max(1, ...distribution);
  return [
    `  ${names[scale].padEnd(24)} ${score === undefined ? few : `${shown(scale, score)}   n = ${n}`}`,
    `  Mean                     ${mean === undefined ? '-' : `${mean.value.toFixed(2)} (${mean.low.toFixed(2)} to ${mean.high.toFixed(2)})`}`,
    `  Response rate            ${percent(figures.responseRate)}   ${n} of ${asked} asked`,
    '',
    ...pointsOf(scale)
      .map((point, index) => {
        const count = distribution[index] ?? 0;
        return `  ${String(point).padStart(2)}  ${String(count).padStart(6)}  ${'#'.repeat(Math.round((30 * count) / most))}`.trimEnd();
      })
      .toReversed(),
    '',
  ];
}

function byHandler(scale: Scale, by: Figures['satisfactionBy']): string[] {
  return [
    `  ${names[scale].padEnd(24)} handled by`,
    ...handlers.map((handler) => {
      const found = by[handler].find((each) => each.scale === scale);
      const figure = found?.score === undefined ? '-' : shown(scale, found.score);
      return `    ${handler.padEnd(8)} ${figure.padEnd(28)} n = ${found?.n ?? 0}`;
    }),
  ];
}

/** A scale's figure and its 95 % interval. */
function shown(scale: Scale, { value, low, high }: Estimate): string {
  if (scale === 'nps-10') return `${value.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`;
  return `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function reasons(counts: Figures['now']['reasons']): string {
  const met = handoffReasons.filter((reason) => counts[reason] > 0);
  return met.length === 0 ? '' : `: ${met.map((reason) => `${counts[reason]} ${reason}`).join(', ')}`;
}

function took({ n, median, p90 }: Durations): string {
  if (median === undefined || p90 === undefined) return '-';
  return `median ${minutes(median)}, p90 ${minutes(p90)}   n = ${n}`;
}

function minutes(milliseconds: number): string {
  return `${(milliseconds / minute).toFixed(1)} min`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(100 * share).toFixed(1)} %`;
}
