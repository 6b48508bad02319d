import { channels, type Conversation } from '../../bot/domain/conversation.ts';
import {
  endings,
  handoffReasons,
  type FigureQuery,
  type Figures,
  type PeriodFigures,
} from '../../bot/domain/figures.ts';
import { isOpen, type OpeningHours } from '../../bot/domain/hours.ts';
import { languages } from '../../bot/domain/language.ts';
import type { Draft } from '../../bot/domain/message.ts';
import { handlers, pointsOf, scales, type RatingRequest, type Scale } from '../../bot/domain/rating.ts';
import type { Satisfaction } from '../../bot/domain/satisfaction.ts';
import { meanOf, wilson } from '../../bot/domain/statistics.ts';
import { localTime, minute, type Time } from '../../bot/domain/time.ts';
import type { Played } from './month.ts';

/*
 * The figures once more, the obvious and slow way: from all that came of every turn, by lists and loops. No SQL, no index, nothing
 * that is worked out beforehand.
 */

interface Case {
  readonly conversation: Conversation;
  readonly messages: readonly Draft[];
  readonly ticket: boolean;
  readonly reason: string | undefined;
  readonly firstClaim: Time | undefined;
  /** Since when the customer waited when an agent first spoke. */
  readonly waitedFrom: Time | undefined;
  readonly handledBy: string;
  readonly asked: RatingRequest | undefined;
  readonly score: number | undefined;
}

export function casesOf(played: readonly Played[]): readonly Case[] {
  const ids = [...new Set(played.map(({ outcome }) => outcome.conversation.id))];
  const given = new Map<string, number>();
  for (const { outcome } of played) {
    const { rating } = outcome;
    if (rating?.kind === 'given' && !given.has(rating.conversationId)) given.set(rating.conversationId, rating.score);
  }
  return ids.map((id) => {
    const turns = played.filter(({ outcome }) => outcome.conversation.id === id);
    const conversation = turns.at(-1)!.outcome.conversation;
    const spoke = turns.find(({ outcome }) => outcome.messages.some(({ author }) => author === 'agent'));
    const handoffs = turns.flatMap(({ outcome }) => outcome.conversation.handoff ?? []);
    const waited = spoke?.outcome.conversation.handoff;
    const byBot = conversation.answered.some(({ by }) => by === undefined);
    const asked = turns.flatMap(({ outcome: { rating } }) => (rating?.kind === 'asked' ? [rating.request] : []))[0];
    return {
      conversation,
      messages: turns.flatMap(({ outcome }) => outcome.messages),
      ticket: turns.some(({ outcome }) => outcome.ticket !== undefined),
      reason: handoffs.at(-1)?.reason,
      firstClaim: turns.find(({ outcome }) => outcome.conversation.claimedAt !== undefined)?.at,
      waitedFrom: waited?.reason === 'taken' ? undefined : waited?.queuedAt,
      handledBy: !conversation.hadAgent ? 'bot' : byBot ? 'mixed' : 'agent',
      asked,
      score: given.get(id),
    };
  });
}

export function figuresByHand(played: readonly Played[], query: FigureQuery): Figures {
  const { period, hours, channel, language, handledBy } = query;
  const { from, to } = period;
  const all = casesOf(played);
  const fits = (each: { channel: string; language: string; handledBy: string }) =>
    (channel === undefined || each.channel === channel) &&
    (language === undefined || each.language === language) &&
    (handledBy === undefined || each.handledBy === handledBy);
  const counted = (start: Time, end: Time) =>
    all.filter(({ conversation, handledBy: by }) => {
      const { openedAt, customerMessages, outcome, thread } = conversation;
      const within = openedAt >= start && openedAt < end && customerMessages > 0 && outcome !== 'spam';
      return within && fits({ channel: thread.channel, language: conversation.language, handledBy: by });
    });
  const rated = (start: Time, end: Time) =>
    all.filter(({ asked }) => asked !== undefined && asked.askedAt >= start && asked.askedAt < end && fits(asked));
  const cases = counted(from, to);
  const ratings = rated(from, to);
  const dates: string[] = [];
  for (let at = from; at < to; at += 15 * minute) {
    const { date } = localTime(hours.zone, at);
    if (!dates.includes(date)) dates.push(date);
  }
  const length = dates.length > 14 ? 7 : 1;
  return {
    now: periodByHand({ from, to }, cases, ratings, hours),
    before: periodByHand(
      { from: from - (to - from), to: from },
      counted(from - (to - from), from),
      rated(from - (to - from), from),
      hours,
    ),
    satisfactionBy: each(handlers, (by) => satisfactions(ratings.filter(({ asked }) => asked?.handledBy === by))),
    channels: each(channels, (name) =>
      part(
        cases.filter(({ conversation }) => conversation.thread.channel === name),
        ratings.filter(({ asked }) => asked?.channel === name),
      ),
    ),
    languages: each(languages, (name) =>
      part(
        cases.filter(({ conversation }) => conversation.language === name),
        ratings.filter(({ asked }) => asked?.language === name),
      ),
    ),
    days: dates.map((date) => ({
      date,
      endings: part(
        cases.filter(({ conversation }) => localTime(hours.zone, conversation.openedAt).date === date),
        [],
      ).endings,
    })),
    satisfactionOverTime: dates
      .filter((_, index) => index % length === 0)
      .map((date, index) => {
        const days = dates.slice(index * length, (index + 1) * length);
        const within = ratings.filter(({ asked }) => days.includes(localTime(hours.zone, asked!.askedAt).date));
        return { date, days: days.length, satisfaction: satisfactions(within) };
      }),
    week: [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
      Array.from({ length: 24 }, (_, hour) => {
        const clock = (at: Time) => localTime(hours.zone, at);
        return cases.filter(({ conversation: { openedAt } }) => {
          return clock(openedAt).weekday === weekday && Number(clock(openedAt).clock.slice(0, 2)) === hour;
        }).length;
      }),
    ),
  };
}

function periodByHand(
  period: PeriodFigures['period'],
  cases: readonly Case[],
  ratings: readonly Case[],
  hours: OpeningHours,
): PeriodFigures {
  const spoken = cases.flatMap(({ waitedFrom, messages }) => {
    const first = messages.find(({ author }) => author === 'agent');
    return waitedFrom === undefined || first === undefined ? [] : [openFor(hours, waitedFrom, first.at)];
  });
  const handled = cases.flatMap(({ firstClaim, messages, conversation: { outcome, closedAt } }) => {
    const agentSpoke = messages.some(({ author }) => author === 'agent');
    if (outcome === undefined || firstClaim === undefined || closedAt === undefined || !agentSpoke) return [];
    return [openFor(hours, firstClaim, closedAt)];
  });
  const { conversations, endings: ended } = part(cases, []);
  return {
    period,
    satisfaction: satisfactions(ratings),
    conversations,
    endings: ended,
    handedOver: cases.filter(({ reason }) => reason !== undefined).length,
    reasons: each(handoffReasons, (name) => cases.filter(({ reason }) => reason === name).length),
    abandoned: cases.filter(({ reason, ticket, messages, conversation }) => {
      const alone = !messages.some(({ author }) => author === 'agent') && conversation.outcome === undefined;
      return reason !== undefined && conversation.solved === 'nobody' && !ticket && alone;
    }).length,
    tickets: cases.filter(({ ticket }) => ticket).length,
    firstResponse: middleAndSlow(spoken),
    handling: middleAndSlow(handled),
  };
}

function part(cases: readonly Case[], ratings: readonly Case[]) {
  return {
    conversations: cases.length,
    endings: each(
      endings,
      (ending) =>
        cases.filter(({ conversation: { status, solved } }) => {
          return (status === 'closed' ? solved : 'open') === ending;
        }).length,
    ),
    satisfaction: satisfactions(ratings),
  };
}

/** Minute by minute. */
function openFor(hours: OpeningHours, from: Time, to: Time): number {
  let open = 0;
  for (let at = from; at < to; at += minute) if (openAt(hours, at)) open += minute;
  return open;
}

const looked = new Map<Time, boolean>();

/** Looked up once a minute of the month; every test has the same hours. */
function openAt(hours: OpeningHours, at: Time): boolean {
  const known = looked.get(at) ?? isOpen(hours, at);
  looked.set(at, known);
  return known;
}

function middleAndSlow(values: readonly number[]) {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = (share: number) => sorted.find((_, index) => index + 1 >= share * sorted.length);
  return { n: values.length, median: rank(0.5), p90: rank(0.9) };
}

function satisfactions(cases: readonly Case[]): Satisfaction[] {
  return scales.flatMap((scale) => {
    const asked = cases.filter((each) => each.asked?.scale === scale);
    const scores = asked.flatMap(({ score }) => score ?? []);
    if (asked.length === 0) return [];
    const distribution = pointsOf(scale).map((point) => scores.filter((score) => score === point).length);
    const enough = scores.length >= 10;
    return [
      {
        scale,
        asked: asked.length,
        n: scores.length,
        responseRate: asked.length >= 10 ? wilson(scores.length, asked.length) : undefined,
        distribution,
        score: enough ? scoreByHand(scale, scores) : undefined,
        mean: enough ? meanOf(pointsOf(scale), distribution) : undefined,
      },
    ];
  });
}

function scoreByHand(scale: Scale, scores: readonly number[]) {
  const from = (least: number, most = 10) => scores.filter((score) => score >= least && score <= most).length;
  switch (scale) {
    case 'csat-5':
      return wilson(from(4), scores.length);
    case 'csat-10':
      return wilson(from(9), scores.length);
    case 'ces-7':
      return wilson(from(5), scores.length);
    case 'nps-10':
      return meanOf([-100, 0, 100], [from(0, 6), from(7, 8), from(9)]);
  }
}

function each<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
