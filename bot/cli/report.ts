import { parseArgs } from 'node:util';

import { handoffReasons, type Durations, type Figures, type PeriodFigures } from '../domain/figures.ts';
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
overview. What each figure means stands in docs/figures.md. Default: the last 28 days.`;

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

function describe({ now, before, satisfactionBy }: Figures, zone: string): string {
  const { endings, conversations } = now;
  const span = ({ from, to }: Figures['now']['period']) => `${dateIn(zone, from)} to ${dateIn(zone, to - 1)}`;
  const share = (name: string, count: (of: PeriodFigures) => number, more = '') =>
    `  ${name.padEnd(19)} ${shareOf(now, count).padEnd(8)} ${more || count(now)}   (before: ${shareOf(before, count)})`;
  return [
    `From ${span(now.period)} (${zone}); the period before is from ${span(before.period)}`,
    '',
    ...(now.satisfaction.length === 0 ? ['  Nobody was asked for a rating.'] : []),
    ...now.satisfaction.flatMap((each) =>
      rating(
        each,
        before.satisfaction.find(({ scale }) => scale === each.scale),
      ),
    ),
    ...now.satisfaction.flatMap(({ scale }) => byHandler(scale, satisfactionBy)),
    '',
    `Conversations: ${conversations}   (before: ${before.conversations})`,
    share(
      'solved by the bot',
      ({ endings: ended }) => ended['bot-confirmed'] + ended['bot-implied'],
      `${endings['bot-confirmed']} confirmed, ${endings['bot-implied']} implied`,
    ),
    share('solved by people', ({ endings: ended }) => ended.agent),
    share('not solved', ({ endings: ended }) => ended.nobody),
    share('still open', ({ endings: ended }) => ended.open),
    share('handed over', ({ handedOver }) => handedOver, `${now.handedOver}${reasons(now.reasons)}`),
    share('abandoned', ({ abandoned }) => abandoned),
    share('left as tickets', ({ tickets }) => tickets),
    '',
    'People, in opening hours',
    `  first response      ${took(now.firstResponse)}   (before: ${took(before.firstResponse)})`,
    `  handling            ${took(now.handling)}   (before: ${took(before.handling)})`,
  ].join('\n');
}

function shareOf(of: PeriodFigures, count: (of: PeriodFigures) => number): string {
  return percent(of.conversations === 0 ? undefined : count(of) / of.conversations);
}

const names: Readonly<Record<Scale, string>> = {
  'csat-5': 'CSAT (4 and 5 of 5)',
  'csat-10': 'CSAT (9 and 10 of 10)',
  'ces-7': 'CES (5, 6 and 7 of 7)',
  'nps-10': 'NPS (0 to 10)',
};

function rating(figures: Satisfaction, before: Satisfaction | undefined): string[] {
  const { scale, asked, n, score, mean, responseRate, distribution } = figures;
  const few = `too few ratings: ${n}, and ${fewestRatings} are needed`;
  const was = (text: string | undefined) => `   (before: ${text ?? '-'})`;
  return [
    `  ${names[scale].padEnd(24)} ${score === undefined ? few : `${shown(scale, score)}   n = ${n}`}${was(before?.score && shown(scale, before.score))}`,
    `  Mean                     ${mean === undefined ? '-' : average(mean)}${was(before?.mean && average(before.mean))}`,
    `  Response rate            ${responseRate === undefined ? '-' : interval(responseRate)}   ${n} of ${asked} asked${was(before?.responseRate && interval(before.responseRate))}`,
    '',
    ...(score === undefined ? [] : bars(scale, distribution)),
  ];
}

/** Each point of a scale, the best first. */
function bars(scale: Scale, distribution: readonly number[]): string[] {
  const most = Math.max(1, ...distribution);
  return [
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
  return interval({ value, low, high });
}

function interval({ value, low, high }: Estimate): string {
  return `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function average({ value, low, high }: Estimate): string {
  return `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
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
