import type { TurnRecord } from '../service/ports.ts';
import type { Database } from './database.ts';
import { searchedWords } from './schema-4.ts';
import { storable } from './text.ts';

/** Makes what keeps a closed conversation to be found by its words; to be called after the turn is written, in its transaction. */
export function closingWriter(database: Database): (turn: TurnRecord) => void {
  const insert = database.prepare(
    'INSERT INTO closings (conversation_id) VALUES ($id) ON CONFLICT (conversation_id) DO NOTHING',
  );
  const index = closingIndexer(database);
  return ({ conversation, messages, ticket }) => {
    if (conversation.status !== 'closed' || conversation.customerMessages === 0) return;
    const id = storable(conversation.id);
    const isNew = insert.run({ id }) === 1;
    // What is said after the end, a rating for instance, is found too.
    if (isNew || ticket !== undefined || messages.some(({ author }) => author === 'customer')) index(id);
  };
}

/** Makes what writes the words of a conversation for the search anew; nothing happens to one that is not closed. */
export function closingIndexer(database: Database): (conversationId: string) => void {
  const index = database.prepare(
    `INSERT OR REPLACE INTO closed_words (rowid, words)
     SELECT k.number, ${searchedWords('$id')} FROM closings k WHERE k.conversation_id = $id`,
  );
  return (id) => void index.run({ id });
}
