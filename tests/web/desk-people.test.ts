import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller, openDesk, password, type Answer, type Caller, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;
let capo: Caller;

beforeAll(async () => {
  desk = await openDesk();
  capo = await desk.signIn('capo');
});
afterAll(() => desk.close());

const code = ({ body }: Answer) => (body as { error?: { code: string } }).error?.code;
const cookieOf = ({ headers }: Answer) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const secretOf = ({ body }: Answer) => (body as { link: string }).link.split('#')[1];
const list = async () =>
  ((await capo.get('/desk/api/accounts')).body as { accounts: { login: string; roles: string[]; sessions: number }[] })
    .accounts;

describe('an admin', () => {
  test('makes an account with a link, by which its owner chooses the password and comes in', async () => {
    const made = await capo.post('/desk/api/accounts', { login: 'Anna', name: 'Anna', roles: ['agent', 'editor'] });
    const secret = secretOf(made);
    expect((await desk.stranger.post('/desk/api/invitation', { secret })).body).toEqual({
      kind: 'password',
      login: 'anna',
      name: 'Anna',
    });
    expect((await desk.stranger.post('/desk/api/new-password', { secret, password: 'corta' })).status).toBe(400);
    const opened = await desk.stranger.post('/desk/api/new-password', { secret, password });
    expect(opened.body).toMatchObject({ agent: { name: 'Anna' }, roles: ['agent', 'editor'] });
    expect((await caller(desk.origin, cookieOf(opened)).get('/desk/api/queue')).status).toBe(200);
    expect(code(await desk.stranger.post('/desk/api/new-password', { secret, password }))).toBe('link-expired');
    expect(code(await capo.post('/desk/api/accounts', { login: 'anna', name: 'A', roles: ['agent'] }))).toBe(
      'login-taken',
    );
  });

  test('invites somebody with the roles that they shall have', async () => {
    const secret = secretOf(await capo.post('/desk/api/account-links', { roles: ['manager'] }));
    const bruno = { login: 'bruno', name: 'Bruno', password, secret };
    expect((await desk.stranger.post('/desk/api/welcome', bruno)).body).toMatchObject({ roles: ['manager'] });
    expect((await capo.post('/desk/api/account-links', { roles: [] })).body).toEqual({
      error: {
        code: 'bad-input',
        message: 'roles: one at least; to keep somebody out, disable the account.',
        wrong: 'roles missing',
      },
    });
  });

  test('sees who was invited and until when, withdraws an invitation, and makes a new link in place of an old one', async () => {
    type Line = { id: string; guest?: string; by?: string; opens: object };
    const open = async () =>
      ((await capo.get('/desk/api/account-links')).body as { invitations: readonly Line[] }).invitations;
    const rita = secretOf(await capo.post('/desk/api/account-links', { roles: ['agent'], guest: ' Rita ' }));
    const nobody = secretOf(await capo.post('/desk/api/account-links', { roles: ['editor'], guest: '' }));
    await capo.post('/desk/api/accounts', { login: 'gino', name: 'Gino', roles: ['agent'] });
    const lines = await open();
    const of = (part: object) => lines.find((line) => JSON.stringify(line).includes(JSON.stringify(part).slice(1, -1)));
    expect(of({ guest: 'Rita' })).toMatchObject({ by: 'Capo', opens: { kind: 'account', roles: ['agent'] } });
    expect(of({ login: 'gino' })).toMatchObject({ by: 'Capo', opens: { kind: 'password', name: 'Gino' } });
    expect(JSON.stringify(lines)).not.toContain(rita);

    const [first, other] = [of({ guest: 'Rita' })?.id ?? '', of({ roles: ['editor'] })?.id ?? ''];
    const renewed = secretOf(await capo.post(`/desk/api/account-links/${first}/renew`));
    expect((await capo.post(`/desk/api/account-links/${other}/withdraw`)).status).toBe(200);
    const offers = [rita, renewed, nobody].map((secret) => desk.stranger.post('/desk/api/invitation', { secret }));
    expect((await Promise.all(offers)).map(({ status }) => status)).toEqual([410, 200, 410]);
    for (const act of ['renew', 'withdraw']) {
      expect(code(await capo.post(`/desk/api/account-links/${first}/${act}`))).toBe('no-invitation');
    }
    expect((await open()).map(({ guest }) => guest).filter((guest) => guest !== undefined)).toEqual(['Rita']);
    expect((await capo.post('/desk/api/account-links', { roles: ['agent'], guest: '<b>' })).status).toBe(400);
  });

  test('sees sessions and ends them, changes roles, gives a link to a new password', async () => {
    const carla = await desk.signIn('carla');
    const { sessions } = (await capo.get('/desk/api/accounts/carla/sessions')).body as { sessions: { id: string }[] };
    expect(sessions).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        openedAt: expect.any(Number) as number,
        seenAt: expect.any(Number) as number,
        expiresAt: expect.any(Number) as number,
        address: '10.0.0.x',
        browser: 'Firefox, Linux',
      },
    ]);
    expect((await list()).find(({ login }) => login === 'carla')?.sessions).toBe(1);
    const end = `/desk/api/accounts/carla/sessions/${sessions[0]?.id}/end`;
    expect([(await capo.post(end)).status, (await capo.post(end)).status]).toEqual([200, 404]);
    expect((await carla.get('/desk/api/session')).status).toBe(401);
    await capo.post('/desk/api/accounts/carla/roles', { roles: ['editor', 'agent'] });
    expect((await list()).find(({ login }) => login === 'carla')?.roles).toEqual(['agent', 'editor']);
    const secret = secretOf(await capo.post('/desk/api/accounts/carla/password-link'));
    expect((await desk.stranger.post('/desk/api/new-password', { secret, password })).status).toBe(200);
    expect(code(await capo.post('/desk/api/accounts/nessuno/password-link'))).toBe('no-account');
  });

  test('reads who did what, page by page, by person and by act, and takes it home as a file', async () => {
    const dora = await desk.signIn('dora');
    for (let more = 0; more < 60; more += 1) await dora.post('/desk/api/conversations/x/claim');
    type Page = {
      lines: { id: number; actor: { id: string; name: string }; act: string }[];
      acts: string[];
      next?: number;
    };
    const read = async (query = '') => (await capo.get(`/desk/api/audit${query}`)).body as Page;
    const first = await read();
    const second = await read(`?before=${first.next}`);
    expect([first.lines.length, first.acts.includes('accounts.add')]).toEqual([50, true]);
    expect(first.lines.at(-1)?.id).toBeGreaterThan(second.lines[0]?.id ?? Infinity);
    const mine = await read(`?account=${first.lines[0]?.actor.id}&act=sign-in`);
    expect(mine.lines.map(({ actor, act }) => [actor.name, act])).toEqual([['Dora', 'sign-in']]);
    expect((await capo.get('/desk/api/audit?before=x')).status).toBe(400);

    const file = await capo.get('/desk/api/audit.csv?act=conversations.claim');
    const rows = String(file.body).trimEnd().split('\r\n');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    expect([rows.length, rows[0], rows[1]]).toEqual([
      61,
      'id,at,account,name,act,object,facts,address',
      expect.stringMatching(/^\d+,20[\d:.TZ-]+,[\w-]+,Dora,conversations\.claim,x,"\{""status"":404\}",127\.0\.0\.1$/),
    ]);
  });
});

test('a download of the audit log is broken off when its reader is no admin any more', async () => {
  const ex = await desk.signIn('ex');
  await desk.accounts.setRoles('ex', ['admin']);
  const account = await desk.store.byLogin('ex');
  const entry = { at: 1, actor: { name: 'command line' }, act: 'long.ago' };
  for (let line = 0; line < 1_600; line += 1) await desk.store.record(entry);
  const route = desk.routes.find(({ path }) => path === '/desk/api/audit.csv');
  const reply = await route?.handle({
    params: {},
    query: new URLSearchParams({ act: 'long.ago' }),
    headers: { cookie: ex.cookie },
    body: undefined,
    address: '127.0.0.1',
    origin: desk.origin,
  });
  const chunks: string[] = [];
  const write = (chunk: string) => {
    chunks.push(chunk);
    if (chunks.length === 2) void desk.store.setRoles(account?.id ?? '', ['agent'], { ...entry, act: 'demoted' });
    return true;
  };
  expect(await reply?.stream?.(write, new AbortController().signal)).toBe('cut');
  expect(chunks.length).toBe(2);
});

describe('everybody', () => {
  test('changes the own password, which ends what is open elsewhere and keeps this window', async () => {
    const elsewhere = await desk.signIn('elsa');
    const again = await desk.stranger.post('/desk/api/sign-in', { login: 'elsa', password });
    const elsa = caller(desk.origin, cookieOf(again));
    const change = (old: string) => elsa.post('/desk/api/account/password', { old, password: 'un’altra frase lunga' });
    expect(code(await change('sbagliata'))).toBe('wrong-password');
    const changed = await change(password);
    expect(changed.status).toBe(200);
    const now = caller(desk.origin, cookieOf(changed));
    expect([
      (await now.get('/desk/api/session')).status,
      (await elsa.get('/desk/api/session')).status,
      (await elsewhere.get('/desk/api/session')).status,
    ]).toEqual([200, 401, 401]);
  });

  test('sees the own sessions, knows this one, and ends another', async () => {
    await desk.signIn('fede');
    const here = caller(
      desk.origin,
      cookieOf(await desk.stranger.post('/desk/api/sign-in', { login: 'fede', password })),
    );
    type Own = { account: { login: string }; sessions: { id: string; current: boolean }[] };
    const own = (await here.get('/desk/api/account')).body as Own;
    expect([own.account.login, own.sessions.filter(({ current }) => current).length, own.sessions.length]).toEqual([
      'fede',
      1,
      2,
    ]);
    const other = own.sessions.find(({ current }) => !current);
    expect((await here.post(`/desk/api/account/sessions/${other?.id}/end`)).status).toBe(200);
    expect(((await here.get('/desk/api/account')).body as Own).sessions.map(({ current }) => current)).toEqual([true]);
    expect(code(await capo.post(`/desk/api/account/sessions/${own.sessions[0]?.id}/end`))).toBe('no-session');
  });
});
