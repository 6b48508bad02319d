import type { Channel, HandoffReason, Solved, Status } from '../domain/conversation.ts';
import type { FigureFilter, Period } from '../domain/figures.ts';
import type { Language } from '../domain/language.ts';
import type { HandledBy, Scale } from '../domain/rating.ts';
import { quarter } from '../domain/time.ts';
import type { Database } from './database.ts';

/*
 * What SQL counts for the figures. Conversations without a word of the customer's, and spam, are left out everywhere. The groups are in the order of
 * the index that holds all their columns (schema-figures.ts), so that nothing is sorted and no wide row is read.
 */

/** Conversations opened in one quarter of an hour that ended alike. */
export interface EndingRow {
  readonly quarter: number;
  readonly status: Status;
  readonly solved: Solved | null;
  readonly n: number;
  readonly teams: number;
  readonly telegram: number;
  readonly english: number;
}

export interface ReasonRow {
  readonly reason: HandoffReason;
  readonly n: number;
  readonly tickets: number;
  readonly abandoned: number;
}

/** Instants of a conversation in which a person took part. */
export interface PersonRow {
  readonly awaitedFrom: number | null;
  readonly firstAgentAt: number;
  readonly firstClaimedAt: number | null;
  readonly closedAt: number | null;
  /** An agent ended it: solved it, or said that nobody could. */
  readonly resolved: 0 | 1;
}

/** Rating questions of one quarter of an hour that are alike in all that is filtered; `score` null = not answered. */
export interface RatingRow {
  readonly quarter: number;
  readonly scale: Scale;
  readonly score: number | null;
  readonly handledBy: HandledBy;
  readonly channel: Channel;
  readonly language: Language;
  readonly n: number;
}

/** The rows of a period. */
export interface FigureRows {
  readonly endings: (period: Period, filter: FigureFilter) => readonly EndingRow[];
  readonly reasons: (period: Period, filter: FigureFilter) => readonly ReasonRow[];
  readonly persons: (period: Period, filter: FigureFilter) => readonly PersonRow[];
  readonly ratings: (period: Period, filter: FigureFilter) => readonly RatingRow[];
}

const filtered = `($channel IS NULL OR channel = $channel) AND ($language IS NULL OR language = $language)
  AND ($handledBy IS NULL OR handled_by = $handledBy)`;
const conversations = `conversations WHERE opened_quarter >= $fromQuarter AND opened_quarter <= $toQuarter
  AND opened_at >= $from AND opened_at < $to AND customer_messages > 0 AND coalesce(outcome, '') <> 'spam' AND ${filtered}`;

export function figureRows(database: Database): FigureRows {
  const endings = database.lists<EndingList>(
    `SELECT opened_quarter AS quarter, status, solved, count(*) AS n, sum(channel = 'teams') AS teams,
            sum(channel = 'telegram') AS telegram, sum(language = 'en') AS english
     FROM ${conversations} GROUP BY opened_quarter, status, solved`,
  );
  const reasons = database.prepare<ReasonRow>(
    `SELECT handoff_reason AS reason, count(*) AS n, sum(ticket) AS tickets,
            sum(status = 'closed' AND solved = 'nobody' AND ticket = 0 AND first_agent_at IS NULL AND outcome IS NULL) AS abandoned
     FROM ${conversations} AND handoff_reason IS NOT NULL GROUP BY handoff_reason`,
  );
  const persons = database.lists<PersonList>(
    `SELECT awaited_from AS "awaitedFrom", first_agent_at AS "firstAgentAt", first_claimed_at AS "firstClaimedAt",
            closed_at AS "closedAt",
            (outcome IS NOT NULL OR coalesce(solved, '') = 'agent') AS resolved
     FROM ${conversations} AND first_agent_at IS NOT NULL`,
  );
  const ratings = database.lists<RatingList>(
    `SELECT asked_quarter AS quarter, scale, score, handled_by AS "handledBy", channel, language, count(*) AS n
     FROM ratings WHERE asked_quarter >= $fromQuarter AND asked_quarter <= $toQuarter
       AND asked_at >= $from AND asked_at < $to AND ${filtered}
     GROUP BY asked_quarter, scale, score, handled_by, channel, language`,
  );
  return {
    endings: (period, filter) =>
      endings(parameters(period, filter)).map(([quarter, status, solved, n, teams, telegram, english]) => {
        return { quarter, status, solved, n, teams, telegram, english };
      }),
    reasons: (period, filter) => reasons.all(parameters(period, filter)),
    persons: (period, filter) =>
      persons(parameters(period, filter)).map(([awaitedFrom, firstAgentAt, firstClaimedAt, closedAt, resolved]) => {
        return { awaitedFrom, firstAgentAt, firstClaimedAt, closedAt, resolved };
      }),
    ratings: (period, filter) =>
      ratings(parameters(period, filter)).map(([quarter, scale, score, handledBy, channel, language, n]) => {
        return { quarter, scale, score, handledBy, channel, language, n };
      }),
  };
}

type EndingList = readonly [number, Status, Solved | null, number, number, number, number];
type PersonList = readonly [number | null, number, number | null, number | null, 0 | 1];
type RatingList = readonly [number, Scale, number | null, HandledBy, Channel, Language, number];

function parameters({ from, to }: Period, { channel, language, handledBy }: FigureFilter) {
  return {
    from,
    to,
    fromQuarter: Math.floor(from / quarter),
    toQuarter: Math.floor(to / quarter),
    channel: channel ?? null,
    language: language ?? null,
    handledBy: handledBy ?? null,
  };
}
