import { withoutContact } from '../conversation/contact.ts';
import {
  changeDays,
  masked,
  mostMissed,
  missReasons,
  type ContentFigures,
  type ContentQuery,
  type EntryChange,
  type EntryFigures,
  type MissedQuestion,
  type MissReason,
} from '../domain/content-figures.ts';
import type { Language } from '../domain/language.ts';
import type { Scale } from '../domain/rating.ts';
import { sum } from '../domain/statistics.ts';
import { day } from '../domain/time.ts';
import type { Database } from './database.ts';
import { scoreList, tallied } from './rating-tally.ts';

/** Makes what computes, of a database, what became of each entry, and what was missed. */
export function contentFiguresOf(database: Database): (query: ContentQuery) => ContentFigures {
  const given = database.prepare<GivenRow>(givenSql);
  const rated = database.prepare<RatedRow>(ratedSql);
  const changed = database.prepare<{ entry: string; since: number }>(changedSql);
  const ratedAround = database.prepare<AroundRow>(ratedAroundSql);
  const missed = database.prepare<MissedRow>(missedSql);
  return ({ period, channel, language }) => {
    const chosen = { channel: channel ?? null, language: language ?? null };
    const ratings = Map.groupBy(rated.all({ ...period, ...chosen, scores: scoreList }), ({ entry }) => entry);
    const changes = new Map(changed.all().map(({ entry, since }) => [entry, since]));
    const around = Map.groupBy(
      ratedAround.all({ ...chosen, scores: scoreList, reach: changeDays * day }),
      ({ entry }) => entry,
    );
    const answers = Map.groupBy(given.all({ ...period, ...chosen }), ({ entry }) => entry);
    const misses = missed.all({ ...period, ...chosen, limit: mostMissed });
    return {
      entries: [...answers].map(([entry, rows]): EntryFigures => {
        const at = changes.get(entry);
        return {
          ...entryFigures(entry, rows),
          satisfaction: tallied(ratings.get(entry) ?? []),
          ...(at !== undefined && { change: entryChange(at, around.get(entry) ?? []) }),
        };
      }),
      missed: misses.map(missedQuestion),
      missedInAll: misses[0]?.inAll ?? 0,
    };
  };
}

const filtered = `($channel IS NULL OR channel = $channel) AND ($language IS NULL OR language = $language)`;

/** What there is of each entry is counted kind by kind along an index, as in figure-rows.ts; this walks from one entry to the next. */
function entriesOf(table: 'answers' | 'entry_ratings'): string {
  return `entries (entry) AS (
    SELECT min(entry) FROM ${table}
    UNION ALL
    SELECT (SELECT min(entry) FROM ${table} WHERE entry > entries.entry) FROM entries WHERE entry IS NOT NULL)`;
}

interface GivenRow {
  readonly entry: string;
  readonly by: 'bot' | 'agent';
  readonly outcome: 'solved' | 'rejected' | null;
  readonly n: number;
}

const givenSql = `
  WITH RECURSIVE ${entriesOf('answers')},
  counted AS MATERIALIZED (
    SELECT e.entry AS entry, b.value AS by, o.value AS outcome,
           (SELECT count(*) FROM answers WHERE answers.entry = e.entry AND given_by = b.value AND answers.outcome IS o.value
            AND at >= $from AND at < $to AND ${filtered}) AS n
    FROM entries e, json_each('["bot", "agent"]') b, json_each('[null, "solved", "rejected"]') o)
  SELECT * FROM counted WHERE n > 0 ORDER BY entry`;

interface RatedRow {
  readonly entry: string;
  readonly scale: Scale;
  readonly score: number | null;
  readonly n: number;
}

/** Most scores are of scales that are not asked. */
const usedScores = `used AS MATERIALIZED (
  SELECT s.value ->> 0 AS scale, s.value ->> 1 AS score FROM json_each($scores) s
  WHERE EXISTS (SELECT 1 FROM ratings WHERE scale = s.value ->> 0 AND score IS s.value ->> 1))`;

const alike = 'r.entry = e.entry AND r.scale = u.scale AND r.score IS u.score';

const ratedSql = `
  WITH RECURSIVE ${entriesOf('entry_ratings')}, ${usedScores},
  counted AS MATERIALIZED (
    SELECT e.entry AS entry, scale, score,
           (SELECT count(*) FROM entry_ratings r WHERE ${alike} AND asked_at >= $from AND asked_at < $to AND ${filtered}) AS n
    FROM entries e, used u)
  SELECT * FROM counted WHERE n > 0`;

/** Entries with a version before the newest. */
const changedSql = 'SELECT entry, max(since) AS since FROM entry_versions GROUP BY entry HAVING count(*) > 1';

type AroundRow = RatedRow & { readonly later: 0 | 1 };

const ratedAroundSql = `
  WITH changed AS (${changedSql}), ${usedScores},
  counted AS MATERIALIZED (
    SELECT e.entry AS entry, scale, score, l.value AS later,
           (SELECT count(*) FROM entry_ratings r WHERE ${alike} AND asked_at >= since - $reach * (1 - l.value)
            AND asked_at < since + $reach * l.value AND ${filtered}) AS n
    FROM changed e, used u, json_each('[0, 1]') l)
  SELECT * FROM counted WHERE n > 0`;

interface MissedRow {
  readonly text: string;
  readonly language: Language;
  readonly times: number;
  readonly lastAt: number;
  readonly unsure: number;
  readonly noise: number;
  readonly noneOfThese: number;
  readonly unhelpful: number;
  readonly nearest: string | null;
  readonly confidence: number | null;
  readonly conversationId: string;
  /** How many there are, shown or not. */
  readonly inAll: number;
}

// With max(), SQLite takes the other columns from the row that holds it.
const missedSql = `
  WITH counted AS (
    SELECT words, text, language, count(*) AS times, max(at) AS "lastAt", sum(reason = 'unsure') AS unsure,
           sum(reason = 'noise') AS noise, sum(reason = 'none-of-these') AS "noneOfThese", sum(reason = 'unhelpful') AS unhelpful,
           nearest, confidence, conversation_id AS "conversationId"
    FROM missed_questions WHERE at >= $from AND at < $to AND ${filtered} GROUP BY words),
  ranked AS (
    SELECT *, row_number() OVER (ORDER BY times DESC, "lastAt" DESC, words) AS often,
           row_number() OVER (ORDER BY "lastAt" DESC, words) AS newest, count(*) OVER () AS "inAll"
    FROM counted)
  SELECT text, language, times, "lastAt", unsure, noise, "noneOfThese", unhelpful, nearest, confidence, "conversationId", "inAll"
  FROM ranked WHERE often <= $limit OR newest <= $limit ORDER BY often`;

function entryFigures(entry: string, rows: readonly GivenRow[]): Omit<EntryFigures, 'satisfaction' | 'change'> {
  const given = (fits: (row: GivenRow) => boolean) => sum(rows.filter(fits).map(({ n }) => n));
  return {
    entry,
    byBot: given(({ by }) => by === 'bot'),
    byAgents: given(({ by }) => by === 'agent'),
    solved: given(({ outcome }) => outcome === 'solved'),
    rejected: given(({ outcome }) => outcome === 'rejected'),
  };
}

function entryChange(at: number, rows: readonly AroundRow[]): EntryChange {
  const side = (later: 0 | 1) => tallied(rows.filter((row) => row.later === later));
  return { at, before: side(0), after: side(1) };
}

function missedQuestion(row: MissedRow): MissedQuestion {
  const { text, language, times, lastAt, nearest, confidence, conversationId } = row;
  const counts: Record<MissReason, number> = {
    unsure: row.unsure,
    noise: row.noise,
    'none-of-these': row.noneOfThese,
    unhelpful: row.unhelpful,
  };
  const reasons = Object.fromEntries(missReasons.map((reason) => [reason, counts[reason]])) as typeof counts;
  return {
    text: masked(withoutContact(text)),
    language,
    times,
    lastAt,
    reasons,
    ...(nearest !== null && { nearest: { entry: nearest, confidence: confidence ?? 0 } }),
    conversationId,
  };
}
