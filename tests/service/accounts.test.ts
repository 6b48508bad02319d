import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts, type Accounts } from '../../bot/service/accounts.ts';
import { newAccount } from '../../bot/service/new-account.ts';
import type { Store } from '../../bot/service/ports.ts';
import { roles } from '../../bot/domain/role.ts';
import { openStore } from '../../bot/store/open.ts';

const cost = { ln: 4, r: 1, p: 1 };
const hour = 3_600_000;
const giulia = { login: 'giulia', name: 'Giulia Rossi', password: 'una frase lunga' };
const here = at('10.0.0.1');

function at(address: string) {
  return { address, browser: 'Firefox, Linux' };
}

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
      Promise.all(Array.from({ length: 8 }, () => accounts.signIn(login, 'sbagliata davvero', at(address))));
    const known = await guess('giulia', '10.0.0.2');
    const unknown = await guess('nessuno', '10.0.0.3');
    expect(known).toEqual(unknown);
    expect(known.map(({ kind }) => kind)).toEqual([
      ...Array<string>(5).fill('wrong'),
      ...Array<string>(3).fill('locked'),
    ]);
    const locked = { kind: 'locked', until: now + 30_000 };
    expect(await accounts.signIn('giulia', giulia.password, at('10.0.0.2'))).toEqual(locked);
    expect((await accounts.signIn('giulia', giulia.password, here)).kind).toBe('signed-in');
    now += 30_000;
    expect((await accounts.signIn('giulia', giulia.password, at('10.0.0.2'))).kind).toBe('signed-in');
  });

  test('signing out ends this session and no other', async () => {
    await accounts.add(giulia);
    const [one, other] = [await tokenOf('giulia', giulia.password), await tokenOf('giulia', giulia.password)];
    await accounts.signOut(one, here);
    expect([await accounts.whoIs(one), await accounts.whoIs(other)]).toEqual([
      undefined,
      { agent: { id: 'id1', name: giulia.name }, roles },
    ]);
  });

  test('a disabled account loses its sessions at once, and does not get them back when it is enabled', async () => {
    await accounts.add({ ...giulia, login: 'capo' });
    await accounts.add(giulia);
    const token = await tokenOf('giulia', giulia.password);
    expect(await accounts.disable('GIULIA')).toBe('done');
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

describe('what happens at the same moment', () => {
  /** Lets the other go on for so many rounds of the event loop. */
  async function rounds(count: number): Promise<void> {
    for (let round = 0; round < count; round += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  test('a password that is changed while the old one signs in stays changed, and the old one opens nothing', async () => {
    const dearer = createAccounts({ store, clock: { now: () => now, newId: () => 'x' }, cost: { ...cost, ln: 5 } });
    for (let pause = 0; pause < 12; pause += 1) {
      const login = `giulia${pause}`;
      await accounts.add({ ...giulia, login });
      const signing = dearer.signIn(login, giulia.password, at(`10.0.1.${pause}`));
      await rounds(pause);
      await accounts.setPassword(login, 'tutta un’altra frase');
      const old = await signing;
      expect(old.kind === 'signed-in' ? await accounts.whoIs(old.token) : undefined).toBeUndefined();
      expect((await accounts.signIn(login, 'tutta un’altra frase', here)).kind).toBe('signed-in');
    }
  });

  test('an account that is disabled while it signs in has no session, also once it is enabled again', async () => {
    await accounts.add({ ...giulia, login: 'capo' });
    for (let pause = 0; pause < 12; pause += 1) {
      const login = `giulia${pause}`;
      await accounts.add({ ...giulia, login });
      const signing = accounts.signIn(login, giulia.password, at(`10.0.1.${pause}`));
      await rounds(pause);
      await accounts.disable(login);
      const late = await signing;
      await accounts.enable(login);
      expect(late.kind === 'signed-in' ? await accounts.whoIs(late.token) : undefined).toBeUndefined();
    }
  });

  test('two who sign in while the cost is raised both come in', async () => {
    await accounts.add(giulia);
    const dearer = createAccounts({ store, clock: { now: () => now, newId: () => 'x' }, cost: { ...cost, ln: 5 } });
    const both = await Promise.all([1, 2].map((n) => dearer.signIn('giulia', giulia.password, at(`10.0.0.${n}`))));
    expect(both.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-in']);
  });
});

describe('one-time links', () => {
  test('the first start gives a link; it opens an account, signs it in, and is spent', async () => {
    const link = await accounts.firstLink('http://localhost:3978');
    expect(link).toMatch(/^http:\/\/localhost:3978\/desk\/welcome#[\w-]{43}$/);
    expect(await accounts.offer(secretOf(link))).toEqual({ kind: 'account', roles: ['agent'] });
    const result = await accounts.welcome(secretOf(link), giulia, here);
    expect(result.kind === 'signed-in' && (await accounts.whoIs(result.token))).toEqual({
      agent: { id: 'id1', name: 'Giulia Rossi' },
      roles,
    });
    expect(await accounts.offer(secretOf(link))).toBeUndefined();
    expect(await accounts.welcome(secretOf(link), { ...giulia, login: 'anna' }, here)).toEqual({ kind: 'expired' });
    expect((await accounts.list()).map(({ login }) => login)).toEqual(['giulia']);
    expect(await accounts.firstLink('http://localhost:3978')).toBeUndefined();
  });

  test('the link of an earlier start is void, and so is every first link once there is an account', async () => {
    const links = [await accounts.firstLink('http://x'), await accounts.firstLink('http://x')].map(secretOf);
    const ordinary = secretOf(await accounts.link('http://x'));
    expect(await Promise.all(links.map((link) => accounts.offer(link)))).toEqual([
      undefined,
      { kind: 'account', roles: ['agent'] },
    ]);
    await accounts.add(giulia);
    for (const link of links) {
      expect(await accounts.offer(link)).toBeUndefined();
      expect(await accounts.welcome(link, { ...giulia, login: 'anna' }, here)).toEqual({ kind: 'expired' });
    }
    expect((await accounts.welcome(ordinary, { ...giulia, login: 'luca' }, here)).kind).toBe('signed-in');
    expect((await accounts.list()).map(({ login }) => login)).toEqual(['giulia', 'luca']);
  });

  test('a link is good for a day, and a made-up one never', async () => {
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    expect(await accounts.welcome('x'.repeat(43), giulia, here)).toEqual({ kind: 'expired' });
    now += 24 * hour;
    expect(await accounts.welcome(secret, giulia, here)).toEqual({ kind: 'expired' });
  });

  test('a link survives a login that is taken', async () => {
    await accounts.add(giulia);
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    expect(await accounts.welcome(secret, giulia, here)).toEqual({ kind: 'login-taken' });
    expect((await accounts.welcome(secret, { ...giulia, login: 'anna' }, here)).kind).toBe('signed-in');
  });

  test('two people with the same link get one account', async () => {
    const secret = secretOf(await accounts.link('http://localhost:3978'));
    const results = await Promise.all(
      ['anna', 'luca'].map((login) => accounts.welcome(secret, { ...giulia, login }, here)),
    );
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

describe('looking after accounts', () => {
  const admin = { id: 'id1', name: 'Capo', address: '10.0.0.9' };
  const acts = async () => (await store.auditLines({ limit: 50 })).toReversed();

  beforeEach(async () => {
    await accounts.add({ ...giulia, login: 'capo', name: 'Capo' });
  });

  test('an admin makes an account and its owner chooses the password: who did what is written down, secrets are not', async () => {
    expect(await accounts.addWithoutPassword({ login: 'Anna', name: 'Anna' }, ['editor', 'agent'], admin)).toBe(true);
    expect((await accounts.signIn('anna', '', here)).kind).toBe('wrong');
    const secret = secretOf(await accounts.passwordLink('http://x', 'anna', admin));
    expect(await accounts.offer(secret)).toEqual({ kind: 'password', login: 'anna', name: 'Anna' });
    const opened = await accounts.newPassword(secret, 'una frase di Anna', here);
    expect(opened).toMatchObject({ kind: 'signed-in', roles: ['agent', 'editor'] });
    expect(await accounts.newPassword(secret, 'un’altra frase', here)).toEqual({ kind: 'expired' });
    expect((await accounts.signIn('anna', 'una frase di Anna', here)).kind).toBe('signed-in');

    const anna = { id: 'id2', name: 'Anna', address: '10.0.0.1' };
    expect((await acts()).map(({ actor, act, object, facts }) => ({ actor, act, object, facts }))).toEqual([
      {
        actor: { name: 'command line' },
        act: 'accounts.add',
        object: 'id1',
        facts: { login: 'capo', roles: 'agent editor manager admin' },
      },
      { actor: admin, act: 'accounts.add', object: 'id2', facts: { login: 'anna', roles: 'agent editor' } },
      { actor: anna, act: 'sign-in.failed', object: 'id2', facts: {} },
      { actor: admin, act: 'accounts.password-link', object: 'id2', facts: {} },
      { actor: anna, act: 'accounts.password', object: 'id2', facts: {} },
      { actor: anna, act: 'sign-in', object: 'id2', facts: { by: 'link' } },
      { actor: anna, act: 'sign-in', object: 'id2', facts: { by: 'password' } },
    ]);
    expect(JSON.stringify(await acts())).not.toMatch(/frase|scrypt/);
  });

  test('a link gives the roles that its maker chose', async () => {
    const secret = secretOf(await accounts.link('http://x', ['manager', 'agent'], admin));
    expect(await accounts.welcome(secret, giulia, here)).toMatchObject({ roles: ['agent', 'manager'] });
    expect((await acts()).slice(1).map(({ actor, act, facts }) => [actor.name, act, facts])).toEqual([
      ['Capo', 'accounts.link', { roles: 'agent manager' }],
      ['Giulia Rossi', 'accounts.add', { login: 'giulia', roles: 'agent manager' }],
      ['Giulia Rossi', 'sign-in', { by: 'link' }],
    ]);
  });

  test('the last admin can neither be disabled nor lose the role, and nobody is there to be changed', async () => {
    expect(await accounts.disable('capo')).toBe('last-admin');
    expect(await accounts.setRoles('capo', ['agent'])).toBe('last-admin');
    expect(await accounts.setRoles('nessuno', ['agent'])).toBe('unknown');
    await accounts.add(giulia, ['admin']);
    expect(await accounts.setRoles('capo', ['agent'])).toBe('done');
    expect((await accounts.list()).map(({ login, roles: has }) => [login, has])).toEqual([
      ['capo', ['agent']],
      ['giulia', ['admin']],
    ]);
  });

  test('one’s own password is changed with the old one only, and what was open elsewhere ends', async () => {
    const elsewhere = await tokenOf('capo', giulia.password);
    expect(await accounts.changePassword('id1', 'sbagliata', 'una frase nuova', here)).toEqual({ kind: 'wrong' });
    expect(await accounts.whoIs(elsewhere)).toBeDefined();
    const changed = await accounts.changePassword('id1', giulia.password, 'una frase nuova', here);
    expect(changed.kind === 'signed-in' && (await accounts.whoIs(changed.token))?.agent.name).toBe('Capo');
    expect(await accounts.whoIs(elsewhere)).toBeUndefined();
    expect((await accounts.signIn('capo', giulia.password, here)).kind).toBe('wrong');
    for (let guess = 0; guess < 4; guess += 1) await accounts.changePassword('id1', 'sbagliata', 'x', here);
    expect((await accounts.changePassword('id1', 'sbagliata', 'x', here)).kind).toBe('locked');
  });

  test('sessions are seen with where they are, and ended one by one', async () => {
    const phone = { address: '2001:db8:7:8::1', browser: 'Safari, iOS' };
    const [one, two] = [await tokenOf('capo', giulia.password), await accounts.signIn('capo', giulia.password, phone)];
    const sessions = await accounts.sessions('id1');
    expect(sessions.map(({ address, browser }) => `${address} ${browser}`).toSorted()).toEqual([
      '10.0.0.x Firefox, Linux',
      '2001:db8:7:x Safari, iOS',
    ]);
    const mine = sessions.find(({ address }) => address.startsWith('2001'));
    expect(await accounts.endSession('id1', mine?.id ?? '', admin)).toBe(true);
    expect(await accounts.endSession('id1', mine?.id ?? '', admin)).toBe(false);
    expect(two.kind === 'signed-in' && (await accounts.whoIs(two.token))).toBeUndefined();
    expect(await accounts.whoIs(one)).toBeDefined();
  });

  test('guesses are written down without what was typed, and so is the lock that they bring', async () => {
    for (let guess = 0; guess < 6; guess += 1) await accounts.signIn('la mia password', 'sbagliata', here);
    const lines = (await acts()).slice(1);
    expect(lines.map(({ act, facts }) => [act, facts])).toEqual([
      ...Array.from({ length: 5 }, () => ['sign-in.failed', {}]),
      ['sign-in.locked', { until: new Date(now + 30_000).toISOString() }],
    ]);
    expect(JSON.stringify(lines)).not.toContain('la mia');
  });

  test('guesses at logins that there are not do not fill the audit log, from however many networks they come', async () => {
    for (let n = 0; n < 510; n += 1) await accounts.signIn(`nessuno${n}`, 'x', at(`2001:db8:${n.toString(16)}:1::1`));
    expect((await store.auditLines({ limit: 999, act: 'sign-in.failed' })).length).toBe(500);
  });
});
