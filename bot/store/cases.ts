import type { CaseStore, Note, PastRating } from '../service/case-store.ts';
import { auditWriter } from './audit.ts';
import { conversationOf } from './conversations.ts';
import type { Database } from './database.ts';
import type { Group } from './group.ts';
import { storable } from './text.ts';

/** What the desk asks about single cases, and the search in those that are closed. */
export function caseStore(database: Database, writes: Group): CaseStore {
  const conversations = database.prepare<{ state: string }>(
    'SELECT state FROM conversations WHERE id IN (SELECT value FROM json_each($ids))',
  );
  const held = database.prepare<{ id: string; agentId: string }>(
    // Asked every second; the first condition is the index's own, without which SQLite would read all that ever closed.
    `SELECT id, agent_id AS "agentId" FROM conversations
     WHERE status <> 'closed' AND status = 'agent' AND agent_id IS NOT NULL`,
  );
  const ratings = database.prepare<Omit<PastRating, 'score'> & { score: PastRating['score'] | null }>(
    `SELECT conversation_id AS "conversationId", asked_at AS "askedAt", handled_by AS "handledBy", score
     FROM ratings WHERE channel = $channel AND customer_id = $customerId ORDER BY asked_at DESC LIMIT $limit`,
  );
  const ticket = database.prepare<{ number: string }>(
    `SELECT t.number AS number FROM tickets t JOIN conversations c ON c.id = t.conversation_id
     WHERE c.thread_id = $threadId ORDER BY t.at DESC LIMIT 1`,
  );

  return {
    ...search(database),
    ...noteStore(database, writes),
    ...deliveryOf(database),
    async conversations(ids) {
      return conversations.all({ ids: JSON.stringify(ids.map(storable)) }).map(conversationOf);
    },
    async held() {
      return held.all();
    },
    async ratingsOf(channel, customerId, limit) {
      const rows = ratings.all({ channel, customerId: storable(customerId), limit });
      return rows.map(({ score, ...rating }) => (score === null ? rating : { ...rating, score: score as 1 }));
    },
    async lastTicket(threadId) {
      return ticket.get({ threadId: storable(threadId) })?.number;
    },
  };
}

type ClosedRow = { readonly number: number; readonly state: string };

/** Both statements walk from the newest closing on and stop when the page is full. */
function search(database: Database): Pick<CaseStore, 'closed'> {
  const every = database.prepare<ClosedRow>(
    `SELECT k.number AS number, c.state AS state FROM closings k JOIN conversations c ON c.id = k.conversation_id
     WHERE k.number < $before ORDER BY k.number DESC LIMIT $limit`,
  );
  const found = database.prepare<ClosedRow>(
    `SELECT k.number AS number, c.state AS state
     FROM (SELECT rowid AS number FROM closed_words WHERE closed_words MATCH $words AND rowid < $before
           ORDER BY rowid DESC LIMIT $limit) w
     JOIN closings k ON k.number = w.number JOIN conversations c ON c.id = k.conversation_id ORDER BY k.number DESC`,
  );
  return {
    async closed({ words, before = Number.MAX_SAFE_INTEGER, limit }) {
      const rows = words.length === 0 ? every.all({ before, limit }) : foundRows(words, before, limit);
      return rows.map((row) => ({ number: row.number, conversation: conversationOf(row) }));
    },
  };

  function foundRows(words: readonly string[], before: number, limit: number): ClosedRow[] {
    // A sign alone is no word, and as a quoted text without any it would match nothing at all.
    const spoken = words.map(storable).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (spoken.length === 0) return [];
    // Quoted, whatever is typed is words to look for and no syntax of the search.
    const match = spoken.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ');
    return found.all({ words: match, before, limit });
  }
}

type NoteRow = Omit<Note, 'agent'> & { readonly agentId: string; readonly agentName: string };

function noteStore(database: Database, { write }: Group): Pick<CaseStore, 'addNote' | 'notes'> {
  const insert = database.prepare(
    `INSERT INTO notes (id, conversation_id, agent_id, agent_name, text, at)
     VALUES ($id, $conversationId, $agentId, $agentName, $text, $at) ON CONFLICT (id) DO NOTHING`,
  );
  const writeAudit = auditWriter(database);
  const notes = database.prepare<NoteRow>(
    `SELECT id, agent_id AS "agentId", agent_name AS "agentName", text, at FROM notes
     WHERE conversation_id = $conversationId ORDER BY at, id`,
  );
  return {
    async addNote(conversationId, { id, agent, text, at }, entry) {
      const who = { agentId: agent.id, agentName: storable(agent.name) };
      const note = { id, conversationId: storable(conversationId), ...who, text: storable(text), at };
      await write(() => {
        if (insert.run(note) > 0) writeAudit(entry);
      });
    },
    async notes(conversationId) {
      const rows = notes.all({ conversationId: storable(conversationId) });
      return rows.map(({ agentId, agentName, ...note }) => ({ ...note, agent: { id: agentId, name: agentName } }));
    },
  };
}

interface DeliveryRow {
  readonly deliveredSeq: number;
  readonly tries: number;
  readonly error: string | null;
  readonly retryAt: number | null;
  readonly after: number | null;
  readonly to: number | null;
  readonly lostError: string | null;
}

function deliveryOf(database: Database): Pick<CaseStore, 'threadDelivery'> {
  const delivery = database.prepare<DeliveryRow>(
    `SELECT delivered_seq AS "deliveredSeq", delivery_tries AS tries, delivery_error AS error, delivery_due AS "retryAt",
            lost_after AS after, lost_to AS "to", lost_error AS "lostError" FROM threads WHERE id = $id`,
  );
  return {
    async threadDelivery(threadId) {
      const row = delivery.get({ id: storable(threadId) });
      if (row === undefined) return undefined;
      const { deliveredSeq, tries, error, retryAt, after, to, lostError } = row;
      return {
        deliveredSeq,
        ...(tries > 0 && error !== null && { error }),
        ...(tries > 0 && retryAt !== null && { retryAt }),
        ...(after !== null && to !== null && { lost: { after, to, error: lostError ?? '' } }),
      };
    },
  };
}
