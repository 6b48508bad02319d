import type { Conversation } from '../domain/conversation.ts';
import type { FigureFilter, Period } from '../domain/figures.ts';
import type { Message } from '../domain/message.ts';
import type { Database } from './database.ts';
import { messageColumns, messageOf, type MessageRow } from './message-row.ts';
import { openReadOnly } from './database.ts';
import { locationOf } from './location.ts';

/** A rating that was asked; nothing in it was written by the customer. */
export interface RatingLine {
  readonly conversation: string;
  readonly scale: string;
  readonly score: number | null;
  readonly askedAt: number;
  readonly ratedAt: number | null;
  readonly handledBy: string;
  readonly agent: string | null;
  /** As it is now. */
  readonly agentName: string | null;
  /** Ids of the entries answered, as JSON. */
  readonly entries: string;
  readonly revision: string;
  readonly channel: string;
  readonly language: string;
}

export interface ConversationLine {
  readonly conversation: string;
  readonly channel: string;
  readonly language: string;
  readonly status: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly customerMessages: number;
  readonly handledBy: string;
  readonly solved: string | null;
  readonly outcome: string | null;
  readonly handoffReason: string | null;
  readonly awaitedFrom: number | null;
  readonly firstClaimedAt: number | null;
  readonly firstAgentAt: number | null;
  readonly agent: string | null;
  /** As it is now. */
  readonly agentName: string | null;
  readonly ticket: 0 | 1;
  /** Answers of entries that were given. */
  readonly answers: number;
}

/** Reads what is exported, oldest first and a page at a time, so that a database of any size fits into memory. */
export interface ExportReader {
  /** Ratings asked in the period. */
  ratings(period: Period, filter: FigureFilter): Iterable<RatingLine>;
  /** Conversations opened in the period in which the customer said something, and no spam. */
  conversations(period: Period, filter: FigureFilter): Iterable<ConversationLine>;
  transcript(conversation: Conversation['id']): readonly Message[];
  close(): void;
}

/** Rows of one page. */
const page = 1_000;

/** Opens the database that a DATABASE_URL names, for reading alone. */
export function openExport(databaseUrl: string): ExportReader {
  return exportReader(openReadOnly(locationOf(databaseUrl)));
}

const agentName = '(SELECT name FROM accounts WHERE accounts.id = agent_id) AS "agentName"';

function exportReader(database: Database): ExportReader {
  const ratings = database.prepare<RatingLine>(
    `SELECT conversation_id AS conversation, scale, score, asked_at AS "askedAt", rated_at AS "ratedAt",
            handled_by AS "handledBy", agent_id AS agent, ${agentName}, entries, revision, channel, language
     FROM ratings r WHERE asked_at < $to AND (asked_at, conversation_id) > ($at, $id) AND ${filtered} AND ${noSpam('r.conversation_id')}
     ORDER BY asked_at, conversation_id LIMIT ${page}`,
  );
  const conversations = database.prepare<ConversationLine>(
    `SELECT id AS conversation, channel, language, status, opened_at AS "openedAt", closed_at AS "closedAt",
            customer_messages AS "customerMessages", handled_by AS "handledBy", solved, outcome,
            handoff_reason AS "handoffReason", awaited_from AS "awaitedFrom", first_claimed_at AS "firstClaimedAt",
            first_agent_at AS "firstAgentAt", agent_id AS agent, ${agentName}, ticket,
            (SELECT count(*) FROM answers a WHERE a.conversation_id = c.id) AS answers
     FROM conversations c WHERE opened_at < $to AND (opened_at, id) > ($at, $id) AND customer_messages > 0
       AND coalesce(outcome, '') <> 'spam' AND ${filtered}
     ORDER BY opened_at, id LIMIT ${page}`,
  );
  const transcript = database.prepare<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE conversation_id = $id ORDER BY seq`,
  );
  return {
    *ratings({ from, to }, filter) {
      // No id is less than an empty one: the first page begins with the first instant.
      let last = { at: from, id: '' };
      for (;;) {
        const rows = ratings.all({ ...last, to, ...filterOf(filter) });
        yield* rows;
        const end = rows.at(-1);
        if (end === undefined || rows.length < page) return;
        last = { at: end.askedAt, id: end.conversation };
      }
    },
    *conversations({ from, to }, filter) {
      let last = { at: from, id: '' };
      for (;;) {
        const rows = conversations.all({ ...last, to, ...filterOf(filter) });
        yield* rows;
        const end = rows.at(-1);
        if (end === undefined || rows.length < page) return;
        last = { at: end.openedAt, id: end.conversation };
      }
    },
    transcript: (id) => transcript.all({ id }).map(messageOf),
    close: () => database.close(),
  };
}

const filtered = `($channel IS NULL OR channel = $channel) AND ($language IS NULL OR language = $language)
  AND ($handledBy IS NULL OR handled_by = $handledBy)`;

function noSpam(id: string): string {
  return `NOT EXISTS (SELECT 1 FROM conversations s WHERE s.id = ${id} AND s.outcome = 'spam')`;
}

function filterOf({ channel, language, handledBy }: FigureFilter) {
  return { channel: channel ?? null, language: language ?? null, handledBy: handledBy ?? null };
}
