/** Version 4: what agents say of a conversation beside its transcript, how it ended, what did not arrive, and the search. */
export const schema4 = `
-- What the agent said who ended it: solved, not-solved or spam; null = no agent ended it. Spam counts in no figure.
ALTER TABLE conversations ADD COLUMN outcome TEXT;
CREATE INDEX conversations_thread ON conversations (thread_id, opened_at);
CREATE INDEX tickets_conversation ON tickets (conversation_id);

-- Agents to each other: never a message of the thread, so that no channel can ever deliver one.
CREATE TABLE notes (
  id TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  -- The agent's id, and the name as it was then.
  agent_id TEXT NOT NULL,
  agent_name TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_conversation ON notes (conversation_id, at);

-- The last messages that were given up: those after lost_after, up to lost_to.
ALTER TABLE threads ADD COLUMN lost_after INTEGER;
ALTER TABLE threads ADD COLUMN lost_to INTEGER;
ALTER TABLE threads ADD COLUMN lost_error TEXT;

-- Closed conversations in which the customer said something, in the order in which they closed: the search goes through
-- them by this number from the newest on, and need not sort what it finds.
CREATE TABLE closings (
  number INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL UNIQUE REFERENCES conversations (id)
) STRICT;
-- The words of each; the texts themselves stay where they are.
CREATE VIRTUAL TABLE closed_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
DROP INDEX conversations_closed;

INSERT INTO closings (conversation_id)
  SELECT id FROM conversations WHERE status = 'closed' AND customer_messages > 0 ORDER BY closed_at, id;
INSERT INTO closed_words (rowid, words) SELECT k.number, ${searchedWords('k.conversation_id')} FROM closings k;
`;

/** What a closed conversation is found by: who wrote, what was said, what was answered, and its tickets. */
export function searchedWords(id: string): string {
  return `(SELECT concat_ws(' ',
      json_extract(c.state, '$.thread.customer.name'),
      (SELECT group_concat(m.text, ' ') FROM messages m WHERE m.conversation_id = c.id
         AND (m.author IN ('customer', 'agent') OR json_extract(m.details, '$.answer') IS NOT NULL)),
      (SELECT group_concat(json_extract(a.value, '$.entry'), ' ') FROM json_each(c.state, '$.answered') a),
      (SELECT group_concat(t.number || ' ' || t.contact, ' ') FROM tickets t WHERE t.conversation_id = c.id)
    ) FROM conversations c WHERE c.id = ${id})`;
}
