/**
 * What the figures count. Each column is written by the turn that brings it, and never changed afterwards, so that
 * a figure of the past stays what it was.
 */
export const schemaFigures = `
-- Each rating belongs to the scale on which it was asked. A column with a CHECK cannot be altered, so the table is made anew.
CREATE TABLE ratings_of_scales (
  conversation_id TEXT PRIMARY KEY NOT NULL REFERENCES conversations (id),
  scale TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  handled_by TEXT NOT NULL,
  agent_id TEXT,
  -- Ids of the entries answered, oldest first, as JSON.
  entries TEXT NOT NULL,
  revision TEXT NOT NULL,
  channel TEXT NOT NULL,
  -- Who was asked, by the channel's own name.
  customer_id TEXT NOT NULL,
  language TEXT NOT NULL,
  score INTEGER,
  rated_at INTEGER,
  -- asked_at in quarters of an hour.
  asked_quarter INTEGER NOT NULL,
  CHECK (CASE scale
    WHEN 'csat-5' THEN score IS NULL OR score BETWEEN 1 AND 5
    WHEN 'csat-10' THEN score IS NULL OR score BETWEEN 1 AND 10
    WHEN 'ces-7' THEN score IS NULL OR score BETWEEN 1 AND 7
    WHEN 'nps-10' THEN score IS NULL OR score BETWEEN 0 AND 10
    ELSE 0 END)
) STRICT, WITHOUT ROWID;
INSERT INTO ratings_of_scales
  SELECT conversation_id, 'csat-5', asked_at, handled_by, agent_id, entries, revision, channel, customer_id, language, score, rated_at,
         asked_at / 900000
  FROM ratings;
DROP TABLE ratings;
ALTER TABLE ratings_of_scales RENAME TO ratings;
CREATE INDEX ratings_customer ON ratings (channel, customer_id, asked_at);
CREATE INDEX ratings_figures ON ratings (asked_quarter, scale, score, handled_by, channel, language, asked_at);
UPDATE conversations SET state = json_set(state, '$.pending.scale', 'csat-5')
WHERE status = 'closed' AND json_extract(state, '$.pending.kind') = 'rating';

-- bot, mixed or agent; see domain/rating.ts.
ALTER TABLE conversations ADD COLUMN handled_by TEXT NOT NULL DEFAULT 'bot';
-- 1 when the customer left a contact.
ALTER TABLE conversations ADD COLUMN ticket INTEGER NOT NULL DEFAULT 0;
-- When a person first said something, and since when the customer had been waiting then.
ALTER TABLE conversations ADD COLUMN first_agent_at INTEGER;
ALTER TABLE conversations ADD COLUMN awaited_from INTEGER;
-- When a person first took it.
ALTER TABLE conversations ADD COLUMN first_claimed_at INTEGER;
UPDATE conversations SET
  handled_by = CASE
    WHEN had_agent = 0 THEN 'bot'
    WHEN json_array_length(state, '$.answered') = 0 THEN 'agent'
    ELSE 'mixed' END,
  ticket = EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = conversations.id),
  first_agent_at = (SELECT min(at) FROM messages m WHERE m.conversation_id = conversations.id AND m.author = 'agent'),
  -- The first that the system says in a conversation is that a person has come.
  first_claimed_at = (SELECT min(at) FROM messages m WHERE m.conversation_id = conversations.id AND m.author = 'system');
UPDATE conversations SET awaited_from = queued_at WHERE first_agent_at >= queued_at AND handoff_reason <> 'taken';
-- The quarter of an hour since 1970 in which it was opened: days and hours of every time zone are made of quarters.
ALTER TABLE conversations ADD COLUMN opened_quarter INTEGER NOT NULL DEFAULT 0;
UPDATE conversations SET opened_quarter = opened_at / 900000;
DROP INDEX conversations_opened;
-- Holds all that the figures read, in the order in which they group: the rows themselves, with the whole state, are wide.
CREATE INDEX conversations_figures ON conversations (
  opened_quarter, status, solved, opened_at, customer_messages, outcome, handled_by, channel, language, handoff_reason, ticket, closed_at,
  awaited_from, first_agent_at, first_claimed_at
);

-- Answers of entries that were given, by the bot or by an agent; small talk is none.
CREATE TABLE answers (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  -- The number of the message.
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  given_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  revision TEXT NOT NULL,
  -- solved: the last before the conversation was closed as solved by who gave it; rejected: the customer said that it did not help.
  outcome TEXT CHECK (outcome IN ('solved', 'rejected')),
  PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO answers
  SELECT m.conversation_id, m.seq, json_extract(m.details, '$.answer.entry'), 'bot', m.at, c.channel, m.language,
         json_extract(m.details, '$.answer.revision'), NULL
  FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.author = 'bot' AND json_extract(m.details, '$.answer.entry') IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_each(c.state, '$.answered') a
                WHERE a.value ->> 'entry' = m.details ->> '$.answer.entry' AND a.value ->> 'at' = m.at);
UPDATE answers SET outcome = 'solved'
WHERE conversation_id IN (SELECT id FROM conversations WHERE solved IN ('bot-confirmed', 'bot-implied'))
  AND at = (SELECT max(a.at) FROM answers a WHERE a.conversation_id = answers.conversation_id);
CREATE INDEX answers_figures ON answers (at, entry, given_by, outcome, channel, language);

-- Questions to which the bot had no answer, or not the right one.
CREATE TABLE missed_questions (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  at INTEGER NOT NULL,
  -- The text in lower case, without accents and punctuation: questions that differ in nothing else are one.
  words TEXT NOT NULL,
  text TEXT NOT NULL,
  -- unsure, noise, none-of-these, unhelpful
  reason TEXT NOT NULL,
  -- The entry that came nearest, and its confidence.
  nearest TEXT,
  confidence REAL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (conversation_id, at, words)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO missed_questions
  SELECT c.id, q.value ->> 'at', lower(trim(q.value ->> 'text')), q.value ->> 'text',
         CASE q.value ->> 'decision' WHEN 'noise' THEN 'noise' ELSE 'unsure' END,
         q.value ->> '$.candidates[0].id', CAST(q.value ->> '$.candidates[0].confidence' AS REAL), c.channel, c.language
  FROM conversations c, json_each(c.state, '$.questions') q
  WHERE q.value ->> 'decision' IN ('handoff', 'noise') AND trim(q.value ->> 'text') <> '';
CREATE INDEX missed_questions_at ON missed_questions (at);

-- Since when an entry tells customers what it does: a hash of its answers and links. A new row is a change.
CREATE TABLE entry_versions (
  entry TEXT NOT NULL,
  since INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (entry, since)
) STRICT, WITHOUT ROWID;
`;
