import type { Conversation } from '../domain/conversation.ts';
import type { ConversationStore } from '../service/ports.ts';
import { turnWriter } from './commits.ts';
import type { Database } from './database.ts';
import type { Group } from './group.ts';
import { messageColumns, messageOf, type MessageRow } from './message-row.ts';
import { storable } from './text.ts';

export function conversationStore(database: Database, { write }: Group): ConversationStore {
  const writeTurn = turnWriter(database);
  const load = database.prepare<{ version: number; lastSeq: number; state: string }>(
    `SELECT t.version AS version, t.last_seq AS "lastSeq", c.state AS state
     FROM threads t JOIN conversations c ON c.id = t.conversation_id WHERE t.id = $id`,
  );
  const messages = database.prepare<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE thread_id = $threadId AND seq > $after ORDER BY seq LIMIT $limit`,
  );
  const transcript = database.prepare<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE conversation_id = $id ORDER BY seq`,
  );
  const conversation = database.prepare<{ state: string }>('SELECT state FROM conversations WHERE id = $id');
  const ratingAsked = database.prepare<{ at: number | null }>(
    'SELECT max(asked_at) AS at FROM ratings WHERE channel = $channel AND customer_id = $customerId',
  );
  const due = database.prepare<{ id: string }>(
    'SELECT id FROM threads WHERE due_at <= $at ORDER BY due_at, id LIMIT $limit',
  );

  return {
    commit: (turn) => write(() => writeTurn(turn)),
    async load(threadId) {
      const row = load.get({ id: storable(threadId) });
      return row && { conversation: conversationOf(row), version: row.version, lastSeq: row.lastSeq };
    },
    async messages(threadId, after, limit) {
      return messages.all({ threadId: storable(threadId), after, limit }).map(messageOf);
    },
    async transcript(conversationId) {
      return transcript.all({ id: storable(conversationId) }).map(messageOf);
    },
    async conversation(conversationId) {
      const row = conversation.get({ id: storable(conversationId) });
      return row && conversationOf(row);
    },
    async ratingAskedAt(channel, customerId) {
      return ratingAsked.get({ channel, customerId: storable(customerId) })?.at ?? undefined;
    },
    async due(at, limit) {
      return due.all({ at, limit }).map(({ id }) => id);
    },
  };
}

/** The conversation as it was saved. */
export function conversationOf(row: { readonly state: string }): Conversation {
  return JSON.parse(row.state) as Conversation;
}
