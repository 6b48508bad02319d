/** What becomes of a ticket, what was done with it, and the outbox of mails. */
export const schemaTickets = `
-- open, answered, done.
ALTER TABLE tickets ADD COLUMN status TEXT NOT NULL DEFAULT 'open';
ALTER TABLE tickets ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Who sees to it, and the name as it was then.
ALTER TABLE tickets ADD COLUMN agent_id TEXT;
ALTER TABLE tickets ADD COLUMN agent_name TEXT;
-- When it is due.
ALTER TABLE tickets ADD COLUMN remind_at INTEGER;
ALTER TABLE tickets ADD COLUMN answered_at INTEGER;
-- How the customer was answered: mail, called, other.
ALTER TABLE tickets ADD COLUMN way TEXT;
UPDATE tickets SET status = 'done' WHERE done_at IS NOT NULL;
DROP INDEX tickets_open;
DROP INDEX tickets_done;
CREATE INDEX tickets_todo ON tickets (status, at) WHERE status <> 'done';
CREATE INDEX tickets_due ON tickets (remind_at) WHERE status <> 'done';
CREATE INDEX tickets_done ON tickets (done_at) WHERE status = 'done';

-- What agents did with a ticket, and their notes.
CREATE TABLE ticket_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket TEXT NOT NULL REFERENCES tickets (number),
  at INTEGER NOT NULL,
  agent_id TEXT NOT NULL,
  agent_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX ticket_events_ticket ON ticket_events (ticket, id);

-- The outbox. A mail is saved with what it tells of, and sent afterwards.
CREATE TABLE mails (
  id TEXT PRIMARY KEY NOT NULL,
  ticket TEXT NOT NULL REFERENCES tickets (number),
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  message_id TEXT NOT NULL,
  in_reply_to TEXT,
  at INTEGER NOT NULL,
  -- waiting, sent, failed.
  status TEXT NOT NULL,
  tries INTEGER NOT NULL,
  -- When it is tried next; while it is being sent, when another may take it.
  due_at INTEGER,
  sent_at INTEGER,
  -- Why the last try failed, and what the mail server said.
  fault TEXT,
  said TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mails_ticket ON mails (ticket, at);
CREATE INDEX mails_due ON mails (due_at) WHERE status = 'waiting';
CREATE INDEX mails_status ON mails (status);
CREATE INDEX mails_recipient ON mails (recipient, at);
`;
