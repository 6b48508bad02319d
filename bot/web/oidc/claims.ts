import { ordered, roles as allRoles, type Role } from '../../domain/role.ts';
import type { Claims } from '../../service/provider-sign-in.ts';
import type { Verified } from './provider.ts';

/** What the provider's words mean here. */
export interface Meaning {
  /** Where the groups stand; dots lead into objects: `realm_access.roles`. */
  readonly rolesClaim: string;
  /** Which of the provider's groups give a role. None at all: the desk's admins give the roles. */
  readonly groups: Readonly<Record<Role, readonly string[]>>;
  /** Domains of e-mail addresses that are let in, in lower case; none: all. */
  readonly domains: readonly string[];
}

/** Reads what the provider says; `domain` when the e-mail address is of none that is let in, or not confirmed. */
export function claimsOf({ issuer, subject, claims }: Verified, meaning: Meaning): Claims | 'domain' {
  const email = textOf(claims['email'])?.toLowerCase();
  if (meaning.domains.length > 0 && !isFrom(meaning.domains, email, claims['email_verified'])) return 'domain';
  const name = textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? email;
  const login = textOf(claims['preferred_username']) ?? email ?? subject;
  return { issuer, subject, login: asLogin(login), name: asName(name ?? login), roles: rolesOf(claims, meaning) };
}

/** Providers whose addresses are their own do not say that they are confirmed; one that says they are not is believed. */
function isFrom(domains: readonly string[], email: string | undefined, confirmed: unknown): boolean {
  const domain = email?.split('@').at(-1);
  return domain !== undefined && domains.includes(domain) && confirmed !== false && confirmed !== 'false';
}

function rolesOf(claims: Verified['claims'], { rolesClaim, groups }: Meaning): readonly Role[] | undefined {
  if (allRoles.every((role) => groups[role].length === 0)) return undefined;
  const held = listOf(lookedUp(claims, rolesClaim));
  return ordered(allRoles.filter((role) => groups[role].some((group) => held.includes(group))));
}

/** The whole name first: some providers' claims are web addresses, with dots of their own. */
function lookedUp(claims: Verified['claims'], path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((at, part) => {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, part);
    return inside ? (at as Readonly<Record<string, unknown>>)[part] : undefined;
  }, claims);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** As a new account's login must be; see service/new-account.ts. */
function asLogin(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._@+-]/g, '')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64);
  return plain.length < 2 ? `person-${plain}` : plain;
}

function asName(text: string): string {
  const plain = text.replace(/[\p{C}<>]/gu, '').trim();
  return /^.{1,60}/u.exec(plain)?.[0] ?? '?';
}
