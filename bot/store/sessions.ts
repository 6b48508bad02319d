import type { AccountStore, OpenSession } from '../service/account-store.ts';
import { accountOf, columns, type AccountRow } from './account-row.ts';
import type { WriteAudit } from './audit.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

type SessionStore = Pick<AccountStore, 'addSession' | 'session' | 'sessions' | 'endSession' | 'endSessionOf'>;

/** How exactly it is kept when a session was last used, in milliseconds: not every look at the desk shall write. */
const seenEvery = 60_000;

/** Digits of the hash by which a session is shown. */
const shownDigits = 16;

/** Open sessions. Those that have expired are swept away whenever one of them is shown. */
export function sessionStore(database: Database, write: WriteAudit): SessionStore {
  const insert = database.prepare(
    `INSERT INTO sessions (token_hash, account_id, expires_at, opened_at, seen_at, address, browser)
     SELECT $tokenHash, id, $expiresAt, $openedAt, $openedAt, $address, $browser FROM accounts
     WHERE id = $accountId AND disabled = 0 AND password_hash = coalesce($passwordHash, password_hash)`,
  );
  const find = database.prepare<AccountRow & { expiresAt: number; seenAt: number }>(
    `SELECT ${columns}, s.expires_at AS "expiresAt", s.seen_at AS "seenAt"
     FROM sessions s JOIN accounts a ON a.id = s.account_id
     WHERE s.token_hash = $tokenHash`,
  );
  const seen = database.prepare('UPDATE sessions SET seen_at = $at WHERE token_hash = $tokenHash');
  const list = database.prepare<OpenSession>(
    `SELECT substr(token_hash, 1, ${shownDigits}) AS id, opened_at AS "openedAt", seen_at AS "seenAt",
            expires_at AS "expiresAt", address, browser
     FROM sessions WHERE account_id = $accountId AND expires_at > $at ORDER BY seen_at DESC, id`,
  );
  const end = database.prepare('DELETE FROM sessions WHERE token_hash = $tokenHash');
  const endShown = database.prepare(
    `DELETE FROM sessions WHERE account_id = $accountId AND substr(token_hash, 1, ${shownDigits}) = $id`,
  );
  const sweep = database.prepare('DELETE FROM sessions WHERE expires_at <= $at');

  return {
    async addSession({ address, browser, passwordHash = null, ...session }, entry) {
      return database.transaction(() => {
        const row = { ...session, passwordHash, address: storable(address), browser: storable(browser) };
        if (insert.run(row) === 0) return false;
        write(entry);
        return true;
      });
    },
    async session(tokenHash, at) {
      const row = find.get({ tokenHash });
      if (row === undefined) return undefined;
      const { expiresAt, seenAt, ...account } = row;
      if (expiresAt <= at) {
        sweep.run({ at });
        return undefined;
      }
      if (account.disabled === 1) return undefined;
      if (at - seenAt >= seenEvery) seen.run({ tokenHash, at });
      return accountOf(account);
    },
    async sessions(accountId, at) {
      return list.all({ accountId: storable(accountId), at }).map((row) => ({ ...row }));
    },
    async endSession(tokenHash, entry) {
      database.transaction(() => {
        if (end.run({ tokenHash }) > 0) write(entry);
      });
    },
    async endSessionOf(accountId, id, entry) {
      return database.transaction(() => {
        if (endShown.run({ accountId: storable(accountId), id: storable(id) }) === 0) return false;
        write(entry);
        return true;
      });
    },
  };
}
