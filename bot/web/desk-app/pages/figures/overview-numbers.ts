import type { Durations, Figures, PeriodFigures } from '../../../../domain/figures.ts';
import type { Scale } from '../../../../domain/rating.ts';
import { fewestRatings, type Satisfaction } from '../../../../domain/satisfaction.ts';
import type { Estimate } from '../../../../domain/statistics.ts';
import { minute } from '../../../../domain/time.ts';
import type { figuresTexts } from '../../texts/figures.ts';
import { cell, type TableCell, type TableData } from './figure-table.tsx';
import type { FigureWords } from './words.ts';

type Texts = (typeof figuresTexts)['it'];

/** All figures of a period as one table: value, bounds, of how many, the period before and the difference. */
export function numbersTable(t: Texts, words: FigureWords, figures: Figures, scale: Scale): TableData {
  const { now, before } = figures;
  const nothing = cell(undefined, '–');
  const numbers = (of: PeriodFigures): Satisfaction | undefined => of.satisfaction.find((each) => each.scale === scale);
  const [rated, earlier] = [numbers(now), numbers(before)];

  function row(name: string, unit: string, cells: readonly TableCell[]): readonly TableCell[] {
    return [cell(name), ...cells, cell(unit)];
  }
  function estimate(
    name: string,
    unit: string,
    [one, other]: readonly (Estimate | undefined)[],
    n: number,
    shown: (value: number) => string,
    said: (difference: number) => string,
  ) {
    const difference = one && other && one.value - other.value;
    const shownOr = (value: number | undefined) => cell(value, value === undefined ? '–' : shown(value));
    return row(name, unit, [
      one === undefined ? cell(undefined, t.tooFew) : shownOr(one.value),
      shownOr(one?.low),
      shownOr(one?.high),
      cell(n, words.count(n)),
      shownOr(other?.value),
      difference === undefined ? nothing : cell(difference, said(difference)),
    ]);
  }
  function share(name: string, count: (of: PeriodFigures) => number) {
    const shareOf = (of: PeriodFigures, least: number) =>
      of.conversations < least ? undefined : count(of) / of.conversations;
    const [one, other] = [shareOf(now, 1), shareOf(before, fewestRatings)];
    const difference = one === undefined || other === undefined ? undefined : one - other;
    const n = count(now);
    return row(name, t.units.share, [
      cell(one, one === undefined ? '–' : words.percent(one)),
      nothing,
      nothing,
      cell(n, words.count(n)),
      cell(other, other === undefined ? '–' : words.percent(other)),
      difference === undefined ? nothing : cell(difference, t.points(words.signed(100 * difference))),
    ]);
  }
  function duration(name: string, of: (figures: PeriodFigures) => Durations, which: 'median' | 'p90') {
    const { n, [which]: one } = of(now);
    const { n: earlierN, [which]: found } = of(before);
    const other = earlierN < fewestRatings ? undefined : found;
    const difference = one === undefined || other === undefined ? undefined : one - other;
    const minutes = (value: number | undefined) =>
      value === undefined ? nothing : cell(value / minute, words.duration(value));
    return row(`${name}: ${t[which].toLowerCase()}`, t.units.minutes, [
      minutes(one),
      nothing,
      nothing,
      cell(n, words.count(n)),
      minutes(other),
      difference === undefined ? nothing : cell(difference / minute, signedDuration(words, difference)),
    ]);
  }

  const inPoints = (factor: number) => (difference: number) => t.points(words.signed(factor * difference));
  const score = (value: number) => words.score(scale, value);
  const more = now.conversations - before.conversations;
  return {
    columns: [t.figure, t.value, t.low, t.high, t.n, t.periodBefore, t.difference, t.unit],
    rows: [
      estimate(
        t.scales[scale],
        scale === 'nps-10' ? t.units.points : t.units.share,
        [rated?.score, earlier?.score],
        rated?.n ?? 0,
        score,
        inPoints(scale === 'nps-10' ? 1 : 100),
      ),
      estimate(t.mean, t.units.scale, [rated?.mean, earlier?.mean], rated?.n ?? 0, words.decimal, words.signedDecimal),
      estimate(
        t.responseRate,
        t.units.share,
        [rated?.responseRate, earlier?.responseRate],
        rated?.asked ?? 0,
        words.percent,
        inPoints(100),
      ),
      row(t.conversations, t.units.count, [
        cell(now.conversations, words.count(now.conversations)),
        nothing,
        nothing,
        cell(now.conversations, words.count(now.conversations)),
        cell(before.conversations, words.count(before.conversations)),
        cell(more, words.signed(more)),
      ]),
      share(t.solvedByBot, ({ endings }) => endings['bot-confirmed'] + endings['bot-implied']),
      share(t.endings['bot-confirmed'], ({ endings }) => endings['bot-confirmed']),
      share(t.endings['bot-implied'], ({ endings }) => endings['bot-implied']),
      share(t.solvedByPeople, ({ endings }) => endings.agent),
      share(t.notSolved, ({ endings }) => endings.nobody),
      share(t.endings.open, ({ endings }) => endings.open),
      share(t.handedOver, ({ handedOver }) => handedOver),
      share(t.abandoned, ({ abandoned }) => abandoned),
      share(t.tickets, ({ tickets }) => tickets),
      duration(t.firstResponse, ({ firstResponse }) => firstResponse, 'median'),
      duration(t.firstResponse, ({ firstResponse }) => firstResponse, 'p90'),
      duration(t.handling, ({ handling }) => handling, 'median'),
      duration(t.handling, ({ handling }) => handling, 'p90'),
    ],
  };
}

/** A duration that is longer or shorter than another. */
export function signedDuration(words: FigureWords, difference: number): string {
  const sign = difference === 0 ? '' : difference > 0 ? '+' : '−';
  return `${sign}${words.duration(Math.abs(difference))}`;
}
