import { createHash, randomBytes } from 'node:crypto';

import type { Agent } from '../domain/conversation.ts';
import { roles as allRoles, type Role } from '../domain/role.ts';
import type { Time } from '../domain/time.ts';
import type { Account, AccountStore, Clock } from './ports.ts';
import { defaultCost, hashPassword, isOutdated, verifyPassword, type Cost } from './password.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

/*
 * Who may sit at the desk. Sessions and links are 32 random bytes that only their holder knows: the store keeps their
 * SHA-256. A disabled account's session is worth nothing from the next look at it on. A wrong password and an unknown
 * login give the same answer after the same work.
 */

const hour = 3_600_000;
export const sessionHours = 12;
export const invitationHours = 24;
export const shortestPassword = 12;

/** What is needed to open an account; already checked for its shape by the caller's schema. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** Who is at the desk. */
export interface SignedIn {
  readonly agent: Agent;
  readonly roles: readonly Role[];
}

export type SignIn =
  | ({ readonly kind: 'signed-in'; readonly token: string } & SignedIn)
  | { readonly kind: 'wrong' }
  /** Too many attempts; try again at `until`. */
  | { readonly kind: 'locked'; readonly until: Time };

export type Welcome =
  | ({ readonly kind: 'signed-in'; readonly token: string } & SignedIn)
  | { readonly kind: 'expired' }
  | { readonly kind: 'login-taken' };

export interface Accounts {
  signIn(login: string, password: string, address: string): Promise<SignIn>;
  /** Whose session this is, and what they may do; undefined when it has ended, or the account is disabled. */
  whoIs(token: string): Promise<SignedIn | undefined>;
  signOut(token: string): Promise<void>;
  /** A one-time link to an account of one's own, valid 24 hours: `<origin>/desk/welcome#<secret>`. */
  link(origin: string): Promise<string>;
  /**
   * The same when there is no account yet; undefined when there is one. It ends when another one is made, and with the first
   * account, whoever makes it: a link that was printed into a log opens nothing later.
   */
  firstLink(origin: string): Promise<string | undefined>;
  invitationValid(secret: string): Promise<boolean>;
  /** Uses up a link: opens the account and signs it in. */
  welcome(secret: string, account: NewAccount): Promise<Welcome>;
  /** False when the login is taken. */
  add(account: NewAccount): Promise<boolean>;
  /** These are false when no account has that login. */
  setPassword(login: string, password: string): Promise<boolean>;
  disable(login: string): Promise<boolean>;
  enable(login: string): Promise<boolean>;
  list(): Promise<readonly Omit<Account, 'passwordHash'>[]>;
}

export interface AccountParts {
  readonly store: AccountStore;
  readonly clock: Clock;
  /** Default: OWASP's parameters. Tests take less. */
  readonly cost?: Cost;
  readonly limits?: SignInLimits;
}

/** Makes the rules by which agents sign in. */
export function createAccounts({
  store,
  clock,
  cost = defaultCost,
  limits = createSignInLimits(),
}: AccountParts): Accounts {
  let decoy: Promise<string> | undefined;

  return {
    async signIn(login, password, address) {
      const name = login.trim().toLowerCase();
      const until = limits.attempt(name, address, clock.now());
      if (until !== undefined) return { kind: 'locked', until };
      // Made at the first sign-in whoever it is, so that an unknown login never takes longer than a known one.
      const someHash = await (decoy ??= hashPassword(secretBytes(), cost));
      const account = await store.byLogin(name);
      const known = account !== undefined && !account.disabled;
      const hash = known ? account.passwordHash : someHash;
      const right = await verifyPassword(password, hash);
      if (!known || !right) return { kind: 'wrong' };
      limits.succeeded(name, address);
      if (isOutdated(hash, cost)) await store.setPassword(account.id, await hashPassword(password, cost));
      return openSession(account);
    },
    async whoIs(token) {
      const account = await store.session(sha256(token), clock.now());
      return account === undefined || account.disabled ? undefined : signedIn(account);
    },
    signOut: (token) => store.endSession(sha256(token)),
    async link(origin) {
      const secret = secretBytes();
      await store.addInvitation(sha256(secret), clock.now() + invitationHours * hour);
      return linkOf(origin, secret);
    },
    async firstLink(origin) {
      if ((await store.accounts()).length > 0) return undefined;
      const secret = secretBytes();
      await store.addFirstInvitation(sha256(secret), clock.now() + invitationHours * hour);
      return linkOf(origin, secret);
    },
    invitationValid: (secret) => store.invitationValid(sha256(secret), clock.now()),
    async welcome(secret, wanted) {
      // Before the costly hash: a stranger without a link must not make the machine work.
      if (!(await store.invitationValid(sha256(secret), clock.now()))) return { kind: 'expired' };
      const account = await accountOf(wanted);
      const result = await store.redeemInvitation(sha256(secret), clock.now(), account);
      return result === 'made' ? openSession(account) : { kind: result };
    },
    async add(wanted) {
      return store.add(await accountOf(wanted));
    },
    async setPassword(login, password) {
      const account = await store.byLogin(login.toLowerCase());
      if (account === undefined) return false;
      await store.setPassword(account.id, await hashPassword(password, cost));
      return true;
    },
    disable: (login) => setDisabled(login, true),
    enable: (login) => setDisabled(login, false),
    async list() {
      const accounts = await store.accounts();
      return accounts.map(({ id, login, name, disabled, roles }) => ({ id, login, name, disabled, roles }));
    },
  };

  async function openSession(account: Account): Promise<{ kind: 'signed-in'; token: string } & SignedIn> {
    const token = secretBytes();
    await store.addSession(sha256(token), account.id, clock.now() + sessionHours * hour);
    return { kind: 'signed-in', token, ...signedIn(account) };
  }

  async function accountOf({ login, name, password }: NewAccount): Promise<Account> {
    const passwordHash = await hashPassword(password, cost);
    // Whoever comes first does everything, until there are others to do it.
    const roles = (await store.accounts()).length === 0 ? allRoles : (['agent'] as const);
    return { id: clock.newId(), login: login.toLowerCase(), name, passwordHash, disabled: false, roles };
  }

  async function setDisabled(login: string, disabled: boolean): Promise<boolean> {
    const account = await store.byLogin(login.toLowerCase());
    if (account === undefined) return false;
    await store.setDisabled(account.id, disabled);
    return true;
  }
}

function signedIn({ id, name, roles }: Account): SignedIn {
  return { agent: { id, name }, roles };
}

/** Behind the #, so that it stands in no server's log and no Referer. */
function linkOf(origin: string, secret: string): string {
  return `${origin}/desk/welcome#${secret}`;
}

function secretBytes(): string {
  return randomBytes(32).toString('base64url');
}

function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
