import { channels, type Channel, type HandoffReason } from '../domain/conversation.ts';
import { endings, type Ending, type FigureFilter, type Period } from '../domain/figures.ts';
import { languages, type Language } from '../domain/language.ts';
import { handlers, type HandledBy, type Scale } from '../domain/rating.ts';
import { quarter } from '../domain/time.ts';
import type { Database } from './database.ts';
import { scoreList } from './rating-tally.ts';

/*
 * What SQL counts for the figures; conversations without an ending count nowhere. What has few kinds is counted kind by kind: for each
 * there is one count(*) along an index that begins with the kind and ends with the time (schema-endings.ts). Grouping would sort, and
 * hand over, a hundred times as many rows.
 */

/** Conversations of a period that are alike. */
export interface EndingRow {
  readonly ending: Ending;
  readonly channel: Channel;
  readonly language: Language;
  readonly n: number;
}

/** Conversations opened in one quarter of an hour that ended alike. */
export interface QuarterRow {
  readonly quarter: number;
  readonly ending: Ending;
  readonly n: number;
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

/** Rating questions that are alike; `score` null = not answered. */
export interface RatingRow {
  /** The place of the span in the list that was asked for. */
  readonly span: number;
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
  /** Earliest first. */
  readonly quarters: (period: Period, filter: FigureFilter) => readonly QuarterRow[];
  readonly reasons: (period: Period, filter: FigureFilter) => readonly ReasonRow[];
  readonly persons: (period: Period, filter: FigureFilter) => readonly PersonRow[];
  /** Of spans that follow each other. */
  readonly ratings: (spans: readonly Period[], filter: FigureFilter) => readonly RatingRow[];
}

export function figureRows(database: Database): FigureRows {
  const alike = database.prepare<EndingRow>(endingsSql);
  const quarters = database.lists<readonly [number, Ending, number]>(
    `SELECT opened_quarter, ending, count(*) FROM conversations
     WHERE opened_quarter >= $fromQuarter AND opened_quarter <= $toQuarter AND ${within} GROUP BY opened_quarter, ending`,
  );
  const reasons = database.prepare<ReasonRow>(
    `SELECT handoff_reason AS reason, count(*) AS n, sum(ticket) AS tickets,
            sum(ending = 'nobody' AND ticket = 0 AND first_agent_at IS NULL AND outcome IS NULL) AS abandoned
     FROM conversations WHERE ${within} AND handoff_reason IS NOT NULL GROUP BY handoff_reason`,
  );
  const persons = database.lists<PersonList>(
    `SELECT awaited_from, first_agent_at, first_claimed_at, closed_at, outcome IS NOT NULL OR ending = 'agent'
     FROM conversations WHERE ${within} AND first_agent_at IS NOT NULL`,
  );
  const ratings = database.prepare<RatingRow>(ratingsSql);
  return {
    endings: (period, filter) => alike.all({ ...period, ...kinds(filter), endings: JSON.stringify(endings) }),
    quarters: ({ from, to }, filter) =>
      quarters({
        from,
        to,
        ...chosen(filter),
        fromQuarter: Math.floor(from / quarter),
        toQuarter: Math.floor(to / quarter),
      }).map((row) => ({ quarter: row[0], ending: row[1], n: row[2] })),
    reasons: (period, filter) => reasons.all({ ...period, ...chosen(filter) }),
    persons: (period, filter) => persons({ ...period, ...chosen(filter) }).map(person),
    ratings: (spans, filter) => {
      const [from, to] = [spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0];
      const list = JSON.stringify(spans.map((span) => [span.from, span.to]));
      return ratings.all({ from, to, spans: list, scores: scoreList, ...kinds(filter) });
    },
  };
}

type PersonList = readonly [number | null, number, number | null, number | null, 0 | 1];

/** By the places: taking a list apart costs several times as much, and there may be tens of thousands. */
function person(row: PersonList): PersonRow {
  return { awaitedFrom: row[0], firstAgentAt: row[1], firstClaimedAt: row[2], closedAt: row[3], resolved: row[4] };
}

const within = `opened_at >= $from AND opened_at < $to AND ending IS NOT NULL AND ($channel IS NULL OR channel = $channel)
  AND ($language IS NULL OR language = $language) AND ($handledBy IS NULL OR handled_by = $handledBy)`;

const eachKind = 'json_each($channels) c, json_each($languages) l, json_each($handlers) h';
const ofKind = 'channel = c.value AND language = l.value AND handled_by = h.value';

// Materialized, or SQLite would count twice: for what is selected, and for the condition.
const endingsSql = `
  WITH counted AS MATERIALIZED (
    SELECT e.value AS ending, c.value AS channel, l.value AS language,
           (SELECT count(*) FROM conversations WHERE ending = e.value AND ${ofKind} AND opened_at >= $from AND opened_at < $to) AS n
    FROM json_each($endings) e, ${eachKind})
  SELECT * FROM counted WHERE n > 0`;

// Most scores are of scales that are not asked: only what there is in the whole period is counted span by span.
const ratingsSql = `
  WITH alike AS MATERIALIZED (
    SELECT s.value ->> 0 AS scale, s.value ->> 1 AS score, h.value AS "handledBy", c.value AS channel, l.value AS language
    FROM json_each($scores) s, ${eachKind}
    WHERE EXISTS (SELECT 1 FROM ratings WHERE scale = s.value ->> 0 AND score IS s.value ->> 1 AND ${ofKind}
                  AND asked_at >= $from AND asked_at < $to)),
  spans AS MATERIALIZED (SELECT key AS span, value ->> 0 AS "from", value ->> 1 AS "to" FROM json_each($spans)),
  counted AS MATERIALIZED (
    SELECT span, scale, score, "handledBy", channel, language,
           (SELECT count(*) FROM ratings r
            WHERE r.scale = g.scale AND r.score IS g.score AND r.handled_by = g."handledBy" AND r.channel = g.channel
              AND r.language = g.language AND r.asked_at >= s."from" AND r.asked_at < s."to") AS n
    FROM alike g, spans s)
  SELECT * FROM counted WHERE n > 0`;

/** The kinds to be counted, as lists. */
function kinds({ channel, language, handledBy }: FigureFilter) {
  return {
    channels: JSON.stringify(channel === undefined ? channels : [channel]),
    languages: JSON.stringify(language === undefined ? languages : [language]),
    handlers: JSON.stringify(handledBy === undefined ? handlers : [handledBy]),
  };
}

/** The one kind to be kept; null = all. */
function chosen({ channel, language, handledBy }: FigureFilter) {
  return { channel: channel ?? null, language: language ?? null, handledBy: handledBy ?? null };
}
