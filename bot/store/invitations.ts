import type { Role } from '../domain/role.ts';
import type { AccountStore, InvitationUse, NewInvitation } from '../service/account-store.ts';
import { insertAccount, passwordSetter } from './account-row.ts';
import type { WriteAudit } from './audit.ts';
import type { Database } from './database.ts';

type InvitationStore = Pick<
  AccountStore,
  'addInvitation' | 'addFirstInvitation' | 'invitation' | 'redeemInvitation' | 'redeemPasswordLink'
>;

/** Before the hash of a first invitation, which no account may precede. */
const firstMark = 'first:';

/** One-time links: to an account of one's own, or to a new password. */
export function invitationStore(database: Database, write: WriteAudit): InvitationStore {
  const insert = database.prepare(
    `INSERT INTO invitations (token_hash, expires_at, roles, made_by, account_id)
     VALUES ($tokenHash, $expiresAt, $roles, $madeBy, $accountId)`,
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
        insert.run({ tokenHash: firstMark + tokenHash, expiresAt, roles: null, madeBy: null, accountId: null });
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

function opensOf({ roles, accountId }: InvitationRow): InvitationUse {
  if (accountId !== null) return { kind: 'password', accountId };
  return { kind: 'account', roles: roles === null ? ['agent'] : (JSON.parse(roles) as Role[]) };
}

function rowOf({ tokenHash, expiresAt, madeBy, opens }: NewInvitation) {
  return {
    tokenHash,
    expiresAt,
    madeBy: madeBy ?? null,
    roles: opens.kind === 'account' ? JSON.stringify(opens.roles) : null,
    accountId: opens.kind === 'password' ? opens.accountId : null,
  };
}
