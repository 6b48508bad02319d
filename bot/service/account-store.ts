import type { Role } from '../domain/role.ts';
import type { Time } from '../domain/time.ts';
import type { AuditEntry } from './audit.ts';

/*
 * What the accounts ask of the store. Each write takes its line of the audit log and saves both in one transaction; where
 * nothing is changed, nothing is written down.
 */

export interface Account {
  readonly id: string;
  /** What is typed to sign in, lower case. */
  readonly login: string;
  /** What colleagues and customers see. */
  readonly name: string;
  /** Empty when the account has no password (yet). */
  readonly passwordHash: string;
  readonly disabled: boolean;
  /** In the order of domain/role.ts. */
  readonly roles: readonly Role[];
}

/** Who a provider of OpenID Connect says it is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** `taken`: the identity opens another account; `already`: this one has an identity; `gone`: it is disabled. */
export type IdentityLinked = 'linked' | 'taken' | 'already' | 'gone';

/** What is known of an account beside itself. */
export interface AccountUse {
  readonly accountId: string;
  /** Sessions that have not ended. */
  readonly sessions: number;
  /** When one of them was last used. */
  readonly seenAt?: Time;
  /** It signs in with a provider. */
  readonly linked: boolean;
}

export interface NewSession {
  /** Sessions and one-time links are kept by the SHA-256 of their secret, never by the secret. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly openedAt: Time;
  readonly expiresAt: Time;
  /** Coarse: the network, not the machine. */
  readonly address: string;
  /** In words: `Firefox, Windows`; empty when it says nothing of itself. */
  readonly browser: string;
  /** The hash that a password was found to fit; absent when no password opens it. */
  readonly passwordHash?: string;
}

/** A password's hash as it was read, and as it shall be. */
export interface HashChange {
  readonly before: string;
  readonly after: string;
}

/** A session as it is shown. */
export interface OpenSession extends Omit<NewSession, 'tokenHash' | 'accountId' | 'passwordHash'> {
  /** The first 16 digits of its hash: a name for it, and no key to it. */
  readonly id: string;
  /** To the minute. */
  readonly seenAt: Time;
}

/** A one-time link. */
export interface NewInvitation {
  readonly tokenHash: string;
  readonly expiresAt: Time;
  /** The admin's account; absent for the command line. A link ends when its maker is disabled. */
  readonly madeBy?: string;
  /** For whom it is, as its maker said; absent when they did not. */
  readonly guest?: string;
  readonly opens: InvitationUse;
}

/** A link that nobody has used yet, as it is shown. */
export interface OpenInvitation extends Omit<NewInvitation, 'tokenHash'> {
  /** The first 16 digits of its hash: a name for it, and no key to it. */
  readonly id: string;
}

export type RenewedInvitation = Pick<NewInvitation, 'tokenHash' | 'expiresAt' | 'madeBy'>;

/** Whether a link opens a new account, or gives one a new password. */
export type InvitationUse =
  | { readonly kind: 'account'; readonly roles: readonly Role[] }
  | { readonly kind: 'password'; readonly accountId: string };

/** `last-admin`: refused, since nobody could look after the accounts any more. */
export type AccountChange = 'done' | 'last-admin';

export interface AccountStore {
  accounts(): Promise<readonly Account[]>;
  uses(at: Time): Promise<readonly AccountUse[]>;
  byLogin(login: string): Promise<Account | undefined>;
  byId(id: string): Promise<Account | undefined>;
  byIdentity(identity: Identity): Promise<Account | undefined>;
  /** False when the login is taken, or the identity has an account. */
  add(account: Account, entry: AuditEntry, identity?: Identity): Promise<boolean>;
  /** Ends all sessions of the account, and the links to a new password. */
  setPassword(id: string, passwordHash: string, entry: AuditEntry): Promise<void>;
  /** The same by whoever proved the one before; false, with nothing done, when it is no longer that one, or the account is disabled. */
  changePassword(id: string, change: HashChange, entry: AuditEntry): Promise<boolean>;
  /** Keeps the same password in another hash; nothing ends. False, with nothing done, when it was changed meanwhile. */
  rehash(id: string, change: HashChange): Promise<boolean>;
  /** Disabling ends all sessions of the account, and all links that it made or that would give it a password. */
  setDisabled(id: string, disabled: boolean, entry: AuditEntry): Promise<AccountChange>;
  setRoles(id: string, roles: readonly Role[], entry: AuditEntry): Promise<AccountChange>;
  /** Lets an identity open an account that is there; what it opens already stays as it is. */
  link(id: string, identity: Identity, entry: AuditEntry): Promise<IdentityLinked>;
  /**
   * No identity opens the account any more, and its sessions end but this one. False, with nothing done, when there is none or the
   * account has no password: nothing would open it.
   */
  unlink(id: string, keptToken: string, entry: AuditEntry): Promise<boolean>;

  /** False, with nothing done, when the account is disabled by now, or has another password than the one that was proved. */
  addSession(session: NewSession, entry: AuditEntry): Promise<boolean>;
  /** Whose session it is, and that it is used; undefined when it has ended or its account is disabled. */
  session(tokenHash: string, at: Time): Promise<Account | undefined>;
  /** Those that have not ended, the last used first. */
  sessions(accountId: string, at: Time): Promise<readonly OpenSession[]>;
  endSession(tokenHash: string, entry: AuditEntry): Promise<void>;
  /** Ends one by the id that is shown; false when the account has none of it. */
  endSessionOf(accountId: string, id: string, entry: AuditEntry): Promise<boolean>;

  /** A link to a new password replaces the one before to the same account. */
  addInvitation(invitation: NewInvitation, entry: AuditEntry): Promise<void>;
  /** An invitation that is good only while there is no account; it replaces the one made before. */
  addFirstInvitation(tokenHash: string, expiresAt: Time): Promise<void>;
  /** Those that are good still, the last made first; none of a first start, which is good while there is no account. */
  invitations(at: Time): Promise<readonly OpenInvitation[]>;
  /** Ends one by the id that is shown; false when there is none of it. */
  endInvitation(id: string, at: Time, entry: AuditEntry): Promise<boolean>;
  /** Puts another link in the place of the one of this id, for the same use and person; false, with nothing done, when there is none. */
  renewInvitation(id: string, at: Time, renewed: RenewedInvitation, entry: AuditEntry): Promise<boolean>;
  /** What a link is good for; undefined when it is spent, void or too old. */
  invitation(tokenHash: string, at: Time): Promise<InvitationUse | undefined>;
  /** Uses up an invitation and makes its account in one transaction. */
  redeemInvitation(
    tokenHash: string,
    at: Time,
    account: Account,
    entry: AuditEntry,
  ): Promise<'made' | 'expired' | 'login-taken'>;
  /** Uses up a link to a new password, and ends all sessions of its account; false when it is good no more. */
  redeemPasswordLink(tokenHash: string, at: Time, passwordHash: string, entry: AuditEntry): Promise<boolean>;

  /** Reads counts of attempts, lets them be changed, and keeps what they became, all in one transaction. */
  changeCounts<T>(
    names: readonly string[],
    at: Time,
    change: (counts: ReadonlyMap<string, SignInCount>) => CountsChanged<T>,
  ): Promise<T>;
}

/** Attempts to sign in of an address, on a login, or of one on the other. */
export interface SignInCount {
  readonly attempts: number;
  /** 0 when it is not locked. */
  readonly lockedUntil: Time;
  readonly lastAt: Time;
  /** From then on it says nothing any more. */
  readonly forgetAt: Time;
}

export interface CountsChanged<T> {
  /** Undefined forgets a count. */
  readonly counts: ReadonlyMap<string, SignInCount | undefined>;
  readonly result: T;
}
