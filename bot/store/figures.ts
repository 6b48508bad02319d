import { channels } from '../domain/conversation.ts';
import {
  durations,
  endings,
  handoffReasons,
  noEndings,
  periodBefore,
  type DayFigures,
  type Ending,
  type FigureQuery,
  type Figures,
  type Part,
  type Period,
  type PeriodFigures,
  type SatisfactionSpan,
} from '../domain/figures.ts';
import { languages } from '../domain/language.ts';
import { openingTime } from '../domain/opening-time.ts';
import { handlers } from '../domain/rating.ts';
import { sum } from '../domain/statistics.ts';
import { dateAfter, day, dateIn, hour, instantOf, localTime, quarter } from '../domain/time.ts';
import type { Database } from './database.ts';
import { ratingTally, tallied } from './rating-tally.ts';
import {
  figureRows,
  type EndingRow,
  type FigureRows,
  type PersonRow,
  type QuarterRow,
  type RatingRow,
} from './figure-rows.ts';

/** Days of a period from which ratings are shown by the week. */
const longPeriod = 14;

/** Makes what computes the figures of a database. */
export function figuresOf(database: Database): (query: FigureQuery) => Figures {
  const rows = figureRows(database);
  return (query) => {
    const { period } = query;
    const earlier = periodBefore(period);
    const days = daysOf(period, query.hours.zone);
    const spans = spansOf(period, days);
    const ended = rows.endings(period, query);
    const rated = rows.ratings(spans, query);
    const quarters = rows.quarters(period, query);
    const ofChannels = tallies(channels, rated, ({ channel }) => channel);
    const ofLanguages = tallies(languages, rated, ({ language }) => language);
    const overTime = tallies([...spans.keys()], rated, ({ span }) => span);
    return {
      now: periodFigures(rows, query, period, ended, rated),
      before: periodFigures(rows, query, earlier, rows.endings(earlier, query), rows.ratings([earlier], query)),
      satisfactionBy: tallies(handlers, rated, ({ handledBy }) => handledBy),
      channels: record(channels, (channel) => ({
        ...part(ended.filter((row) => row.channel === channel)),
        satisfaction: ofChannels[channel],
      })),
      languages: record(languages, (language) => ({
        ...part(ended.filter((row) => row.language === language)),
        satisfaction: ofLanguages[language],
      })),
      ...daysAndWeek(quarters, days, query.hours.zone),
      satisfactionOverTime: spans.map(({ date, days: length }, span): SatisfactionSpan => {
        return { date, days: length, satisfaction: overTime[span]! };
      }),
    };
  };
}

function periodFigures(
  rows: FigureRows,
  query: FigureQuery,
  period: Period,
  ended: readonly EndingRow[],
  rated: readonly RatingRow[],
): PeriodFigures {
  const reasons = rows.reasons(period, query);
  return {
    period,
    satisfaction: tallied(rated),
    ...part(ended),
    handedOver: sum(reasons.map(({ n }) => n)),
    reasons: record(handoffReasons, (reason) => reasons.find((row) => row.reason === reason)?.n ?? 0),
    abandoned: sum(reasons.map(({ abandoned }) => abandoned)),
    tickets: sum(reasons.map(({ tickets }) => tickets)),
    ...times(rows.persons(period, query), query),
  };
}

function times(
  persons: readonly PersonRow[],
  { hours }: FigureQuery,
): Pick<PeriodFigures, 'firstResponse' | 'handling'> {
  const answered: Period[] = [];
  const handled: Period[] = [];
  let [first, last] = [Infinity, 0];
  const add = (spans: Period[], from: number, to: number) => {
    spans.push({ from, to });
    first = Math.min(first, from);
    last = Math.max(last, to);
  };
  for (const { awaitedFrom, firstAgentAt, firstClaimedAt, closedAt, resolved } of persons) {
    if (awaitedFrom !== null) add(answered, awaitedFrom, firstAgentAt);
    if (firstClaimedAt !== null && closedAt !== null && resolved === 1) add(handled, firstClaimedAt, closedAt);
  }
  if (answered.length + handled.length === 0) return { firstResponse: durations([]), handling: durations([]) };
  const between = openingTime(hours, first, last);
  const taken = (spans: readonly Period[]) => durations(spans.map(({ from, to }) => between(from, to)));
  return { firstResponse: taken(answered), handling: taken(handled) };
}

function part(rows: readonly EndingRow[]): Omit<Part, 'satisfaction'> {
  const found = { ...noEndings };
  for (const { ending, n } of rows) found[ending] += n;
  return { conversations: sum(endings.map((ending) => found[ending])), endings: found };
}

/** The figures of ratings by what they are told apart by, in one pass. */
function tallies<K extends string | number>(
  keys: readonly K[],
  rows: readonly RatingRow[],
  keyOf: (row: RatingRow) => K,
) {
  const counted = record(keys, ratingTally);
  for (const row of rows) counted[keyOf(row)].add(row.scale, row.score, row.n);
  return record(keys, (key) => counted[key].figures());
}

/** A day of the shop's zone. */
interface Day extends Period {
  readonly date: string;
}

/** The days of which a period holds something. */
function daysOf({ from, to }: Period, zone: string): readonly Day[] {
  const last = dateIn(zone, Math.max(from, to - 1));
  const days: Day[] = [];
  let begins = 0;
  for (let date = dateIn(zone, from); date <= last; date = dateAfter(date)) {
    const start = days.length === 0 ? instantOf(zone, date, '00:00') : begins;
    begins = instantOf(zone, dateAfter(date), '00:00');
    days.push({ date, from: start, to: begins });
  }
  return days;
}

/** The days, or weeks when the period is long, by which ratings are shown; together they are the period. */
function spansOf({ from, to }: Period, days: readonly Day[]) {
  const length = days.length > longPeriod ? 7 : 1;
  return Array.from({ length: Math.ceil(days.length / length) }, (_, index) => {
    const [first, next] = [days[index * length]!, days[(index + 1) * length]];
    return {
      date: first.date,
      days: Math.min(length, days.length - index * length),
      from: Math.max(from, first.from),
      to: next?.from ?? to,
    };
  });
}

function daysAndWeek(rows: readonly QuarterRow[], days: readonly Day[], zone: string): Pick<Figures, 'days' | 'week'> {
  const ofDays = days.map(({ date }) => ({ date, endings: { ...noEndings } as Record<Ending, number> }));
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const weekdays = days.map(({ from }) => week[localTime(zone, from).weekday]!);
  let place = 0;
  for (const { quarter: quarters, ending, n } of rows) {
    const at = quarters * quarter;
    while (at >= days[place]!.to && place < days.length - 1) place += 1;
    ofDays[place]!.endings[ending] += n;
    weekdays[place]![hourIn(zone, days[place]!, at)]! += n;
  }
  return { days: ofDays satisfies DayFigures[], week };
}

/** The hour that the clock shows; it has to be asked only on days on which it is changed. */
function hourIn(zone: string, { from, to }: Day, at: number): number {
  return to - from === day ? Math.floor((at - from) / hour) : Number(localTime(zone, at).clock.slice(0, 2));
}

function record<K extends string | number, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
