import type { Role } from '../domain/role.ts';
import type { AccountStore, InvitationUse, NewInvitation } from '../service/account-store.ts';
import { insertAccount, passwordSetter } from './account-row.ts';
import type { WriteAudit } from './audit.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

type InvitationStore = Pick<
  AccountStore,
  | 'addInvitation'
  | 'addFirstInvitation'
  | 'invitations'
  | 'endInvitation'
  | 'renewInvitation'
  | 'invitation'
  | 'redeemInvitation'
  | 'redeemPasswordLink'
>;

/** Before the hash of a first invitation, which no account may precede. */
const firstMark = 'first:';

/** Digits of the hash by which a link is shown. */
const shownDigits = 16;

/** One-time links: to an account of one's own, or to a new password. */
export function invitationStore(database: Database, write: WriteAudit): InvitationStore {
  const insert = database.prepare(
    `INSERT INTO invitations (token_hash, expires_at, roles, made_by, account_id, guest)
     VALUES ($tokenHash, $expiresAt, $roles, $madeBy, $accountId, $guest)`,
  );
  const list = database.prepare<OpenRow>(
    `SELECT substr(token_hash, 1, ${shownDigits}) AS id, expires_at AS "expiresAt", made_by AS "madeBy", guest, roles,
            account_id AS "accountId"
     FROM invitations WHERE expires_at > $at AND substr(token_hash, 1, ${firstMark.length}) <> '${firstMark}'
     ORDER BY expires_at DESC, token_hash`,
  );
  const shown = `substr(token_hash, 1, ${shownDigits}) = $id AND expires_at > $at`;
  const removeShown = database.prepare(`DELETE FROM invitations WHERE ${shown}`);
  const renew = database.prepare(
    `UPDATE invitations SET token_hash = $tokenHash, expires_at = $expiresAt, made_by = $madeBy WHERE ${shown}`,
  );
  const find = database.prepare<InvitationRow>(
    `SELECT i.roles AS roles, i.account_id AS "accountId" FROM invitations i WHERE i.expires_at > $at AND (
       i.token_hash = $tokenHash OR (i.token_hash = $first AND NOT EXISTS (SELECT 1 FROM accounts)))`,
  );
  const remove = database.prepare(
    'DELETE FROM invitations WHERE token_hash = $tokenHash OR token_hash = $first OR expires_at <= $at',
  );
  const removeFirst = database.prepare(
    `DELETE FROM invitations WHERE substr(token_hash, 1, ${firstMark.length}) = $mark`,
  );
  const removeOf = database.prepare('DELETE FROM invitations WHERE account_id = $accountId');
  const addAccount = insertAccount(database);
  const setPassword = passwordSetter(database);
  const named = (tokenHash: string, at: number) => ({ tokenHash, first: firstMark + tokenHash, at });

  function found(tokenHash: string, at: number): InvitationUse | undefined {
    const row = find.get(named(tokenHash, at));
    return row && opensOf(row);
  }

  return {
    async addInvitation(invitation, entry) {
      const row = rowOf(invitation);
      database.transaction(() => {
        if (row.accountId !== null) removeOf.run({ accountId: row.accountId });
        insert.run(row);
        write(entry);
      });
    },
    async addFirstInvitation(tokenHash, expiresAt) {
      database.transaction(() => {
        removeFirst.run({ mark: firstMark });
        insert.run({
          tokenHash: firstMark + tokenHash,
          expiresAt,
          roles: null,
          madeBy: null,
          accountId: null,
          guest: null,
        });
      });
    },
    async invitations(at) {
      return list.all({ at }).map(({ madeBy, guest, roles, accountId, ...row }) => ({
        ...row,
        ...(madeBy !== null && { madeBy }),
        ...(guest !== null && { guest }),
        opens: opensOf({ roles, accountId }),
      }));
    },
    async endInvitation(id, at, entry) {
      return database.transaction(() => {
        if (removeShown.run({ id: storable(id), at }) === 0) return false;
        write(entry);
        return true;
      });
    },
    async renewInvitation(id, at, { madeBy = null, ...renewed }, entry) {
      return database.transaction(() => {
        if (renew.run({ id: storable(id), at, madeBy, ...renewed }) === 0) return false;
        write(entry);
        return true;
      });
    },
    async invitation(tokenHash, at) {
      return found(tokenHash, at);
    },
    async redeemInvitation(tokenHash, at, account, entry) {
      return database.transaction(() => {
        if (found(tokenHash, at)?.kind !== 'account') return 'expired';
        // The invitation stays good for another try with another login.
        if (!addAccount(account)) return 'login-taken';
        remove.run(named(tokenHash, at));
        write(entry);
        return 'made';
      });
    },
    async redeemPasswordLink(tokenHash, at, passwordHash, entry) {
      return database.transaction(() => {
        const offered = found(tokenHash, at);
        if (offered?.kind !== 'password') return false;
        // The link goes with all others to this account.
        setPassword(offered.accountId, passwordHash);
        write(entry);
        return true;
      });
    },
  };
}

interface InvitationRow {
  readonly roles: string | null;
  readonly accountId: string | null;
}

interface OpenRow extends InvitationRow {
  readonly id: string;
  readonly expiresAt: number;
  readonly madeBy: string | null;
  readonly guest: string | null;
}

function opensOf({ roles, accountId }: InvitationRow): InvitationUse {
  if (accountId !== null) return { kind: 'password', accountId };
  return { kind: 'account', roles: roles === null ? ['agent'] : (JSON.parse(roles) as Role[]) };
}

function rowOf({ tokenHash, expiresAt, madeBy, guest, opens }: NewInvitation) {
  return {
    tokenHash,
    expiresAt,
    madeBy: madeBy ?? null,
    guest: guest === undefined ? null : storable(guest),
    roles: opens.kind === 'account' ? JSON.stringify(opens.roles) : null,
    accountId: opens.kind === 'password' ? opens.accountId : null,
  };
}
