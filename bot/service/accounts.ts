import type { Agent } from '../domain/conversation.ts';
import type { Role } from '../domain/role.ts';
import type { Time } from '../domain/time.ts';
import type { Account, AccountStore, OpenSession } from './account-store.ts';
import type { Actor, AuditEntry, AuditStore } from './audit.ts';
import { failureWriter } from './failure-lines.ts';
import type { Cost } from './password.ts';
import { defaultCost, hashPassword, isOutdated, verifyPassword } from './password.ts';
import { createLinks, type Links } from './links.ts';
import { createPeople, type People } from './people.ts';
import type { Place } from './place.ts';
import type { Clock } from './ports.ts';
import { newSecret, sha256, shownId } from './secret.ts';
import { actorAt, sessionOpener, signedIn, type Opened } from './session-opener.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

/*
 * Who may sit at the desk. Sessions and links are 32 random bytes that only their holder knows: the store keeps their
 * SHA-256. A disabled account's session is worth nothing from the next look at it on. A wrong password and an unknown
 * login give the same answer after the same work.
 */

/** Who is at the desk. */
export interface SignedIn {
  readonly agent: Agent;
  readonly roles: readonly Role[];
}

type Wrong = { readonly kind: 'wrong' };
/** Too many attempts; try again at `until`. */
type Locked = { readonly kind: 'locked'; readonly until: Time };

export type SignIn = Opened | Wrong | Locked;

/** Why somebody has not proved who they are; `no-password`: the account signs in with a provider only. */
export type Unproved = Wrong | Locked | { readonly kind: 'no-password' };
export type Proof = { readonly kind: 'right' } | Unproved;

/** What became of a wish for another password. */
export type PasswordChange = Opened | Unproved;

export interface Accounts extends Links, People {
  signIn(login: string, password: string, from: Place): Promise<SignIn>;
  /** Whose session this is, and what they may do; undefined when it has ended, or the account is disabled. */
  whoIs(token: string): Promise<SignedIn | undefined>;
  signOut(token: string, from: Place): Promise<void>;
  /** Gives one's own account another password, and ends all its sessions but a new one. Guesses count as attempts to sign in. */
  changePassword(accountId: string, old: string, password: string, from: Place): Promise<PasswordChange>;
  /** Whether this is the account's password of now. Guesses count as attempts to sign in. */
  prove(accountId: string, password: string, from: Place): Promise<Proof>;
  /** No provider opens the account any more, and its sessions end but this one. False when nothing would open it then, or none did. */
  unlink(accountId: string, token: string, by: Actor): Promise<boolean>;
  sessions(accountId: string): Promise<readonly OpenSession[]>;
  /** False when the account has no such session. */
  endSession(accountId: string, id: string, by: Actor): Promise<boolean>;
}

export interface AccountParts {
  readonly store: AccountStore & Pick<AuditStore, 'record'>;
  readonly clock: Clock;
  /** Default: OWASP's parameters. Tests take less. */
  readonly cost?: Cost;
  readonly limits?: SignInLimits;
}

/** Makes the rules by which people sign in. */
export function createAccounts({
  store,
  clock,
  cost = defaultCost,
  limits = createSignInLimits(store),
}: AccountParts): Accounts {
  const openSession = sessionOpener(store, clock);
  const hash = (password: string) => hashPassword(password, cost);
  const recordStranger = failureWriter(store);
  let decoy: Promise<string> | undefined;

  return {
    ...createLinks({ store, clock, openSession, hash }),
    ...createPeople({ store, clock, hash }),
    async signIn(login, password, from) {
      const name = login.trim().toLowerCase();
      const attempt = await limits.attempt(name, from.address, clock.now());
      if (attempt.kind === 'locked') return attempt;
      // Made at the first sign-in whoever it is, so that an unknown login never takes longer than a known one.
      const someHash = await (decoy ??= hash(newSecret()));
      const account = await store.byLogin(name);
      const known = account !== undefined && !account.disabled && account.passwordHash !== '';
      const right = await verifyPassword(password, known ? account.passwordHash : someHash);
      if (!known || !right) return failed(account, from, attempt.lockedNext);
      await limits.succeeded(name, from.address, clock.now());
      const passwordHash = await strengthened(account, password);
      // The password, or the account, may have been changed while it was hashed.
      return (await openSession({ ...account, passwordHash }, from, 'password')) ?? failed(account, from, undefined);
    },
    async whoIs(token) {
      const account = await store.session(sha256(token), clock.now());
      return account === undefined || account.disabled ? undefined : signedIn(account);
    },
    async signOut(token, from) {
      const account = await store.session(sha256(token), clock.now());
      if (account === undefined) return;
      const entry = { at: clock.now(), actor: actorAt(account, from), act: 'sign-out', object: account.id };
      await store.endSession(sha256(token), entry);
    },
    async changePassword(accountId, old, password, from) {
      const account = await store.byId(accountId);
      const proof = await proved(account, old, from);
      if (proof.kind !== 'right') return proof;
      if (account === undefined) return { kind: 'wrong' };
      const entry = { actor: actorAt(account, from), act: 'accounts.password', object: account.id };
      const change = { before: account.passwordHash, after: await hash(password) };
      const changed = await store.changePassword(account.id, change, { at: clock.now(), ...entry });
      const opened = changed
        ? await openSession({ ...account, passwordHash: change.after }, from, 'password')
        : undefined;
      return opened ?? failed(account, from, undefined);
    },
    prove: async (accountId, password, from) => proved(await store.byId(accountId), password, from),
    unlink(accountId, token, by) {
      const entry = { at: clock.now(), actor: by, act: 'accounts.unlink-provider', object: accountId };
      return store.unlink(accountId, sha256(token), entry);
    },
    sessions: (accountId) => store.sessions(accountId, clock.now()),
    endSession: (accountId, id, by) =>
      store.endSessionOf(accountId, id, {
        at: clock.now(),
        actor: by,
        act: 'accounts.end-session',
        object: accountId,
        facts: { session: id },
      }),
  };

  async function proved(account: Account | undefined, password: string, from: Place): Promise<Proof> {
    if (account === undefined || account.disabled) return { kind: 'wrong' };
    if (account.passwordHash === '') return { kind: 'no-password' };
    const attempt = await limits.attempt(account.login, from.address, clock.now());
    if (attempt.kind === 'locked') return attempt;
    if (!(await verifyPassword(password, account.passwordHash))) return failed(account, from, attempt.lockedNext);
    await limits.succeeded(account.login, from.address, clock.now());
    return { kind: 'right' };
  }

  /** The hash that the password fits: a new one where it was made with other cost than today's. */
  async function strengthened({ id, passwordHash: before }: Account, password: string): Promise<string> {
    if (!isOutdated(before, cost)) return before;
    const after = await hash(password);
    if (await store.rehash(id, { before, after })) return after;
    // Another sign-in may have done the same meanwhile.
    const now = (await store.byId(id))?.passwordHash ?? '';
    return (await verifyPassword(password, now)) ? now : before;
  }

  /** What was typed as an unknown login is not written down: it may be a password. */
  async function failed(account: Account | undefined, from: Place, lockedUntil: Time | undefined): Promise<Wrong> {
    const actor = account === undefined ? { name: 'unknown login', address: from.address } : actorAt(account, from);
    const object = account === undefined ? {} : { object: account.id };
    const reason = account?.disabled === true ? { reason: 'disabled' } : {};
    const record = account === undefined ? recordStranger : (entry: AuditEntry) => store.record(entry);
    await record({ at: clock.now(), actor, act: 'sign-in.failed', ...object, facts: reason });
    if (lockedUntil !== undefined) {
      const facts = { until: new Date(lockedUntil).toISOString() };
      await record({ at: clock.now(), actor, act: 'sign-in.locked', ...object, facts });
    }
    return { kind: 'wrong' };
  }
}

/** The id by which a session is shown to whoever holds its token. */
export function sessionId(token: string): string {
  return shownId(token);
}
