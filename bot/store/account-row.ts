import type { Account } from '../service/account-store.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

/* What the statements about accounts, their sessions and their links share. */

export type AccountRow = Omit<Account, 'disabled' | 'roles'> & { readonly disabled: number; readonly roles: string };

export const columns =
  'a.id AS id, a.login AS login, a.name AS name, a.password_hash AS "passwordHash", a.disabled AS disabled, a.roles AS roles';

export function accountOf(row: AccountRow): Account {
  return { ...row, disabled: row.disabled === 1, roles: JSON.parse(row.roles) as Account['roles'] };
}

/** False when the login is taken. */
export function insertAccount(database: Database): (account: Account) => boolean {
  const insert = database.prepare(
    `INSERT INTO accounts (id, login, name, password_hash, disabled, roles)
     VALUES ($id, $login, $name, $passwordHash, $disabled, $roles)
     ON CONFLICT (login) DO NOTHING`,
  );
  return ({ id, login, name, passwordHash, disabled, roles }) =>
    insert.run({
      id,
      login: storable(login),
      name: storable(name),
      passwordHash,
      disabled: disabled ? 1 : 0,
      roles: JSON.stringify(roles),
    }) === 1;
}

/** What the old password opened, and the links to a new one, end with it. */
export function passwordSetter(database: Database): (id: string, passwordHash: string) => void {
  const set = database.prepare('UPDATE accounts SET password_hash = $passwordHash WHERE id = $id');
  const endSessions = database.prepare('DELETE FROM sessions WHERE account_id = $id');
  const endLinks = database.prepare('DELETE FROM invitations WHERE account_id = $id');
  return (id, passwordHash) => {
    set.run({ id, passwordHash });
    endSessions.run({ id });
    endLinks.run({ id });
  };
}
