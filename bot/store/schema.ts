/*
 * The tables of version 1. A released version is never edited: what changes comes as a new element of migrations.ts.
 *
 * Times are whole milliseconds since 1970, yes and no are 1 and 0. What is queried is a column; what is only carried is
 * JSON. A conversation is kept whole in `state`, and its other columns are copies made by the same statement.
 */
export const schema1 = `
-- The channel's lasting conversation with a customer, and the guard of its turns.
CREATE TABLE threads (
  id TEXT PRIMARY KEY NOT NULL,
  channel TEXT NOT NULL,
  -- 1 after the first turn, one more with each.
  version INTEGER NOT NULL,
  -- The number of the last message, 0 when there is none.
  last_seq INTEGER NOT NULL,
  -- The newest conversation. No foreign key: it is saved after its thread, in the same transaction.
  conversation_id TEXT NOT NULL,
  -- When the current conversation's next timeout is due.
  due_at INTEGER,
  -- What the channel needs to send later, as JSON.
  reference TEXT,
  -- Pushed channels only: the last message that must reach the customer, the last that did or was given up,
  -- and when the next try is due (null = nothing is left to send).
  deliverable_seq INTEGER NOT NULL DEFAULT 0,
  delivered_seq INTEGER NOT NULL DEFAULT 0,
  delivery_due INTEGER,
  -- Failed tries in a row, and what the last one said.
  delivery_tries INTEGER NOT NULL DEFAULT 0,
  delivery_error TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX threads_due ON threads (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX threads_delivery ON threads (delivery_due) WHERE delivery_due IS NOT NULL;

-- One care episode.
CREATE TABLE conversations (
  id TEXT PRIMARY KEY NOT NULL,
  thread_id TEXT NOT NULL REFERENCES threads (id),
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  -- Since when the customer waits for a person, or waited before one came.
  queued_at INTEGER,
  -- Why it was last handed over; kept when the customer cancels, so that handoffs can be counted.
  handoff_reason TEXT,
  -- Who holds it.
  agent_id TEXT,
  -- An agent has held it at some time.
  had_agent INTEGER NOT NULL,
  customer_messages INTEGER NOT NULL,
  solved TEXT,
  -- The whole conversation, as JSON.
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_opened ON conversations (opened_at);
CREATE INDEX conversations_not_closed ON conversations (status) WHERE status <> 'closed';
CREATE INDEX conversations_at_desk ON conversations (status, queued_at) WHERE status IN ('waiting', 'agent');
CREATE INDEX conversations_closed ON conversations (closed_at) WHERE had_agent = 1 AND status = 'closed';

-- The transcript. The primary key keeps a thread's messages together and in order.
CREATE TABLE messages (
  thread_id TEXT NOT NULL REFERENCES threads (id),
  seq INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- What else the message carries (choices, the entry answered, its origin), as JSON.
  details TEXT,
  PRIMARY KEY (thread_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX messages_conversation ON messages (conversation_id);

-- Activities that were taken; one of them is not stepped again.
CREATE TABLE activities (
  thread_id TEXT NOT NULL REFERENCES threads (id),
  activity_id TEXT NOT NULL,
  PRIMARY KEY (thread_id, activity_id)
) STRICT, WITHOUT ROWID;

-- A rating that was asked, with what it is about taken at that moment; score and rated_at come when it is given.
CREATE TABLE ratings (
  conversation_id TEXT PRIMARY KEY NOT NULL REFERENCES conversations (id),
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
  score INTEGER CHECK (score BETWEEN 1 AND 5),
  rated_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX ratings_asked ON ratings (asked_at);
CREATE INDEX ratings_customer ON ratings (channel, customer_id, asked_at);

-- What is left when no agent can come.
CREATE TABLE tickets (
  number TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  contact TEXT NOT NULL,
  question TEXT NOT NULL,
  at INTEGER NOT NULL,
  done_at INTEGER,
  -- The agent's id, and the name as it was then.
  done_by_id TEXT,
  done_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_at ON tickets (at);
CREATE INDEX tickets_open ON tickets (at) WHERE done_at IS NULL;
CREATE INDEX tickets_done ON tickets (done_at) WHERE done_at IS NOT NULL;

-- Who may sign in at the desk.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions and invitations are known by the SHA-256 of their secret: the database alone lets nobody in.
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Secrets that Sportello makes for itself, such as the signing key of web chat tokens.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
