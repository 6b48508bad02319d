import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts, type Accounts } from '../../bot/service/accounts.ts';
import { newAccount } from '../../bot/service/new-account.ts';
import type { Store } from '../../bot/service/ports.ts';
import { roles } from '../../bot/domain/role.ts';
import { openStore } from '../../bot/store/open.ts';

const cost = { ln: 4, r: 1, p: 1 };
const hour = 3_600_000;
const giulia = { login: 'giulia', name: 'Giulia Rossi', password: 'una frase lunga' };
const here = '10.0.0.1';

let store: Store;
let now: number;
let accounts: Accounts;

beforeEach(async () => {
  store = await openStore('file::memory:');
  now = 1_000_000;
  let ids = 0;
  const clock = { now: () => now, newId: () => `id${(ids += 1)}` };
  accounts = createAccounts({ store, clock, cost });
});
afterEach(() => store.close());

async function tokenOf(login: string, password: string): Promise<string> {
  const result = await accounts.signIn(login, password, here);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return result.token;
}

const secretOf = (link: string | undefined): string => link?.split('#')[1] ?? '';

describe('signing in', () => {
  test('an agent signs in, is known by the session for twelve hours, and then no more', async () => {
    await accounts.add(giulia);
    const token = await tokenOf(' Giulia ', giulia.password);
    expect(await accounts.whoIs(token)).toEqual({ agent: { id: 'id1', name: 'Giulia Rossi' }, roles });
    now += 12 * hour - 1;
    expect(await accounts.whoIs(token)).toEqual({ agent: { id: 'id1', name: 'Giulia Rossi' }, roles });
    now += 1;
    expect(await accounts.whoIs(token)).toBeUndefined();
  });

  test('a wrong password, an unknown login and a disabled account are told alike', async () => {
    await accounts.add(giulia);
    await accounts.add({ ...giulia, login: 'anna' });
    await accounts.disable('anna');
    const tries = [
      await accounts.signIn('giulia', 'un’altra frase', here),
      await accounts.signIn('nessuno', giulia.password, here),
      await accounts.signIn('anna', giulia.password, here),
    ];
    expect(tries).toEqual([{ kind: 'wrong' }, { kind: 'wrong' }, { kind: 'wrong' }]);
  });

  test('an unknown login is locked like a known one, even when all guesses come at once', async () => {
    await accounts.add(giulia);
    const guess = (login: string, address: string) =>
      Promise.all(Array.from({ length: 8 }, () => accounts.signIn(login, 'sbagliata davvero', address)));
    const known = await guess('giulia', '10.0.0.2');
    const unknown = await guess('nessuno', '10.0.0.3');
    expect(known).toEqual(unknown);
    expect(known.map(({ kind }) => kind)).toEqual([
      ...Array<string>(5).fill('wrong'),
      ...Array<string>(3).fill('locked'),
    ]);
    const locked = { kind: 'locked', until: now + 30_000 };
    expect(await accounts.signIn('giulia', giulia.password, '10.0.0.2')).toEqual(locked);
    expect((await accounts.signIn('giulia', giulia.password, here)).kind).toBe('signed-in');
    now += 30_000;
    expect((await accounts.signIn('giulia', giulia.password, '10.0.0.2')).kind).toBe('signed-in');
  });

  test('signing out ends this session and no other', async () => {
    await accounts.add(giulia);
    const [one, other] = [await tokenOf('giulia', giulia.password), await tokenOf('giulia', giulia.password)];
    await accounts.signOut(one);
    expect([await accounts.whoIs(one), await accounts.whoIs(other)]).toEqual([
      undefined,
      { agent: { id: 'id1', name: giulia.name }, roles },
    ]);
  });

  test('a disabled account loses its sessions at once, and does not get them back when it is enabled', async () => {
    await accounts.add(giulia);
    const token = await tokenOf('giulia', giulia.password);
    expect(await accounts.disable('GIULIA')).toBe(true);
    expect(await accounts.whoIs(token)).toBeUndefined();
    await accounts.enable('giulia');
    expect(await accounts.whoIs(token)).toBeUndefined();
    expect((await accounts.signIn('giulia', giulia.password, here)).kind).toBe('signed-in');
  });

  test('a new password ends the sessions of the old one', async () => {
    await accounts.add(giulia);
    const token = await tokenOf('giulia', giulia.password);
    expect(await accounts.setPassword('giulia', 'tutta un’altra frase')).toBe(true);
    expect(await accounts.whoIs(token)).toBeUndefined();
    expect((await accounts.signIn('giulia', giulia.password, here)).kind).toBe('wrong');
    expect((await accounts.signIn('giulia', 'tutta un’altra frase', here)).kind).toBe('signed-in');
  });

  test('when the cost is raised, a password is hashed anew at its next use', async () => {
    await accounts.add(giulia);
    const dearer = createAccounts({ store, clock: { now: () => now, newId: () => 'x' }, cost: { ...cost, ln: 5 } });
    const before = (await store.byLogin('giulia'))?.passwordHash;
    const result = await dearer.signIn('giulia', giulia.password, here);
    const after = (await store.byLogin('giulia'))?.passwordHash;
    expect([before?.slice(0, 12), after?.slice(0, 12)]).toEqual(['$scrypt$ln=4', '$scrypt$ln=5']);
    expect(result.kind === 'signed-in' && (await dearer.whoIs(result.token))).toEqual({
      agent: { id: 'id1', name: giulia.name },
      roles,
    });
  });
});

describe('one-time links', () => {
  test('the first start gives a link; it opens an account, signs it in, and is spent', async () => {
    const link = await accounts.firstLink('http://localhost:3978');
    expect(link).toMatch(/^http:\/\/localhost:3978\/desk\/welcome#[\w-]{43}$/);
    expect(await accounts.invitationValid(secretOf(link))).toBe(true);
    const result = await accounts.welcome(secretOf(link), giulia);
    expect(result.kind === 'signed-in' && (await accounts.whoIs(result.token))).toEqual({
      agent: { id: 'id1', name: 'Giulia Rossi' },
      roles,
    });
    expect(await accounts.invitationValid(secretOf(link))).toBe(false);
    expect(await accounts.welcome(secretOf(link), { ...giulia, login: 'anna' })).toEqual({ kind: 'expired' });
    expect((await accounts.list()).map(({ login }) => login)).toEqual(['giulia']);
    expect(await accounts.firstLink('http://localhost:3978')).toBeUndefined();
  });

  test('the link of an earlier start is void, and so is every first link once there is an account', async () => {
    const links = [await accounts.firstLink('http://x'), await accounts.firstLink('http://x')].map(secretOf);
    const ordinary = secretOf(await accounts.link('http://x'));
    expect(await Promise.all(links.map((link) => accounts.invitationValid(link)))).toEqual([false, true]);
    await accounts.add(giulia);
    for (const link of links) {
      expect(await accounts.invitationValid(link)).toBe(false);
      expect(await accounts.welcome(link, { ...giulia, login: 'anna' })).toEqual({ kind: 'expired' });
    }
    expect((await accounts.welcome(ordinary, { ...giulia, login: 'luca' })).kind).toBe('signed-in');
    expect((await accounts.list()).map(({ login }) => login)).toEqual(['giulia', 'luca']);
  });

  test('a link is good for a day, and a made-up one never', async () => {
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    expect(await accounts.welcome('x'.repeat(43), giulia)).toEqual({ kind: 'expired' });
    now += 24 * hour;
    expect(await accounts.welcome(secret, giulia)).toEqual({ kind: 'expired' });
  });

  test('a link survives a login that is taken', async () => {
    await accounts.add(giulia);
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    expect(await accounts.welcome(secret, giulia)).toEqual({ kind: 'login-taken' });
    expect((await accounts.welcome(secret, { ...giulia, login: 'anna' })).kind).toBe('signed-in');
  });

  test('two people with the same link get one account', async () => {
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    const results = await Promise.all(['anna', 'luca'].map((login) => accounts.welcome(secret, { ...giulia, login })));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['expired', 'signed-in']);
  });
});

describe('what a new account must be', () => {
  test('login and name are trimmed, the login in lower case', () => {
    expect(newAccount.parse({ login: ' Giulia.R ', name: ' Giulia ', password: ' con spazi ai lati ' })).toEqual({
      login: 'giulia.r',
      name: 'Giulia',
      password: ' con spazi ai lati ',
    });
  });

  test('each fault is said in words', () => {
    const faults = (given: object) =>
      newAccount.safeParse({ ...giulia, ...given }).error?.issues.map(({ message }) => message);
    expect(faults({ password: 'undici car.' })).toEqual(['password: at least 12 characters']);
    expect(faults({ login: 'due parole' })?.[0]).toMatch(/^login: 2 to 64 letters/);
    expect(faults({ name: '<b>Giulia</b>' })?.[0]).toMatch(/^name: 1 to 60 characters/);
    expect(faults({ name: 'Giu\u202elia' })?.[0]).toMatch(/^name: 1 to 60 characters/);
    expect(faults({ name: '' })?.[0]).toMatch(/^name: 1 to 60 characters/);
  });
});
