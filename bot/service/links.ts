import { ordered, roles as allRoles, type Role } from '../domain/role.ts';
import type { Account, AccountStore, InvitationUse, OpenInvitation } from './account-store.ts';
import { commandLine, type Actor } from './audit.ts';
import type { Place } from './place.ts';
import type { Clock } from './ports.ts';
import { newSecret, sha256, shownId } from './secret.ts';
import { actorAt, type OpenSessionFor, type Opened } from './session-opener.ts';

/*
 * One-time links: to an account of one's own, or to a new password. Whoever opens one chooses the password, so that no
 * admin ever knows it.
 */

const hour = 3_600_000;
export const invitationHours = 24;

/** What is needed to open an account; already checked for its shape by the caller's schema. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export type Welcome = Opened | { readonly kind: 'expired' } | { readonly kind: 'login-taken' };

/** What a link offers to whoever opens it. */
export type Offer =
  | { readonly kind: 'account'; readonly roles: readonly Role[] }
  | { readonly kind: 'password'; readonly login: string; readonly name: string };

/** A link that nobody has used yet, as admins see it. */
export interface InvitationLine extends Pick<OpenInvitation, 'id' | 'expiresAt' | 'guest'> {
  /** The name of who made it; absent for the command line. */
  readonly by?: string;
  readonly opens: Offer;
}

export interface Links {
  /** A one-time link to an account with these roles, valid 24 hours: `<origin>/desk/welcome#<secret>`. `guest`: for whom it is. */
  link(origin: string, roles?: readonly Role[], by?: Actor, guest?: string): Promise<string>;
  /** Links that nobody has used yet, the last made first. */
  invitations(): Promise<readonly InvitationLine[]>;
  /** False when there is no such link any more. */
  withdraw(id: string, by: Actor): Promise<boolean>;
  /** Another link in the place of one, valid 24 hours from now; undefined when there is no such link any more. */
  renew(origin: string, id: string, by: Actor): Promise<string | undefined>;
  /**
   * The same when there is no account yet; undefined when there is one. It ends when another one is made, and with the first
   * account, whoever makes it: a link that was printed into a log opens nothing later.
   */
  firstLink(origin: string): Promise<string | undefined>;
  /** A one-time link to a new password for this account, valid 24 hours; undefined when no open account has that login. */
  passwordLink(origin: string, login: string, by?: Actor): Promise<string | undefined>;
  /** What a link offers; undefined when it is spent, void or too old. */
  offer(secret: string): Promise<Offer | undefined>;
  /** Uses up a link: opens the account and signs it in. */
  welcome(secret: string, account: NewAccount, from: Place): Promise<Welcome>;
  /** Uses up a link: the account has this password, is signed out everywhere else, and signed in here. */
  newPassword(secret: string, password: string, from: Place): Promise<Opened | { readonly kind: 'expired' }>;
}

export interface LinkParts {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly openSession: OpenSessionFor;
  readonly hash: (password: string) => Promise<string>;
}

export function createLinks({ store, clock, openSession, hash }: LinkParts): Links {
  return {
    async link(origin, wanted = ['agent'], by = commandLine, guest) {
      const roles = ordered(wanted);
      const secret = newSecret();
      const named = guest !== undefined && { guest };
      await store.addInvitation(
        { ...linkOf(secret, by), ...named, opens: { kind: 'account', roles } },
        {
          at: clock.now(),
          actor: by,
          act: 'accounts.link',
          object: shownId(secret),
          facts: { roles: roles.join(' '), ...named },
        },
      );
      return address(origin, secret);
    },
    async invitations() {
      const [open, accounts] = await Promise.all([store.invitations(clock.now()), store.accounts()]);
      const known = new Map(accounts.map((account) => [account.id, account]));
      return open.flatMap(({ madeBy, opens, ...line }) => {
        const offered = offerOf(opens, known.get(opens.kind === 'password' ? opens.accountId : ''));
        const by = madeBy === undefined ? undefined : known.get(madeBy)?.name;
        return offered === undefined ? [] : [{ ...line, ...(by !== undefined && { by }), opens: offered }];
      });
    },
    withdraw: (id, by) =>
      store.endInvitation(id, clock.now(), { at: clock.now(), actor: by, act: 'accounts.withdraw', object: id }),
    async renew(origin, id, by) {
      const secret = newSecret();
      const entry = { at: clock.now(), actor: by, act: 'accounts.renew', object: id, facts: { link: shownId(secret) } };
      const renewed = await store.renewInvitation(id, clock.now(), linkOf(secret, by), entry);
      return renewed ? address(origin, secret) : undefined;
    },
    async firstLink(origin) {
      if ((await store.accounts()).length > 0) return undefined;
      const secret = newSecret();
      await store.addFirstInvitation(sha256(secret), clock.now() + invitationHours * hour);
      return address(origin, secret);
    },
    async passwordLink(origin, login, by = commandLine) {
      const account = await store.byLogin(login.toLowerCase());
      if (account === undefined || account.disabled) return undefined;
      const secret = newSecret();
      await store.addInvitation(
        { ...linkOf(secret, by), opens: { kind: 'password', accountId: account.id } },
        { at: clock.now(), actor: by, act: 'accounts.password-link', object: account.id },
      );
      return address(origin, secret);
    },
    async offer(secret) {
      const found = await store.invitation(sha256(secret), clock.now());
      if (found === undefined || found.kind === 'account') return found;
      return offerOf(found, await store.byId(found.accountId));
    },
    async welcome(secret, wanted, from) {
      // Before the costly hash: a stranger without a link must not make the machine work.
      const found = await store.invitation(sha256(secret), clock.now());
      if (found?.kind !== 'account') return { kind: 'expired' };
      const account = await accountOf(wanted, found.roles);
      const entry = {
        at: clock.now(),
        actor: actorAt(account, from),
        act: 'accounts.add',
        object: account.id,
        facts: { login: account.login, roles: account.roles.join(' ') },
      };
      const result = await store.redeemInvitation(sha256(secret), clock.now(), account, entry);
      if (result !== 'made') return { kind: result };
      return (await openSession(account, from, 'link')) ?? { kind: 'expired' };
    },
    async newPassword(secret, password, from) {
      const found = await store.invitation(sha256(secret), clock.now());
      if (found?.kind !== 'password') return { kind: 'expired' };
      const passwordHash = await hash(password);
      const account = await store.byId(found.accountId);
      if (account === undefined || account.disabled) return { kind: 'expired' };
      const entry = { at: clock.now(), actor: actorAt(account, from), act: 'accounts.password', object: account.id };
      const done = await store.redeemPasswordLink(sha256(secret), clock.now(), passwordHash, entry);
      const opened = done ? await openSession(account, from, 'link') : undefined;
      return opened ?? { kind: 'expired' };
    },
  };

  function linkOf(secret: string, by: Actor) {
    const expiresAt = clock.now() + invitationHours * hour;
    return { tokenHash: sha256(secret), expiresAt, ...(by.id !== undefined && { madeBy: by.id }) };
  }

  async function accountOf({ login, name, password }: NewAccount, roles: readonly Role[]): Promise<Account> {
    const passwordHash = await hash(password);
    return {
      id: clock.newId(),
      login: login.toLowerCase(),
      name,
      passwordHash,
      disabled: false,
      roles: await firstOr(store, roles),
    };
  }
}

function offerOf(use: InvitationUse, account: Account | undefined): Offer | undefined {
  if (use.kind === 'account') return use;
  return account && { kind: 'password', login: account.login, name: account.name };
}

/** Whoever comes first does everything, until there are others to do it. */
export async function firstOr(store: Pick<AccountStore, 'accounts'>, roles: readonly Role[]): Promise<readonly Role[]> {
  return (await store.accounts()).length === 0 ? allRoles : ordered(roles);
}

/** Behind the #, so that it stands in no server's log and no Referer. */
function address(origin: string, secret: string): string {
  return `${origin}/desk/welcome#${secret}`;
}
