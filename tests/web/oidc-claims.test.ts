import { expect, test } from 'vitest';
import { newAccount } from '../../bot/service/new-account.ts';
import { claimsOf, type Meaning } from '../../bot/web/oidc/claims.ts';

const meaning: Meaning = {
  rolesClaim: 'realm_access.roles',
  groups: { agent: ['care'], editor: [], manager: [], admin: ['it'] },
  domains: [],
};
const said = (claims: Record<string, unknown>, how: Partial<Meaning> = {}) =>
  claimsOf({ issuer: 'https://login.example', subject: 's1', claims }, { ...meaning, ...how });

test('groups are found inside objects, under web addresses, alone or in lists', () => {
  const roles = (claims: Record<string, unknown>, rolesClaim: string) => said(claims, { rolesClaim });
  expect(roles({ realm_access: { roles: ['it', 'care'] } }, 'realm_access.roles')).toMatchObject({
    roles: ['agent', 'admin'],
  });
  expect(roles({ 'https://rossi.example/roles': 'care' }, 'https://rossi.example/roles')).toMatchObject({
    roles: ['agent'],
  });
  expect(roles({ roles: [{ it: true }, 7] }, 'roles')).toMatchObject({ roles: [] });
  expect(roles({}, '__proto__.constructor')).toMatchObject({ roles: [] });
});

test('without any group that gives a role the provider says nothing of roles', () => {
  const groups = { agent: [], editor: [], manager: [], admin: [] };
  expect(said({ roles: ['it'] }, { groups })).toMatchObject({ roles: undefined });
});

test('whatever the provider calls somebody becomes a login and a name that an account may have', () => {
  const people = [
    { preferred_username: 'È Ada.Neri@Rossi.example', name: 'Ada <b>' },
    { preferred_username: '(((', name: '\u202e' },
    { name: '👩🏽‍💻'.repeat(40), email: 'x'.repeat(90) },
    {},
  ];
  for (const person of people) {
    const claims = said(person);
    if (claims === 'domain') throw new Error('no domain was asked for');
    const account = { login: claims.login, name: claims.name, password: 'una frase lunga' };
    expect(newAccount.parse(account)).toEqual(account);
  }
});
