import type { Agent } from '../domain/conversation.ts';
import { ordered, type Role } from '../domain/role.ts';
import type { Account, AccountStore, Identity, IdentityLinked } from './account-store.ts';
import type { AuditStore } from './audit.ts';
import { failureWriter } from './failure-lines.ts';
import type { Place } from './place.ts';
import type { Clock } from './ports.ts';
import { actorAt, type OpenSessionFor, type Opened } from './session-opener.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

/*
 * Signing in with a provider of OpenID Connect. The account is the issuer's subject, and nothing else: an e-mail address may
 * change hands, so it opens no account that is there already: its owner links it, signed in. Who is not known gets an account; one without a role opens
 * nothing until an admin gives it one.
 */

/** What the provider says, checked already: signature, issuer, audience, nonce and time. */
export interface Claims extends Identity {
  /** A login and a name to begin with. */
  readonly login: string;
  readonly name: string;
  /** What the provider's groups mean here; undefined when the desk's own admins give the roles. */
  readonly roles: readonly Role[] | undefined;
}

export type ProviderSignIn = Opened | { readonly kind: 'disabled' } | { readonly kind: 'no-role' };

export interface ProviderSignIns {
  /** Counts a try; false when this address has failed too often lately: then the provider is not even asked. */
  mayTry(from: Place): Promise<boolean>;
  /** Lets somebody in whom the provider vouches for. */
  signIn(claims: Claims, from: Place): Promise<ProviderSignIn>;
  /** Lets whoever the provider vouches for open this account too; an e-mail address alone never does. */
  link(agent: Agent, claims: Claims, from: Place): Promise<IdentityLinked>;
  /** Writes down that the provider vouched for nobody, and why. */
  failed(reason: string, from: Place): Promise<void>;
}

export interface ProviderSignInParts {
  readonly store: AccountStore & Pick<AuditStore, 'record'>;
  readonly clock: Clock;
  readonly openSession: OpenSessionFor;
  /** What an account is given whose provider gives it no role. */
  readonly defaultRoles: readonly Role[];
  readonly limits?: SignInLimits;
}

/** Makes what lets people in whom a provider vouches for. */
export function providerSignIns({
  store,
  clock,
  openSession,
  defaultRoles,
  limits = createSignInLimits(store),
}: ProviderSignInParts): ProviderSignIns {
  const recordFailure = failureWriter(store);
  return {
    mayTry: async ({ address }) => (await limits.attemptWithProvider(address, clock.now())).kind === 'taken',
    async signIn(claims, from) {
      if (await isTooEarly(claims)) return { kind: 'no-role' };
      const account = await sameRoles(await accountOf(claims, from), claims, from);
      if (account.disabled) return refused(account, from, 'disabled');
      if (account.roles.length === 0) return refused(account, from, 'no-role');
      const opened = await openSession(account, from, 'provider');
      if (opened === undefined) return refused(account, from, 'disabled');
      await limits.succeededWithProvider(from.address, clock.now());
      return opened;
    },
    async link(agent, claims, from) {
      const entry = { at: clock.now(), actor: actorAt(agent, from), act: 'accounts.link-provider', object: agent.id };
      const done = await store.link(agent.id, claims, entry);
      if (done === 'linked') await limits.succeededWithProvider(from.address, clock.now());
      return done;
    },
    failed(reason, { address }) {
      const actor = { name: 'unknown login', address };
      return recordFailure({ at: clock.now(), actor, act: 'sign-in.failed', facts: { by: 'provider', reason } });
    },
  };

  /** An account that opens nothing would end the one-time link to the first one. */
  async function isTooEarly(claims: Claims): Promise<boolean> {
    return !rolesOf(claims).includes('admin') && (await store.accounts()).length === 0;
  }

  async function accountOf(claims: Claims, from: Place): Promise<Account> {
    for (let attempt = 1; ; attempt += 1) {
      // Looked for each time: another request may have made it meanwhile.
      const known = await store.byIdentity(claims);
      if (known !== undefined) return known;
      const made: Account = {
        id: clock.newId(),
        login: attempt === 1 ? claims.login : `${claims.login.slice(0, 58)}-${attempt}`,
        name: claims.name,
        passwordHash: '',
        disabled: false,
        roles: rolesOf(claims),
      };
      const facts = { login: made.login, roles: made.roles.join(' '), by: 'provider' };
      const entry = { at: clock.now(), actor: actorAt(made, from), act: 'accounts.add', object: made.id, facts };
      if (await store.add(made, entry, claims)) return made;
    }
  }

  /** The provider's word on the roles holds at each sign-in, but the last admin stays one. */
  async function sameRoles(account: Account, claims: Claims, from: Place): Promise<Account> {
    const roles = rolesOf(claims);
    if (claims.roles === undefined || roles.join() === account.roles.join()) return account;
    const facts = { roles: roles.join(' '), by: 'provider' };
    const entry = { at: clock.now(), actor: actorAt(account, from), act: 'accounts.roles', object: account.id, facts };
    return (await store.setRoles(account.id, roles, entry)) === 'done' ? { ...account, roles } : account;
  }

  function rolesOf({ roles = [] }: Claims): readonly Role[] {
    return ordered(roles.length > 0 ? roles : defaultRoles);
  }

  async function refused<K extends 'disabled' | 'no-role'>(
    account: Account,
    from: Place,
    kind: K,
  ): Promise<{ kind: K }> {
    const facts = { by: 'provider', reason: kind };
    const actor = actorAt(account, from);
    await store.record({ at: clock.now(), actor, act: 'sign-in.failed', object: account.id, facts });
    return { kind };
  }
}
