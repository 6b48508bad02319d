import type { Account, AccountStore, Identity } from '../service/account-store.ts';
import { accountOf, columns, insertAccount, passwordSetter, type AccountRow } from './account-row.ts';
import { auditWriter } from './audit.ts';
import type { Database } from './database.ts';
import { invitationStore } from './invitations.ts';
import { sessionStore } from './sessions.ts';
import { signInCountStore } from './sign-in-counts.ts';
import { storable } from './text.ts';

/** Who may sign in, and who has. Whoever is disabled, or whose password changes, is signed out everywhere. */
export function accountStore(database: Database): AccountStore {
  const all = database.prepare<AccountRow>(`SELECT ${columns} FROM accounts a ORDER BY a.login`);
  const uses = database.prepare<UseRow>(usesSql);
  const byLogin = database.prepare<AccountRow>(`SELECT ${columns} FROM accounts a WHERE a.login = $login`);
  const byId = database.prepare<AccountRow>(`SELECT ${columns} FROM accounts a WHERE a.id = $id`);
  const byIdentity = database.prepare<AccountRow>(
    `SELECT ${columns} FROM identities i JOIN accounts a ON a.id = i.account_id
     WHERE i.issuer = $issuer AND i.subject = $subject`,
  );
  const linkIdentity = database.prepare(
    'INSERT INTO identities (issuer, subject, account_id) VALUES ($issuer, $subject, $accountId)',
  );
  const linkOpen = database.prepare(
    `INSERT INTO identities (issuer, subject, account_id)
     SELECT $issuer, $subject, id FROM accounts WHERE id = $accountId AND disabled = 0`,
  );
  const linked = database.prepare('SELECT 1 AS yes FROM identities WHERE account_id = $id');
  const unlink = database.prepare(
    `DELETE FROM identities WHERE account_id = (SELECT id FROM accounts WHERE id = $id AND password_hash <> '')`,
  );
  const endOthers = database.prepare('DELETE FROM sessions WHERE account_id = $id AND token_hash <> $kept');
  const setDisabled = database.prepare('UPDATE accounts SET disabled = $disabled WHERE id = $id');
  const setRoles = database.prepare('UPDATE accounts SET roles = $roles WHERE id = $id');
  const rehash = database.prepare(
    'UPDATE accounts SET password_hash = $after WHERE id = $id AND password_hash = $before AND disabled = 0',
  );
  const endSessions = database.prepare('DELETE FROM sessions WHERE account_id = $id');
  const endLinks = database.prepare('DELETE FROM invitations WHERE account_id = $id OR made_by = $id');
  const endLinksMade = database.prepare('DELETE FROM invitations WHERE made_by = $id');
  const admins = database.prepare<{ id: string }>(adminsSql);

  const write = auditWriter(database);
  const insert = insertAccount(database);
  const setPassword = passwordSetter(database);

  return {
    ...sessionStore(database, write),
    ...invitationStore(database, write),
    ...signInCountStore(database),
    async accounts() {
      return all.all().map(accountOf);
    },
    async uses(at) {
      return uses.all({ at }).map(({ accountId, sessions, seenAt, linked }) => ({
        accountId,
        sessions,
        ...(seenAt !== null && { seenAt }),
        linked: linked === 1,
      }));
    },
    async byLogin(login) {
      return found(byLogin.get({ login: storable(login) }));
    },
    async byId(id) {
      return found(byId.get({ id: storable(id) }));
    },
    async byIdentity(identity) {
      return found(byIdentity.get(identityOf(identity)));
    },
    async add(account, entry, identity) {
      return database.transaction(() => {
        if (identity !== undefined && byIdentity.get(identityOf(identity)) !== undefined) return false;
        if (!insert(account)) return false;
        if (identity !== undefined) linkIdentity.run({ ...identityOf(identity), accountId: account.id });
        write(entry);
        return true;
      });
    },
    async setPassword(id, passwordHash, entry) {
      database.transaction(() => {
        setPassword(id, passwordHash);
        write(entry);
      });
    },
    async changePassword(id, { before, after }, entry) {
      return database.transaction(() => {
        if (rehash.run({ id, before, after }) === 0) return false;
        setPassword(id, after);
        write(entry);
        return true;
      });
    },
    async rehash(id, { before, after }) {
      return rehash.run({ id, before, after }) === 1;
    },
    async setDisabled(id, disabled, entry) {
      return database.transaction(() => {
        if (disabled && isLastAdmin(id)) return 'last-admin';
        setDisabled.run({ id, disabled: disabled ? 1 : 0 });
        if (disabled) for (const end of [endSessions, endLinks]) end.run({ id });
        write(entry);
        return 'done';
      });
    },
    async setRoles(id, roles, entry) {
      return database.transaction(() => {
        if (!roles.includes('admin') && isLastAdmin(id)) return 'last-admin';
        setRoles.run({ id, roles: JSON.stringify(roles) });
        // Whoever is no admin any more must not come back as one through a link of their own.
        if (!roles.includes('admin')) endLinksMade.run({ id });
        write(entry);
        return 'done';
      });
    },
    async link(id, identity, entry) {
      return database.transaction(() => {
        if (linked.get({ id }) !== undefined) return 'already';
        if (byIdentity.get(identityOf(identity)) !== undefined) return 'taken';
        if (linkOpen.run({ ...identityOf(identity), accountId: id }) === 0) return 'gone';
        write(entry);
        return 'linked';
      });
    },
    async unlink(id, kept, entry) {
      return database.transaction(() => {
        if (unlink.run({ id }) === 0) return false;
        endOthers.run({ id, kept });
        write(entry);
        return true;
      });
    },
  };

  function isLastAdmin(id: string): boolean {
    const able = admins.all();
    return able.length === 1 && able[0]?.id === id;
  }
}

/** Admins who can sign in: one without a password and without a provider could not. Two tell enough. */
const adminsSql = `
  SELECT a.id AS id FROM accounts a, json_each(a.roles) r
  WHERE a.disabled = 0 AND r.value = 'admin'
    AND (a.password_hash <> '' OR EXISTS (SELECT 1 FROM identities i WHERE i.account_id = a.id))
  LIMIT 2`;

const usesSql = `
  SELECT a.id AS "accountId",
         (SELECT count(*) FROM sessions s WHERE s.account_id = a.id AND s.expires_at > $at) AS sessions,
         (SELECT max(s.seen_at) FROM sessions s WHERE s.account_id = a.id AND s.expires_at > $at) AS "seenAt",
         EXISTS (SELECT 1 FROM identities i WHERE i.account_id = a.id) AS linked
  FROM accounts a ORDER BY a.login`;

interface UseRow {
  readonly accountId: string;
  readonly sessions: number;
  readonly seenAt: number | null;
  readonly linked: number;
}

function found(row: AccountRow | undefined): Account | undefined {
  return row && accountOf(row);
}

function identityOf({ issuer, subject }: Identity): { issuer: string; subject: string } {
  return { issuer: storable(issuer), subject: storable(subject) };
}
