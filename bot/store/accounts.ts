import type { Account, AccountStore } from '../service/ports.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

/** Who may sign in, and who has. Whoever is disabled, or whose password changes, is signed out everywhere. */
export function accountStore(database: Database): AccountStore {
  const all = database.prepare<AccountRow>(`SELECT ${columns} FROM accounts a ORDER BY a.login`);
  const byLogin = database.prepare<AccountRow>(`SELECT ${columns} FROM accounts a WHERE a.login = $login`);
  const insert = database.prepare(
    `INSERT INTO accounts (id, login, name, password_hash, disabled, roles)
     VALUES ($id, $login, $name, $passwordHash, $disabled, $roles)
     ON CONFLICT (login) DO NOTHING`,
  );
  const setPassword = database.prepare('UPDATE accounts SET password_hash = $passwordHash WHERE id = $id');
  const setDisabled = database.prepare('UPDATE accounts SET disabled = $disabled WHERE id = $id');
  const setRoles = database.prepare('UPDATE accounts SET roles = $roles WHERE id = $id');
  const endSessionsOf = database.prepare('DELETE FROM sessions WHERE account_id = $id');

  const add = (account: Account): boolean => insert.run(parameters(account)) === 1;

  return {
    ...sessions(database),
    ...invitations(database, add),
    async accounts() {
      return all.all().map(accountOf);
    },
    async byLogin(login) {
      const row = byLogin.get({ login: storable(login) });
      return row && accountOf(row);
    },
    async add(account) {
      return add(account);
    },
    async setPassword(id, passwordHash) {
      database.transaction(() => {
        setPassword.run({ id, passwordHash });
        endSessionsOf.run({ id });
      });
    },
    async setDisabled(id, disabled) {
      database.transaction(() => {
        setDisabled.run({ id, disabled: disabled ? 1 : 0 });
        if (disabled) endSessionsOf.run({ id });
      });
    },
    async setRoles(id, roles) {
      setRoles.run({ id, roles: JSON.stringify(roles) });
    },
  };
}

type AccountRow = Omit<Account, 'disabled' | 'roles'> & { readonly disabled: number; readonly roles: string };

const columns =
  'a.id AS id, a.login AS login, a.name AS name, a.password_hash AS "passwordHash", a.disabled AS disabled, a.roles AS roles';

function accountOf(row: AccountRow): Account {
  return { ...row, disabled: row.disabled === 1, roles: JSON.parse(row.roles) as Account['roles'] };
}

function parameters({ id, login, name, passwordHash, disabled, roles }: Account) {
  return {
    id,
    login: storable(login),
    name: storable(name),
    passwordHash,
    disabled: disabled ? 1 : 0,
    roles: JSON.stringify(roles),
  };
}

/** Those that have expired are swept away whenever one of them is shown. */
function sessions(database: Database): Pick<AccountStore, 'addSession' | 'session' | 'endSession'> {
  const insert = database.prepare(
    'INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ($tokenHash, $accountId, $expiresAt)',
  );
  const find = database.prepare<AccountRow & { expiresAt: number }>(
    `SELECT ${columns}, s.expires_at AS "expiresAt" FROM sessions s JOIN accounts a ON a.id = s.account_id
     WHERE s.token_hash = $tokenHash`,
  );
  const end = database.prepare('DELETE FROM sessions WHERE token_hash = $tokenHash');
  const sweep = database.prepare('DELETE FROM sessions WHERE expires_at <= $at');
  return {
    async addSession(tokenHash, accountId, expiresAt) {
      insert.run({ tokenHash, accountId, expiresAt });
    },
    async session(tokenHash, at) {
      const row = find.get({ tokenHash });
      if (row === undefined) return undefined;
      const { expiresAt, ...account } = row;
      if (expiresAt > at) return account.disabled === 1 ? undefined : accountOf(account);
      sweep.run({ at });
      return undefined;
    },
    async endSession(tokenHash) {
      end.run({ tokenHash });
    },
  };
}

/** Before the hash of a first invitation, which no account may precede. */
const firstMark = 'first:';

function invitations(
  database: Database,
  add: (account: Account) => boolean,
): Pick<AccountStore, 'addInvitation' | 'addFirstInvitation' | 'redeemInvitation' | 'invitationValid'> {
  const insert = database.prepare('INSERT INTO invitations (token_hash, expires_at) VALUES ($tokenHash, $expiresAt)');
  const find = database.prepare(
    `SELECT 1 AS yes FROM invitations WHERE expires_at > $at AND (
       token_hash = $tokenHash OR (token_hash = $first AND NOT EXISTS (SELECT 1 FROM accounts)))`,
  );
  const remove = database.prepare(
    'DELETE FROM invitations WHERE token_hash = $tokenHash OR token_hash = $first OR expires_at <= $at',
  );
  const removeFirst = database.prepare(
    `DELETE FROM invitations WHERE substr(token_hash, 1, ${firstMark.length}) = $mark`,
  );
  const named = (tokenHash: string, at: number) => ({ tokenHash, first: firstMark + tokenHash, at });
  return {
    async addInvitation(tokenHash, expiresAt) {
      insert.run({ tokenHash, expiresAt });
    },
    async addFirstInvitation(tokenHash, expiresAt) {
      database.transaction(() => {
        removeFirst.run({ mark: firstMark });
        insert.run({ tokenHash: firstMark + tokenHash, expiresAt });
      });
    },
    async invitationValid(tokenHash, at) {
      return find.get(named(tokenHash, at)) !== undefined;
    },
    async redeemInvitation(tokenHash, at, account) {
      return database.transaction(() => {
        if (find.get(named(tokenHash, at)) === undefined) return 'expired';
        // The invitation stays good for another try with another login.
        if (!add(account)) return 'login-taken';
        remove.run(named(tokenHash, at));
        return 'made';
      });
    },
  };
}
