/** Version 3: what admins look after: sessions one by one, links with roles, sign-in by a provider, locks, and the audit log. */
export const schema3 = `
-- Where a session was opened and when it was last used; a coarse address, and the browser in words.
ALTER TABLE sessions ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
UPDATE sessions SET opened_at = expires_at - 43200000, seen_at = expires_at - 43200000;

-- The roles of the account that a link opens, as JSON; null = a link made before there were any.
ALTER TABLE invitations ADD COLUMN roles TEXT;
-- The admin's account; null = the command line. No foreign key: it may be gone before the link is used.
ALTER TABLE invitations ADD COLUMN made_by TEXT;
-- Whose account gets a new password by the link; null = it opens a new account.
ALTER TABLE invitations ADD COLUMN account_id TEXT REFERENCES accounts (id);

-- Who a provider of OpenID Connect says it is: the same subject of the same issuer is the same account for ever.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_account ON identities (account_id);

-- Attempts to sign in, by the SHA-256 of what they count for (an address, a login, or both).
CREATE TABLE sign_in_counts (
  name TEXT PRIMARY KEY NOT NULL,
  attempts INTEGER NOT NULL,
  locked_until INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- When the count says nothing any more.
  forget_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_counts_forget ON sign_in_counts (forget_at);

-- Who did what. No foreign keys: a line tells what was true when it was written.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- Null for the command line, and for a sign-in to an account that is not there.
  account_id TEXT,
  name TEXT NOT NULL,
  act TEXT NOT NULL,
  -- The id of what was acted on.
  object TEXT,
  -- What else there is to say, as JSON.
  facts TEXT NOT NULL,
  address TEXT
) STRICT;
CREATE INDEX audit_account ON audit (account_id, id);
CREATE INDEX audit_act ON audit (act, id);

-- Append only, whatever program writes.
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append only'); END;
`;
