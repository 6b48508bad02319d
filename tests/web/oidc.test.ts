import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caller, openDesk, type GivenDesk } from './desk-given.ts';
import { openProvider, type GivenProvider } from './given-provider.ts';

/* Signing in with a provider: the real library on this side, a real provider on the other, and a browser's cookies between. */

let provider: GivenProvider;
let desk: GivenDesk;

const ada = { sub: 'ada', name: 'Ada Neri', email: 'ada@rossi.example', preferred_username: 'ada', groups: ['it'] };
const bob = { sub: 'bob', name: 'Bob <b>Verdi</b>', email: 'bob@rossi.example', groups: ['care', 'authors'] };

beforeAll(async () => {
  provider = await openProvider();
  desk = await openDesk(
    undefined,
    undefined,
    provider.settings({
      OIDC_ROLES_CLAIM: 'groups',
      OIDC_ROLE_ADMIN: 'it',
      OIDC_ROLE_AGENT: 'care,night-care',
      OIDC_ROLE_EDITOR: 'authors',
      OIDC_DOMAINS: 'rossi.example',
    }),
  );
  provider.allow(desk.origin);
});
afterAll(async () => {
  await desk.close();
  await provider.stop();
});
beforeEach(() => {
  provider.person = ada;
  provider.forge = undefined;
});

/** Keeps cookies as a browser does, by host. */
function browser() {
  const jar = new Map<string, string>();
  const steps: string[] = [];
  async function visit(address: string, follow: (next: URL) => boolean = () => true): Promise<Response> {
    const url = new URL(address);
    steps.push(url.pathname);
    const cookie = [...jar]
      .filter(([key]) => key.startsWith(url.host))
      .map(([key, value]) => `${key.slice(url.host.length + 1)}=${value}`);
    const response = await fetch(url, { headers: { cookie: cookie.join('; ') }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(`${url.host} ${name}`);
      else jar.set(`${url.host} ${name}`, value);
    }
    const location = response.headers.get('location');
    if (location === null) return response;
    const next = new URL(location, url);
    return follow(next) ? visit(next.href, follow) : response;
  }
  return { jar, steps, visit };
}

const host = () => new URL(desk.origin).host;

/** Goes all the way, and gives the address where it ends, and what the browser may do then. */
async function signIn(to = '') {
  const { jar, visit } = browser();
  const ends: string[] = [];
  await visit(`${desk.origin}/desk/oidc/start${to}`, (next) => {
    const stays = next.origin === desk.origin && !next.pathname.startsWith('/desk/oidc');
    if (stays) ends.push(next.pathname + next.search);
    return !stays;
  });
  const token = jar.get(`${host()} sportello_desk`);
  return { end: ends[0], jar, who: caller(desk.origin, token === undefined ? '' : `sportello_desk=${token}`) };
}

/** Goes as far as the provider's answer, which is not followed. */
async function answered() {
  const { jar, visit } = browser();
  const response = await visit(
    `${desk.origin}/desk/oidc/start`,
    (next) => !(next.origin === desk.origin && next.pathname === '/desk/oidc/callback'),
  );
  return { jar, visit, returned: new URL(response.headers.get('location') ?? '') };
}

async function endOf(visit: ReturnType<typeof browser>['visit'], address: URL | string) {
  const response = await visit(String(address), () => false);
  return [response.status, response.headers.get('location')];
}

const lastAct = async () => (await desk.store.auditLines({ limit: 1 }))[0];

describe('the way to the provider and back', () => {
  test('the page for signing in knows the name of the provider', async () => {
    expect((await desk.stranger.get('/desk/api/sign-in-ways')).body).toEqual({ provider: 'Rossi ID' });
  });

  test('asks with PKCE, state and nonce, and keeps them where scripts cannot read them', async () => {
    const start = await desk.stranger.get('/desk/oidc/start');
    const asked = new URL(start.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: 'sportello',
      redirect_uri: `${desk.origin}/desk/oidc/callback`,
      response_type: 'code',
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });
    expect(start.headers.get('set-cookie')).toMatch(
      /^sportello_oidc_[\w-]{8}=[\w.-]+; Path=\/desk\/oidc; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
  });

  test('opens a session, makes the account once, and leaves nothing of the way behind', async () => {
    const first = await signIn();
    expect([first.end, [...first.jar.keys()].filter((key) => key.startsWith(host()))]).toEqual([
      '/desk',
      [`${host()} sportello_desk`],
    ]);
    const session = (await first.who.get('/desk/api/session')).body;
    expect(session).toEqual({ agent: { id: expect.any(String) as string, name: 'Ada Neri' }, roles: ['admin'] });
    const again = await signIn('?to=/desk/account');
    expect([again.end, (await again.who.get('/desk/api/session')).body]).toEqual(['/desk/account', session]);
    expect((await desk.accounts.list()).map(({ login, signsInWith }) => [login, signsInWith])).toEqual([
      ['ada', ['provider']],
    ]);
    expect((await desk.accounts.signIn('ada', '', { address: '', browser: '' })).kind).toBe('wrong');
  });

  test('leads to no page but the desk’s own', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/desk/../evil', '/deskevil']) {
      const { end } = await signIn(`?to=${encodeURIComponent(to)}`);
      expect([to, end]).toEqual([to, '/desk']);
    }
  });
});

describe('what the provider’s groups mean', () => {
  test('gives the roles at each sign-in, also those that are lost', async () => {
    provider.person = bob;
    const before = await signIn();
    expect((await before.who.get('/desk/api/session')).body).toMatchObject({
      agent: { name: 'Bob bVerdi/b' },
      roles: ['agent', 'editor'],
    });
    provider.person = { ...bob, groups: ['night-care'] };
    const after = await signIn();
    expect((await after.who.get('/desk/api/session')).body).toMatchObject({ roles: ['agent'] });
    expect((await lastAct())?.act).toBe('sign-in');
    const [roles] = await desk.store.auditLines({ limit: 1, act: 'accounts.roles' });
    expect(roles).toMatchObject({ actor: { name: 'Bob bVerdi/b' }, facts: { roles: 'agent', by: 'provider' } });
  });

  test('no group, no role: the page says to ask an admin, and nothing is open', async () => {
    provider.person = { sub: 'carla', name: 'Carla', email: 'carla@rossi.example' };
    const carla = await signIn();
    expect([carla.end, (await carla.who.get('/desk/api/session')).status]).toEqual(['/desk?problem=no-role', 401]);
    expect(await lastAct()).toMatchObject({
      actor: { name: 'Carla' },
      act: 'sign-in.failed',
      facts: { by: 'provider', reason: 'no-role' },
    });
  });

  test('the last admin stays one, whatever the provider says', async () => {
    provider.person = { ...ada, groups: ['care'] };
    const { who } = await signIn();
    expect((await who.get('/desk/api/session')).body).toMatchObject({ roles: ['admin'] });
  });
});

describe('who is not let in', () => {
  test('a disabled account, until it is enabled again; its session is gone at once', async () => {
    provider.person = bob;
    const { who } = await signIn();
    const { login = '' } = (await desk.accounts.list()).find(({ name }) => name.startsWith('Bob')) ?? {};
    await desk.accounts.disable(login);
    expect((await who.get('/desk/api/session')).status).toBe(401);
    expect((await signIn()).end).toBe('/desk?problem=disabled');
    await desk.accounts.enable(login);
    expect((await signIn()).end).toBe('/desk');
  });

  test('whoever has an address of another domain, or one that is not confirmed', async () => {
    const people = [
      { ...ada, sub: 'eve', email: 'eve@rossi.example.evil.example' },
      { ...ada, sub: 'eve', email: 'ada@rossi.example', email_verified: false },
      { sub: 'eve', name: 'Eve', groups: ['it'] },
    ];
    for (const person of people) {
      provider.person = person;
      expect((await signIn()).end).toBe('/desk?problem=domain');
    }
    expect((await desk.accounts.list()).filter(({ name }) => name === 'Eve')).toEqual([]);
  });

  test('whoever says no at the provider', async () => {
    provider.person = undefined;
    expect((await signIn()).end).toBe('/desk?problem=declined');
  });

  test('an account that has the same login already is somebody else’s', async () => {
    await desk.accounts.add({ login: 'dora', name: 'Dora', password: 'una frase piuttosto lunga' });
    provider.person = {
      sub: 'another-dora',
      preferred_username: 'dora',
      email: 'dora@rossi.example',
      groups: ['care'],
    };
    const { who } = await signIn();
    const { agent } = (await who.get('/desk/api/session')).body as { agent: { id: string } };
    const dora = (await desk.accounts.list()).filter(({ login }) => login.startsWith('dora'));
    expect(dora.map(({ login, id }) => [login, id === agent.id])).toEqual([
      ['dora', false],
      ['dora-2', true],
    ]);
  });
});

describe('an account that was made with a password', () => {
  const word = 'una frase piuttosto lunga';

  /** Signs in with the password, and gives the browser and the way to the provider and back. */
  async function withPassword(login: string) {
    await desk.accounts.add({ login, name: login, password: word });
    const { jar, visit } = browser();
    const result = await desk.accounts.signIn(login, word, { address: '10.1.1.1', browser: '' });
    if (result.kind !== 'signed-in') throw new Error(result.kind);
    jar.set(`${host()} sportello_desk`, result.token);
    const who = caller(desk.origin, `sportello_desk=${result.token}`);
    /** As far as the provider's answer. */
    async function begin() {
      const begun = await who.post('/desk/api/account/link', { password: word });
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(begun.headers.get('set-cookie') ?? '') ?? [];
      jar.set(`${host()} ${name}`, value);
      const { address } = begun.body as { address: string };
      const response = await visit(address, (next) => next.pathname !== '/desk/oidc/callback');
      return new URL(response.headers.get('location') ?? '');
    }
    return { jar, visit, who, begin };
  }
  const waysOf = async (login: string) =>
    (await desk.accounts.list()).find((account) => account.login === login)?.signsInWith;

  test('is linked by its owner, who proves the password, and is opened by the provider then; and unlinked again', async () => {
    const nora = { ...ada, sub: 'nora', preferred_username: 'nora', email: 'nora@rossi.example' };
    provider.person = nora;
    const { visit, who, begin } = await withPassword('nora');
    const wrong = await who.post('/desk/api/account/link', { password: 'sbagliata' });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([409, null]);
    expect(await endOf(visit, await begin())).toEqual([303, '/desk/account?link=linked']);
    expect(await waysOf('nora')).toEqual(['password', 'provider']);
    const me = ((await who.get('/desk/api/session')).body as { agent: { id: string } }).agent.id;
    const again = await signIn();
    expect(((await again.who.get('/desk/api/session')).body as { agent: { id: string } }).agent.id).toBe(me);
    expect(await endOf(visit, await begin())).toEqual([303, '/desk/account?link=already']);

    expect((await who.post('/desk/api/account/unlink')).status).toBe(200);
    // Whoever came in by the provider is out, and the password goes on.
    expect((await again.who.get('/desk/api/session')).status).toBe(401);
    expect([await waysOf('nora'), (await who.get('/desk/api/session')).status]).toEqual([['password'], 200]);
    expect((await who.post('/desk/api/account/unlink')).status).toBe(409);
    const acts = await desk.store.auditLines({ limit: 99, account: me });
    expect(acts.map(({ act }) => act).filter((act) => act.includes('link'))).toEqual([
      'accounts.unlink-provider',
      'accounts.link-provider',
    ]);
  });

  test('is never linked to a person who opens another account already, nor unlinked when nothing else opens it', async () => {
    const other = await signIn();
    expect((await other.who.post('/desk/api/account/unlink')).status).toBe(409);
    expect((await other.who.post('/desk/api/account/link', { password: '' })).status).toBe(409);
    const { visit, begin } = await withPassword('olga');
    expect(await endOf(visit, await begin())).toEqual([303, '/desk/account?link=taken']);
    expect(await waysOf('olga')).toEqual(['password']);
  });

  test('is linked by no cookie of another session, and by none that is made up', async () => {
    provider.person = { ...ada, sub: 'pino' };
    const [victim, attacker] = [await withPassword('piera'), await withPassword('pino')];
    const returned = await attacker.begin();
    for (const [name, value] of attacker.jar) {
      if (!name.endsWith('sportello_desk')) victim.jar.set(name, value);
    }
    expect(await endOf(victim.visit, returned)).toEqual([303, '/desk/account?link=expired']);
    // A browser that began nothing links nothing either.
    expect(await endOf(browser().visit, returned)).toEqual([303, '/desk?problem=expired']);
    expect([await waysOf('piera'), await waysOf('pino')]).toEqual([['password'], ['password']]);
  });

  test('begins it from a page of the desk only', async () => {
    const { who } = await withPassword('quinto');
    const foreign = { 'x-sportello-desk': '1', 'sec-fetch-site': 'cross-site' };
    expect((await who.post('/desk/api/account/link', { password: word }, foreign)).status).toBe(403);
    expect((await desk.stranger.post('/desk/api/account/link', { password: word })).status).toBe(401);
  });
});

describe('an answer that is not to be trusted', () => {
  test('with another state, or for a browser that asked for nothing, opens nothing', async () => {
    const { visit, returned } = await answered();
    const state = returned.searchParams.get('state') ?? '';
    const other = new URL(returned);
    other.searchParams.set('state', 'x'.repeat(43));
    expect(await endOf(visit, other)).toEqual([303, '/desk?problem=expired']);
    expect(await endOf(browser().visit, returned)).toEqual([303, '/desk?problem=expired']);
    const alike = new URL(returned);
    alike.searchParams.set('state', `${state.slice(0, 8)}${'x'.repeat(35)}`);
    expect(await endOf(visit, alike)).toEqual([303, '/desk?problem=invalid']);
    // That try was the one: the cookie is gone, although the code was never used.
    expect(await endOf(visit, returned)).toEqual([303, '/desk?problem=expired']);
  });

  test('with a code that was used before opens nothing a second time', async () => {
    const { jar, visit, returned } = await answered();
    const kept = new Map(jar);
    expect(await endOf(visit, returned)).toEqual([303, '/desk']);
    const second = browser();
    for (const [name, value] of kept) second.jar.set(name, value);
    expect(await endOf(second.visit, returned)).toEqual([303, '/desk?problem=expired']);
    expect(second.jar.has(`${host()} sportello_desk`)).toBe(false);
  });

  test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['audience', (claims) => ({ ...claims, aud: 'another' })],
    ['issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['time', (claims) => ({ ...claims, exp: 1_000_000_000 })],
  ])('with an ID token of another %s opens nothing', async (_, forge) => {
    provider.forge = forge;
    const { end, who } = await signIn();
    expect([end, (await who.get('/desk/api/session')).status]).toEqual(['/desk?problem=invalid', 401]);
    expect(await lastAct()).toMatchObject({ act: 'sign-in.failed', facts: { by: 'provider', reason: 'invalid' } });
  });

  test('with the name of somebody else in the person’s own words opens nothing', async () => {
    provider.forge = (claims) => ({ ...claims, sub: 'bob' });
    expect((await signIn()).end).toBe('/desk?problem=invalid');
  });
});

test('whoever comes back again and again with nothing is soon not even taken to the provider, nor written down', async () => {
  const gone = await openProvider();
  await gone.stop();
  const other = await openDesk(undefined, undefined, gone.settings());
  const state = 'x'.repeat(43);
  const forged = caller(other.origin, `sportello_oidc_${state.slice(0, 8)}=${state}.nonce.verifier.`);
  const back = async () =>
    (await forged.get(`/desk/oidc/callback?code=1&state=${state}`)).headers.get('location')?.split('=')[1];
  const ends: (string | undefined)[] = [];
  for (let n = 0; n < 60; n += 1) ends.push(await back());
  expect(ends).toEqual([...Array<string>(30).fill('provider-down'), ...Array<string>(30).fill('locked')]);
  expect((await other.store.auditLines({ limit: 999 })).length).toBe(20);
  other.clock.pass(30_001);
  expect(await back()).toBe('provider-down');
  // Without a cookie nothing was begun: nothing is counted and nothing is written.
  expect((await other.stranger.get(`/desk/oidc/callback?code=1&state=${state}`)).headers.get('location')).toBe(
    '/desk?problem=expired',
  );
  expect((await other.store.auditLines({ limit: 999 })).length).toBe(20);
  await other.close();
});

test('a provider that is down stops no start, is told, and is found when it is back', async () => {
  const early = await openProvider();
  const port = Number(new URL(early.issuer).port);
  await early.stop();
  const other = await openDesk(undefined, undefined, early.settings({ OIDC_DEFAULT_ROLES: 'agent' }));
  await other.accounts.add({ login: 'capo', name: 'Capo', password: 'una frase piuttosto lunga' });
  const { visit, jar } = browser();
  expect(await endOf(visit, `${other.origin}/desk/oidc/start`)).toEqual([303, '/desk?problem=provider-down']);

  const late = await openProvider(port);
  late.person = { sub: 'nina', name: 'Nina' };
  late.allow(other.origin);
  await visit(`${other.origin}/desk/oidc/start`, (next) => next.pathname !== '/desk');
  const nina = caller(other.origin, `sportello_desk=${jar.get(`${new URL(other.origin).host} sportello_desk`)}`);
  expect((await nina.get('/desk/api/session')).body).toMatchObject({ agent: { name: 'Nina' }, roles: ['agent'] });
  await other.close();
  await late.stop();
});
