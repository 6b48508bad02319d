/**
 * What an account may do at the desk; one account may have several. An `agent` answers customers, an `editor` changes the
 * knowledge, a `manager` reads the figures, an `admin` looks after the accounts.
 */
export const roles = ['agent', 'editor', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles without repetitions, in the order of the list. */
export function ordered(given: readonly Role[]): readonly Role[] {
  return roles.filter((role) => given.includes(role));
}
