import type { Conversation } from '../domain/conversation.ts';
import type { TurnRecord } from '../service/ports.ts';
import { isNamed } from './channel-names.ts';
import { closingIndexer } from './closings.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

/**
 * Makes what forgets the text of a message that the customer took back, wherever it was kept: in the transcript, where its place
 * stays, among the questions of its conversation, among those that were missed, and in the search. To be called in the turn's
 * transaction, after the rest of the turn.
 */
export function withdrawalWriter(database: Database): (turn: TurnRecord) => void {
  const find = database.prepare<{ seq: number; conversationId: string; text: string }>(
    `SELECT seq, conversation_id AS "conversationId", text FROM messages WHERE thread_id = $threadId AND ${isNamed}`,
  );
  const empty = database.prepare(
    `UPDATE messages SET text = '', details = json_set(details, '$.withdrawn', $at) WHERE thread_id = $threadId AND seq = $seq`,
  );
  const dropMissed = database.prepare(
    'DELETE FROM missed_questions WHERE conversation_id = $conversationId AND text = $text',
  );
  const read = database.prepare<{ state: string }>('SELECT state FROM conversations WHERE id = $conversationId');
  const save = database.prepare('UPDATE conversations SET state = $state WHERE id = $conversationId');
  const index = closingIndexer(database);
  return ({ withdraws, conversation }) => {
    if (withdraws === undefined) return;
    const threadId = storable(conversation.thread.id);
    for (const { seq, conversationId, text } of find.all({ threadId, name: storable(withdraws.name) })) {
      empty.run({ threadId, seq, at: withdraws.at });
      dropMissed.run({ conversationId, text });
      const state = JSON.parse(read.get({ conversationId })?.state ?? '{}') as Conversation;
      const questions = state.questions.filter((question) => question.text !== text);
      save.run({ conversationId, state: JSON.stringify({ ...state, questions }) });
      index(conversationId);
    }
  };
}
