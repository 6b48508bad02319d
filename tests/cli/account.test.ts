import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { account } from '../../bot/cli/account.ts';
import { createAccounts } from '../../bot/service/accounts.ts';
import { systemClock } from '../../bot/service/clock.ts';
import { openStore } from '../../bot/store/open.ts';

let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-account-'));
  url = `file:${join(folder, 'desk.db')}`;
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('PUBLIC_URL', 'https://care.example');
  vi.stubEnv('SPORTELLO_PASSWORD', 'una frase lunga');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What the command prints, and its exit code. */
async function run(...args: string[]): Promise<{ code: number; lines: string[]; errors: string[] }> {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await account(args, {
    language: 'en',
    line: (text) => lines.push(text),
    error: (text) => errors.push(text),
  });
  return { code, lines, errors };
}

test('an account is opened, listed, signs in, is disabled and enabled again', async () => {
  expect(await run('list')).toMatchObject({ code: 0, lines: [expect.stringContaining('no account yet')] });
  await run('add', 'capo', '--name', 'Capo');
  expect(await run('add', 'Giulia', '--name', 'Giulia Rossi')).toEqual({
    code: 0,
    lines: ['"giulia" (Giulia Rossi) may now sign in at /desk.'],
    errors: [],
  });
  const store = await openStore(url);
  const accounts = createAccounts({ store, clock: systemClock });
  const session = await accounts.signIn('giulia', 'una frase lunga', { address: '10.0.0.1', browser: '' });
  const token = session.kind === 'signed-in' ? session.token : '';
  expect((await accounts.whoIs(token))?.agent.name).toBe('Giulia Rossi');

  // Another process than the one that serves the session.
  expect((await run('disable', 'giulia')).lines).toEqual(['"giulia" is disabled and signed out.']);
  expect(await accounts.whoIs(token)).toBeUndefined();
  expect((await run('list')).lines).toEqual([
    expect.stringMatching(/^capo +agent,editor,manager,admin +Capo$/),
    expect.stringMatching(/^giulia +agent +Giulia Rossi {2}\(disabled\)$/),
  ]);
  expect((await run('enable', 'giulia')).code).toBe(0);
  vi.stubEnv('SPORTELLO_PASSWORD', 'tutta un’altra frase');
  expect((await run('password', 'giulia')).code).toBe(0);
  expect((await accounts.signIn('giulia', 'tutta un’altra frase', { address: '10.0.0.1', browser: '' })).kind).toBe(
    'signed-in',
  );
  await store.close();
});

test('a link leads to the welcome page of the public address, and is good', async () => {
  const { code, lines } = await run('link');
  expect([code, lines[0]]).toEqual([0, expect.stringMatching(/^https:\/\/care\.example\/desk\/welcome#[\w-]{43}$/)]);
  const store = await openStore(url);
  const accounts = createAccounts({ store, clock: systemClock });
  expect(await accounts.offer(lines[0]?.split('#')[1] ?? '')).toEqual({ kind: 'account', roles: ['agent'] });
  await store.close();
});

test('each mistake is said with what to do', async () => {
  await run('add', 'giulia', '--name', 'Giulia');
  expect(await run('add', 'giulia', '--name', 'Giulia')).toEqual({
    code: 1,
    lines: [],
    errors: ['There is an account "giulia" already; choose another login.'],
  });
  expect((await run('add', 'anna')).errors[0]).toContain('--name "Giulia Rossi"');
  expect(await run('disable', 'nessuno')).toEqual({
    code: 1,
    lines: [],
    errors: ['There is no account "nessuno". See: npx sportello account list'],
  });
  expect((await run()).code).toBe(2);
  expect((await run('disable')).code).toBe(2);
  expect((await run('burn', 'giulia')).errors[0]).toContain('Usage: npx sportello account');
  vi.stubEnv('SPORTELLO_PASSWORD', 'corta');
  expect(await run('add', 'anna', '--name', 'Anna')).toEqual({
    code: 1,
    lines: [],
    errors: ['password: at least 12 characters'],
  });
});

test('roles are given on the command line, the last admin stays one, and all of it is in the audit log', async () => {
  await run('add', 'capo', '--name', 'Capo');
  await run('add', 'giulia', '--name', 'Giulia', '--roles', 'editor,agent');
  expect((await run('roles', 'giulia', 'manager, agent')).lines).toEqual(['"giulia" is now: manager, agent.']);
  expect((await run('roles', 'capo', 'agent')).errors).toEqual([
    '"capo" is the last admin who can sign in. Make somebody else one first: sportello account roles <login> admin',
  ]);
  expect(await run('roles', 'giulia', 'king')).toEqual({
    code: 1,
    lines: [],
    errors: ['roles: each is one of agent, editor, manager, admin'],
  });
  expect((await run('roles', 'giulia')).code).toBe(2);
  const { lines } = await run('link', '--roles', 'editor');
  const store = await openStore(url);
  const accounts = createAccounts({ store, clock: systemClock });
  expect(await accounts.offer(lines[0]?.split('#')[1] ?? '')).toEqual({ kind: 'account', roles: ['editor'] });
  expect((await store.auditLines({ limit: 9 })).map(({ actor, act }) => [actor.name, act])).toEqual([
    ['command line', 'accounts.link'],
    ['command line', 'accounts.roles'],
    ['command line', 'accounts.add'],
    ['command line', 'accounts.add'],
  ]);
  await store.close();
});
