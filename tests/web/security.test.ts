import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../bot/domain/role.ts';
import type { Route } from '../../bot/service/http.ts';
import { sessionHours } from '../../bot/service/session-opener.ts';
import type { DeskRoute } from '../../bot/web/desk-calls.ts';
import { caller, openDesk, password, type Caller, type GivenDesk } from './desk-given.ts';

/*
 * What the desk promises whoever trusts it with customers: no role does what another may, nothing is done from elsewhere, and
 * nothing outlives an account that is closed. Every route that is served is looked at, also those that come later.
 */

let desk: GivenDesk;
let people: Readonly<Record<Role, Caller>>;
let serial = 0;

const here = { address: '10.9.9.9', browser: '' };

beforeAll(async () => {
  desk = await openDesk();
  await desk.accounts.add({ login: 'capo', name: 'Capo', password });
  people = await peopleNow();
});
afterAll(() => desk.close());

/** Somebody of each role alone. */
async function peopleNow(): Promise<Readonly<Record<Role, Caller>>> {
  const [agent, editor, manager, admin] = [
    await somebody(['agent']),
    await somebody(['editor']),
    await somebody(['manager']),
    await somebody(['admin']),
  ];
  return { agent, editor, manager, admin };
}

/** Somebody new with these roles, signed in. */
async function somebody(given: readonly Role[]): Promise<Caller & { readonly login: string }> {
  const login = `somebody${(serial += 1)}`;
  await desk.accounts.add({ login, name: 'Somebody', password }, given);
  const result = await desk.accounts.signIn(login, password, here);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return { ...caller(desk.origin, `sportello_desk=${result.token}`), login };
}

const isDeskRoute = (route: Route): route is DeskRoute => 'roles' in route;
const named = ({ method, path }: Route) => `${method} ${path}`;
const addressOf = ({ path }: Route) => path.replace(/:\w+/g, 'x');

/** The status and the code of the error; what a stream would go on to say is not waited for. */
async function outcome(route: Route, { cookie }: Caller, headers: Readonly<Record<string, string>> = {}) {
  const post = { 'content-type': 'application/json', 'x-sportello-desk': '1' };
  const response = await fetch(`${desk.origin}${addressOf(route)}`, {
    method: route.method.toUpperCase(),
    // An empty header is one that is left out.
    headers: Object.entries({ cookie, ...(route.method === 'get' ? {} : post), ...headers }).filter(
      ([, value]) => value !== '',
    ),
    ...(route.method !== 'get' && { body: '{}' }),
    redirect: 'manual',
  });
  if (response.headers.get('content-type')?.includes('event-stream') === true) {
    await response.body?.cancel();
    return `${response.status}`;
  }
  const text = await response.text();
  const code = response.status >= 400 ? (JSON.parse(text) as { error: { code: string } }).error.code : '';
  return `${response.status} ${code}`.trim();
}

describe('who may what', () => {
  test('a route says which roles may call it, unless it is a page or a way in', () => {
    const open = desk.routes.filter((route) => !isDeskRoute(route) && route.path.startsWith('/desk/api/'));
    expect(open.map(named).toSorted()).toEqual([
      'get /desk/api/session',
      'get /desk/api/sign-in-ways',
      'post /desk/api/invitation',
      'post /desk/api/new-password',
      'post /desk/api/sign-in',
      'post /desk/api/sign-out',
      'post /desk/api/welcome',
    ]);
  });

  test.each<[string, RegExp, readonly Role[]]>([
    ['answering customers', /^\/desk\/api\/(?:queue|presence|conversations|tickets)\b/, ['agent']],
    ['changing the knowledge', /^\/desk\/api\/teach\b/, ['editor']],
    ['looking after accounts', /^\/desk\/api\/(?:accounts|account-links|audit)\b(?!-)/, ['admin']],
    ['one’s own account', /^\/desk\/api\/account(?:\/|$)/, roles],
    ['hearing what is new', /^\/desk\/api\/events$/, roles],
  ])('%s is for those whose work it is', (_, area, whose) => {
    const wrong = desk.routes
      .filter(isDeskRoute)
      .filter(({ path }) => area.test(path))
      .filter((route) => whose.length === 1 && !(route.roles.length === 1 && route.roles[0] === whose[0]));
    const found = desk.routes.filter(({ path }) => area.test(path));
    expect([wrong.map(named), found.length > 0]).toEqual([[], true]);
  });

  test('each role gets just what it may, and everybody else is refused before anything is looked at', async () => {
    const table: string[] = [];
    const expected: string[] = [];
    const ended = await somebody(roles);
    await ended.post('/desk/api/sign-out');
    const old = await somebody(roles);
    desk.clock.pass(sessionHours * 3_600_000 - 1000);
    people = await peopleNow();
    desk.clock.pass(1000);
    const nobody = { 'a stranger': desk.stranger, 'whoever signed out': ended, 'whoever was here yesterday': old };
    for (const route of desk.routes.filter(isDeskRoute)) {
      for (const role of roles) {
        const may = route.roles.includes(role);
        const got = await outcome(route, people[role]);
        const refused = got === '403 role' || got.startsWith('401');
        table.push(`${named(route)} by ${role}: ${refused ? got : 'let in'}`);
        expected.push(`${named(route)} by ${role}: ${may ? 'let in' : '403 role'}`);
      }
      for (const [who, caller] of Object.entries(nobody)) {
        table.push(`${named(route)} by ${who}: ${await outcome(route, caller)}`);
        expected.push(`${named(route)} by ${who}: 401 not-signed-in`);
      }
    }
    expect(table).toEqual(expected);
  });

  test('whoever does not answer customers hears nothing of them, and of the own session what all hear', async () => {
    const heard = await Promise.all(
      (['editor', 'manager', 'admin'] as const).map(async (role) => {
        const one = await somebody([role]);
        const stream = await listen(one, '');
        await desk.says('Segreta', 'vendete mongolfiere?');
        await desk.accounts.setRoles(one.login, ['manager', 'editor']);
        await people.admin.post(`/desk/api/accounts/nobody/enable`);
        const changed = await stream.rest();
        const again = await listen(one, '');
        await people.admin.post(`/desk/api/accounts/${one.login}/disable`);
        // An admin hears of what the others do with accounts meanwhile.
        return [changed, await again.rest()].map((text) => text.match(/(?<=event: )(?!accounts).*/g)?.join(' '));
      }),
    );
    expect(heard.map((ends) => ends.join(' '))).toEqual(Array<string>(3).fill('roles signed-out'));
  });

  test('a role that is taken away is gone at the next call, and the stream with it', async () => {
    const anna = await somebody(['agent', 'editor']);
    const stream = await listen(anna);
    expect((await anna.get('/desk/api/queue')).status).toBe(200);
    await desk.accounts.setRoles(anna.login, ['editor']);
    expect((await anna.get('/desk/api/queue')).status).toBe(403);
    await desk.says('Marta', 'vendete mongolfiere?');
    expect(await stream.rest()).not.toContain('mongolfiere');
  });
});

test('nothing is done for a page of another site, whoever is signed in', async () => {
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    // What a page elsewhere can send without being asked for leave.
    { 'x-sportello-desk': '', 'content-type': 'text/plain' },
    { 'x-sportello-desk': '' },
  ];
  const boss = await somebody(roles);
  const got: string[] = [];
  const expected: string[] = [];
  for (const route of desk.routes.filter(({ method }) => method !== 'get')) {
    for (const headers of foreign) {
      got.push(`${named(route)} ${await outcome(route, boss, headers)}`);
      expected.push(
        `${named(route)} ${'content-type' in headers ? '415 unsupported-media-type' : '403 foreign-origin'}`,
      );
    }
  }
  expect(got.length).toBeGreaterThan(30);
  expect(got).toEqual(expected);
});

describe('an account that is disabled', () => {
  test('is out at once, wherever it was: its calls, its stream, its links, its password', async () => {
    const boss = await somebody(['admin']);
    const eva = await somebody(['agent', 'admin']);
    const other = await desk.accounts.signIn(eva.login, password, here);
    const elsewhere = caller(desk.origin, `sportello_desk=${other.kind === 'signed-in' ? other.token : ''}`);
    const stream = await listen(eva);
    const { link } = (await eva.post('/desk/api/account-links', { roles: ['admin'] })).body as { link: string };
    expect((await eva.get('/desk/api/queue')).status).toBe(200);

    expect((await boss.post(`/desk/api/accounts/${eva.login}/disable`)).status).toBe(200);
    await desk.says('Segreta', 'vendete mongolfiere?');
    const rest = await stream.rest();
    expect([rest.includes('signed-out'), rest.includes('Segreta')]).toEqual([true, false]);
    const calls = desk.routes.filter(isDeskRoute).flatMap((route) => [outcome(route, eva), outcome(route, elsewhere)]);
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['401 not-signed-in']));
    expect((await desk.accounts.signIn(eva.login, password, here)).kind).toBe('wrong');
    expect((await desk.stranger.post('/desk/api/invitation', { secret: link.split('#')[1] })).status).toBe(410);

    await boss.post(`/desk/api/accounts/${eva.login}/enable`);
    expect((await eva.get('/desk/api/queue')).status).toBe(401);
    expect((await desk.stranger.post('/desk/api/invitation', { secret: link.split('#')[1] })).status).toBe(410);
  });

  test('is never the last admin, so that nobody is locked out for ever', async () => {
    const lonely = await openDesk();
    const capo = await lonely.signIn('capo');
    for (const [what, body] of [
      ['disable', {}],
      ['roles', { roles: ['agent'] }],
    ] as const) {
      const answer = await capo.post(`/desk/api/accounts/capo/${what}`, body);
      expect([answer.status, answer.body]).toEqual([
        409,
        {
          error: {
            code: 'last-admin',
            message:
              'This is the last admin who can sign in: nobody could look after the accounts. Make somebody else an admin first.',
          },
        },
      ]);
    }
    await lonely.close();
  });
});

/** Listens to the desk's news; `rest` is all that comes from now on until the end. */
async function listen({ cookie }: Caller, until = 'event: news') {
  const response = await fetch(`${desk.origin}/desk/api/events`, { headers: { cookie } });
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader();
  const decoder = new TextDecoder();
  // What is there already is not what the tests are about.
  for (let before = ''; !before.includes(until) || before === '';) {
    before += decoder.decode((await reader.read()).value, { stream: true });
  }
  return {
    async rest() {
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += decoder.decode(value, { stream: true });
      }
    },
  };
}
