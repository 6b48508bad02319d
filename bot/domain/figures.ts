import type { Channel, Conversation, HandoffReason, Solved } from './conversation.ts';
import type { OpeningHours } from './hours.ts';
import type { Language } from './language.ts';
import type { HandledBy } from './rating.ts';
import type { Satisfaction } from './satisfaction.ts';
import { percentile } from './statistics.ts';
import type { Time } from './time.ts';

/*
 * The manager's figures. What each of them means stands in docs/figures.md, which is made of domain/definitions.ts.
 */

export interface Period {
  /** Inclusive. */
  readonly from: Time;
  /** Exclusive. */
  readonly to: Time;
}

/** Which conversations are counted; without a filter, all. */
export interface FigureFilter {
  readonly channel?: Channel | undefined;
  readonly language?: Language | undefined;
  readonly handledBy?: HandledBy | undefined;
}

export interface FigureQuery extends FigureFilter {
  readonly period: Period;
  /** For the opening time, and for the days of its zone. */
  readonly hours: OpeningHours;
}

/** How a conversation ended, or that it has not. */
export const endings = ['bot-confirmed', 'bot-implied', 'agent', 'nobody', 'open'] as const;
export type Ending = Solved | 'open';
export type Endings = Readonly<Record<Ending, number>>;

/** The ending that a conversation is counted under; undefined for what no figure counts: spam, and where the customer said nothing. */
export function endingOf({
  status,
  solved,
  outcome,
  customerMessages,
}: Pick<Conversation, 'status' | 'solved' | 'outcome' | 'customerMessages'>): Ending | undefined {
  if (customerMessages === 0 || outcome === 'spam') return undefined;
  return status === 'closed' ? (solved ?? 'nobody') : 'open';
}

export const handoffReasons = [
  'requested',
  'topic',
  'details',
  'unsure',
  'noise',
  'unhelpful',
  'failed',
  'taken',
] as const;

export interface Durations {
  readonly n: number;
  /** Milliseconds of opening time; undefined when n is 0. */
  readonly median: number | undefined;
  readonly p90: number | undefined;
}

/** The figures of one period. */
export interface PeriodFigures {
  readonly period: Period;
  /** Of each scale on which somebody was asked. */
  readonly satisfaction: readonly Satisfaction[];
  readonly conversations: number;
  readonly endings: Endings;
  readonly handedOver: number;
  readonly reasons: Readonly<Record<HandoffReason, number>>;
  readonly abandoned: number;
  readonly tickets: number;
  readonly firstResponse: Durations;
  readonly handling: Durations;
}

/** Conversations of one channel or language. */
export interface Part {
  readonly conversations: number;
  readonly endings: Endings;
  readonly satisfaction: readonly Satisfaction[];
}

export interface DayFigures {
  /** `YYYY-MM-DD` in the shop's zone. */
  readonly date: string;
  readonly endings: Endings;
}

/** The ratings of some days together. */
export interface SatisfactionSpan {
  /** The first day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly days: number;
  readonly satisfaction: readonly Satisfaction[];
}

export interface Figures {
  readonly now: PeriodFigures;
  /** The period before, of the same length. */
  readonly before: PeriodFigures;
  readonly satisfactionBy: Readonly<Record<HandledBy, readonly Satisfaction[]>>;
  readonly channels: Readonly<Record<Channel, Part>>;
  readonly languages: Readonly<Record<Language, Part>>;
  /** Every day of the period. */
  readonly days: readonly DayFigures[];
  /** Days, or weeks when the period is long. */
  readonly satisfactionOverTime: readonly SatisfactionSpan[];
  /** Conversations opened by weekday (0 Monday .. 6 Sunday) and hour (0..23) of the shop's zone. */
  readonly week: readonly (readonly number[])[];
}

/** The period of the same length that ends where one begins. */
export function periodBefore({ from, to }: Period): Period {
  return { from: from - (to - from), to: from };
}

/** The middle and the slow end of durations. */
export function durations(values: readonly number[]): Durations {
  const sorted = Float64Array.from(values).sort();
  const list = Array.from(sorted);
  return { n: list.length, median: percentile(list, 0.5), p90: percentile(list, 0.9) };
}

/** No conversation of any ending. */
export const noEndings: Endings = { 'bot-confirmed': 0, 'bot-implied': 0, agent: 0, nobody: 0, open: 0 };
