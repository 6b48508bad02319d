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
import { day } from '../domain/time.ts';
import type { Database } from './database.ts';
import { tallied } from './rating-tally.ts';

/** Makes what computes, of a database, what became of each entry, and what was missed. */
export function contentFiguresOf(database: Database): (query: ContentQuery) => ContentFigures {
  const given = database.prepare<GivenRow>(givenSql);
  const rated = database.prepare<RatedRow>(ratedSql);
  const changed = database.prepare<ChangeRow>(changedSql);
  const missed = database.prepare<MissedRow>(missedSql);
  const inAll = database.prepare<{ n: number }>(missedInAllSql);
  return ({ period, channel, language }) => {
    const asked = { ...period, channel: channel ?? null, language: language ?? null };
    const ratings = Map.groupBy(rated.all(asked), ({ entry }) => entry);
    const changes = Map.groupBy(
      changed.all({ channel: asked.channel, language: asked.language, reach: changeDays * day }),
      ({ entry }) => entry,
    );
    return {
      entries: given.all(asked).map((row): EntryFigures => {
        const change = changeOf(changes.get(row.entry));
        return { ...row, satisfaction: tallied(ratings.get(row.entry) ?? []), ...(change && { change }) };
      }),
      missed: missed.all({ ...asked, limit: mostMissed }).map(missedQuestion),
      missedInAll: inAll.get(asked)?.n ?? 0,
    };
  };
}

const filtered = `($channel IS NULL OR channel = $channel) AND ($language IS NULL OR language = $language)`;

interface GivenRow {
  readonly entry: string;
  readonly byBot: number;
  readonly byAgents: number;
  readonly solved: number;
  readonly rejected: number;
}

const givenSql = `
  SELECT entry, sum(given_by = 'bot') AS "byBot", sum(given_by = 'agent') AS "byAgents",
         count(CASE outcome WHEN 'solved' THEN 1 END) AS solved, count(CASE outcome WHEN 'rejected' THEN 1 END) AS rejected
  FROM answers WHERE at >= $from AND at < $to AND ${filtered} GROUP BY entry ORDER BY entry`;

interface RatedRow {
  readonly entry: string;
  readonly scale: Scale;
  readonly score: number | null;
  readonly n: number;
}

const ratedSql = `
  SELECT e.value AS entry, scale, score, count(*) AS n FROM ratings, json_each(entries) e
  WHERE asked_quarter >= $from / 900000 - 1 AND asked_at >= $from AND asked_at < $to AND ${filtered} GROUP BY e.value, scale, score`;

type ChangeRow = RatedRow & { readonly since: number; readonly later: 0 | 1 };

/** Entries with a version before the newest; those of which no rating was asked come with nulls. */
const changedSql = `
  WITH newest AS (SELECT entry, max(since) AS since FROM entry_versions GROUP BY entry HAVING count(*) > 1),
  about AS (
    SELECT e.value AS entry, scale, score, asked_at FROM ratings, json_each(entries) e
    WHERE asked_quarter >= (SELECT (min(since) - $reach) / 900000 - 1 FROM newest) AND ${filtered})
  SELECT n.entry AS entry, n.since AS since, coalesce(a.asked_at >= n.since, 0) AS later, a.scale AS scale, a.score AS score,
         count(a.entry) AS n
  FROM newest n LEFT JOIN about a
    ON a.entry = n.entry AND a.asked_at >= n.since - $reach AND a.asked_at < n.since + $reach
  GROUP BY n.entry, later, a.scale, a.score`;

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
           row_number() OVER (ORDER BY "lastAt" DESC, words) AS newest
    FROM counted)
  SELECT text, language, times, "lastAt", unsure, noise, "noneOfThese", unhelpful, nearest, confidence, "conversationId"
  FROM ranked WHERE often <= $limit OR newest <= $limit ORDER BY often`;

const missedInAllSql = `
  SELECT count(DISTINCT words) AS n FROM missed_questions WHERE at >= $from AND at < $to AND ${filtered}`;

function changeOf(rows: readonly ChangeRow[] | undefined): EntryChange | undefined {
  const at = rows?.[0]?.since;
  if (rows === undefined || at === undefined) return undefined;
  const side = (later: 0 | 1) => tallied(rows.filter((row) => row.later === later && row.n > 0));
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
