import { ordered, type Role } from '../domain/role.ts';
import type { Time } from '../domain/time.ts';
import type { Account, AccountChange, AccountStore } from './account-store.ts';
import { commandLine, type Actor, type AuditEntry } from './audit.ts';
import { firstOr, type NewAccount } from './links.ts';
import type { Clock } from './ports.ts';

/** An account as those who look after the accounts see it. */
export interface AccountLine extends Omit<Account, 'passwordHash'> {
  /** Neither: whoever it is for has not opened the link yet. */
  readonly signsInWith: readonly ('password' | 'provider')[];
  /** Sessions that have not ended, and when one of them was last used. */
  readonly sessions: number;
  readonly seenAt?: Time;
}

export type PeopleChange = AccountChange | 'unknown';

/** What admins do with accounts, at the desk and on the command line; `by` is the command line when it is not told. */
export interface People {
  list(): Promise<readonly AccountLine[]>;
  /** False when the login is taken. The first account gets all roles, whatever is wanted. */
  add(account: NewAccount, roles?: readonly Role[], by?: Actor): Promise<boolean>;
  /** An account without a password: a link to one lets its owner in. False when the login is taken. */
  addWithoutPassword(account: Omit<NewAccount, 'password'>, roles: readonly Role[], by?: Actor): Promise<boolean>;
  setRoles(login: string, roles: readonly Role[], by?: Actor): Promise<PeopleChange>;
  /** Ends its sessions at once, and what links it made or had. */
  disable(login: string, by?: Actor): Promise<PeopleChange>;
  enable(login: string, by?: Actor): Promise<PeopleChange>;
  /** False when no account has that login. */
  setPassword(login: string, password: string, by?: Actor): Promise<boolean>;
}

export interface PeopleParts {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly hash: (password: string) => Promise<string>;
}

export function createPeople({ store, clock, hash }: PeopleParts): People {
  return {
    async list() {
      const [accounts, uses] = await Promise.all([store.accounts(), store.uses(clock.now())]);
      const useOf = new Map(uses.map((use) => [use.accountId, use]));
      return accounts.map(({ passwordHash, ...account }) => {
        const { sessions = 0, seenAt, linked = false } = useOf.get(account.id) ?? {};
        const ways = [passwordHash === '' ? [] : ['password' as const], linked ? ['provider' as const] : []].flat();
        return { ...account, signsInWith: ways, sessions, ...(seenAt !== undefined && { seenAt }) };
      });
    },
    add: async (account, roles = ['agent'], by = commandLine) =>
      addAccount(account, await hash(account.password), roles, by),
    addWithoutPassword: (account, roles, by = commandLine) => addAccount(account, '', roles, by),
    async setRoles(login, wanted, by = commandLine) {
      const roles = ordered(wanted);
      return change(login, by, 'accounts.roles', { roles: roles.join(' ') }, ({ id }, entry) =>
        store.setRoles(id, roles, entry),
      );
    },
    disable: (login, by = commandLine) =>
      change(login, by, 'accounts.disable', {}, ({ id }, entry) => store.setDisabled(id, true, entry)),
    enable: (login, by = commandLine) =>
      change(login, by, 'accounts.enable', {}, ({ id }, entry) => store.setDisabled(id, false, entry)),
    async setPassword(login, password, by = commandLine) {
      const passwordHash = await hash(password);
      const done = await change(login, by, 'accounts.password', {}, async ({ id }, entry) => {
        await store.setPassword(id, passwordHash, entry);
        return 'done';
      });
      return done === 'done';
    },
  };

  async function addAccount(
    { login, name }: Omit<NewAccount, 'password'>,
    passwordHash: string,
    wanted: readonly Role[],
    by: Actor,
  ): Promise<boolean> {
    const roles = await firstOr(store, wanted);
    const account: Account = {
      id: clock.newId(),
      login: login.toLowerCase(),
      name,
      passwordHash,
      disabled: false,
      roles,
    };
    return store.add(
      account,
      entryOf(by, 'accounts.add', account.id, { login: account.login, roles: roles.join(' ') }),
    );
  }

  async function change(
    login: string,
    by: Actor,
    act: string,
    facts: NonNullable<AuditEntry['facts']>,
    work: (account: Account, entry: AuditEntry) => Promise<AccountChange>,
  ): Promise<PeopleChange> {
    const account = await store.byLogin(login.toLowerCase());
    return account === undefined ? 'unknown' : work(account, entryOf(by, act, account.id, facts));
  }

  function entryOf(actor: Actor, act: string, object: string, facts: NonNullable<AuditEntry['facts']>): AuditEntry {
    return { at: clock.now(), actor, act, object, facts };
  }
}
