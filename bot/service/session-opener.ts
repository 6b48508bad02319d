import type { Agent } from '../domain/conversation.ts';
import type { Account, AccountStore } from './account-store.ts';
import type { SignedIn } from './accounts.ts';
import type { Actor } from './audit.ts';
import { coarse, type Place } from './place.ts';
import type { Clock } from './ports.ts';
import { newSecret, sha256 } from './secret.ts';

const hour = 3_600_000;
export const sessionHours = 12;

/** A session that was just opened. */
export type Opened = { readonly kind: 'signed-in'; readonly token: string } & SignedIn;

/** How somebody came in, for the audit log. */
export type Entrance = 'password' | 'link' | 'provider';

/** Undefined when the account was disabled meanwhile; with a password, when it has another by now than the one of `account`. */
export type OpenSessionFor = (account: Account, from: Place, by: Entrance) => Promise<Opened | undefined>;

/** Makes what opens sessions, and writes each into the audit log. */
export function sessionOpener(store: Pick<AccountStore, 'addSession'>, clock: Clock): OpenSessionFor {
  return async (account, from, by) => {
    const token = newSecret();
    const openedAt = clock.now();
    const added = await store.addSession(
      {
        tokenHash: sha256(token),
        accountId: account.id,
        openedAt,
        expiresAt: openedAt + sessionHours * hour,
        address: coarse(from.address),
        browser: from.browser,
        ...(by === 'password' && { passwordHash: account.passwordHash }),
      },
      { at: openedAt, actor: actorAt(account, from), act: 'sign-in', object: account.id, facts: { by } },
    );
    return added ? { kind: 'signed-in', token, ...signedIn(account) } : undefined;
  };
}

export function signedIn({ id, name, roles }: Account): SignedIn {
  return { agent: { id, name }, roles };
}

/** An account that acts from somewhere. */
export function actorAt({ id, name }: Agent, { address }: Pick<Place, 'address'>): Actor {
  return { id, name, address };
}
