import { channels, type Channel } from '../domain/conversation.ts';
import {
  durations,
  endings,
  handoffReasons,
  noEndings,
  periodBefore,
  type Ending,
  type Endings,
  type FigureQuery,
  type Figures,
  type Part,
  type Period,
  type PeriodFigures,
  type SatisfactionSpan,
} from '../domain/figures.ts';
import { languages, type Language } from '../domain/language.ts';
import { openingTime } from '../domain/opening-time.ts';
import { handlers } from '../domain/rating.ts';
import { sum } from '../domain/statistics.ts';
import { dateAfter, localTime, quarter } from '../domain/time.ts';
import type { Database } from './database.ts';
import { ratingTally, tallied } from './rating-tally.ts';
import { figureRows, type EndingRow, type FigureRows, type PersonRow, type RatingRow } from './figure-rows.ts';

/** Days of a period from which ratings are shown by the week. */
const longPeriod = 14;

/** Makes what computes the figures of a database. */
export function figuresOf(database: Database): (query: FigureQuery) => Figures {
  const rows = figureRows(database);
  return (query) => {
    const { period } = query;
    const earlier = periodBefore(period);
    const ended = rows.endings(period, query);
    const rated = rows.ratings(period, query);
    const clock = localClock(query.hours.zone);
    const dates = datesOf(period, query.hours.zone);
    const ofChannels = tallies(channels, rated, ({ channel }) => channel);
    const ofLanguages = tallies(languages, rated, ({ language }) => language);
    return {
      now: periodFigures(rows, query, period, ended, rated),
      before: periodFigures(rows, query, earlier, rows.endings(earlier, query), rows.ratings(earlier, query)),
      satisfactionBy: tallies(handlers, rated, ({ handledBy }) => handledBy),
      channels: record(channels, (channel) => ({
        ...part(ended, (row) => ofChannel(row, channel)),
        satisfaction: ofChannels[channel],
      })),
      languages: record(languages, (language) => ({
        ...part(ended, (row) => ofLanguage(row, language)),
        satisfaction: ofLanguages[language],
      })),
      days: dayFigures(ended, dates, clock),
      satisfactionOverTime: overTime(rated, dates, clock),
      week: weekOf(ended, clock),
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
    ...part(ended, ({ n }) => n),
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
  const answered = persons.flatMap(({ awaitedFrom: from, firstAgentAt: to }) => (from === null ? [] : [{ from, to }]));
  const handled = persons.flatMap(({ firstClaimedAt: from, closedAt: to, resolved }) =>
    from === null || to === null || resolved === 0 ? [] : [{ from, to }],
  );
  const all = [...answered, ...handled];
  if (all.length === 0) return { firstResponse: durations([]), handling: durations([]) };
  const first = all.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = all.reduce((most, { to }) => Math.max(most, to), 0);
  const between = openingTime(hours, first, last);
  const taken = (spans: readonly Period[]) => durations(spans.map(({ from, to }) => between(from, to)));
  return { firstResponse: taken(answered), handling: taken(handled) };
}

function part(rows: readonly EndingRow[], counted: (row: EndingRow) => number): Omit<Part, 'satisfaction'> {
  const found = { ...noEndings };
  for (const row of rows) found[endingOf(row)] += counted(row);
  return { conversations: sum(endings.map((ending) => found[ending])), endings: found };
}

function endingOf({ status, solved }: EndingRow): Ending {
  return status === 'closed' ? (solved ?? 'nobody') : 'open';
}

function ofChannel({ n, teams, telegram }: EndingRow, channel: Channel): number {
  switch (channel) {
    case 'teams':
      return teams;
    case 'telegram':
      return telegram;
    case 'webchat':
      return n - teams - telegram;
  }
}

function ofLanguage({ n, english }: EndingRow, language: Language): number {
  return language === 'en' ? english : n - english;
}

/** The figures of ratings by what they are told apart by, in one pass. */
function tallies<K extends string>(keys: readonly K[], rows: readonly RatingRow[], keyOf: (row: RatingRow) => K) {
  const counted = record(keys, ratingTally);
  for (const row of rows) counted[keyOf(row)].add(row.scale, row.score, row.n);
  return record(keys, (key) => counted[key].figures());
}

type LocalClock = (quarters: number) => { readonly date: string; readonly hour: number; readonly weekday: number };

/** Tells date and hour of a quarter of an hour; each is worked out once. */
function localClock(zone: string): LocalClock {
  const known = new Map<number, ReturnType<LocalClock>>();
  return (quarters) => {
    const found = known.get(quarters);
    if (found !== undefined) return found;
    const { date, clock, weekday } = localTime(zone, quarters * quarter);
    const made = { date, hour: Number(clock.slice(0, 2)), weekday };
    known.set(quarters, made);
    return made;
  };
}

function datesOf({ from, to }: Period, zone: string): readonly string[] {
  const dates = [localTime(zone, from).date];
  const last = localTime(zone, Math.max(from, to - 1)).date;
  for (let date = dates[0]!; date < last;) dates.push((date = dateAfter(date)));
  return dates;
}

function dayFigures(rows: readonly EndingRow[], dates: readonly string[], clock: LocalClock) {
  const days = new Map<string, Record<Ending, number>>(dates.map((date) => [date, { ...noEndings }]));
  for (const row of rows) {
    const day = days.get(clock(row.quarter).date);
    if (day !== undefined) day[endingOf(row)] += row.n;
  }
  return [...days].map(([date, counts]): { date: string; endings: Endings } => ({ date, endings: counts }));
}

function overTime(rows: readonly RatingRow[], dates: readonly string[], clock: LocalClock): SatisfactionSpan[] {
  const length = dates.length > longPeriod ? 7 : 1;
  const place = new Map(dates.map((date, index) => [date, Math.floor(index / length)]));
  const spans = Array.from({ length: Math.ceil(dates.length / length) }, ratingTally);
  for (const row of rows) spans[place.get(clock(row.quarter).date) ?? -1]?.add(row.scale, row.score, row.n);
  return spans.map((span, index) => ({
    date: dates[index * length]!,
    days: Math.min(length, dates.length - index * length),
    satisfaction: span.figures(),
  }));
}

function weekOf(rows: readonly EndingRow[], clock: LocalClock): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const row of rows) {
    const { weekday, hour } = clock(row.quarter);
    week[weekday]![hour]! += row.n;
  }
  return week;
}

function record<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
