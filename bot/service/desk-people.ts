import type { Agent } from '../domain/conversation.ts';
import type { Account } from './account-store.ts';
import type { Presence, PresenceOf } from './presence.ts';

/** Somebody who answers customers, and whether they are at the desk. */
export type DeskPerson = Agent & PresenceOf;

/** All agents whose account is in use, by name. */
export function peopleOf(accounts: readonly Account[], presence: Pick<Presence, 'of'>): readonly DeskPerson[] {
  return accounts
    .filter(isAgent)
    .map(({ id, name }) => ({ id, name, ...presence.of(id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

export function isAgent({ disabled, roles }: Account): boolean {
  return !disabled && roles.includes('agent');
}
