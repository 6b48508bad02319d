import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskAddresses } from '../../bot/web/desk-page.ts';
import { sessionCookie } from '../../bot/web/sessions.ts';
import { roles } from '../../bot/domain/role.ts';
import { caller, openDesk, password, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.accounts.add({ login: 'giulia', name: 'Giulia', password });
});
afterAll(() => desk.close());

const code = (answer: { body: unknown }) => (answer.body as { error?: { code: string } }).error?.code;

describe('without a session', () => {
  test('no route works but the page, signing in and out, and the one-time link', async () => {
    const open = new Set([
      ...deskAddresses.map((path) => `get ${path}`),
      'post /desk/api/sign-in',
      'post /desk/api/sign-out',
      'post /desk/api/invitation',
      'post /desk/api/welcome',
      'post /desk/api/new-password',
      'get /desk/api/sign-in-ways',
    ]);
    const closed = desk.routes.filter(({ method, path }) => !open.has(`${method} ${path}`));
    const answers = await Promise.all(
      closed.flatMap(({ method, path }) => {
        const address = path.replace(/:\w+/g, 'x');
        return ['', `sportello_desk=${'x'.repeat(43)}`].map(async (cookie) => {
          const who = caller(desk.origin, cookie);
          const answer = method === 'get' ? await who.get(address) : await who.post(address);
          return `${path} ${answer.status} ${code(answer)}`;
        });
      }),
    );
    expect(closed.length).toBeGreaterThan(8);
    expect(answers).toEqual(closed.flatMap(({ path }) => Array(2).fill(`${path} 401 not-signed-in`) as string[]));
  });
});

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites do not send, and it opens the desk', async () => {
    const answer = await desk.stranger.post('/desk/api/sign-in', { login: 'giulia', password });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^sportello_desk=[\w-]{43}; Path=\/desk; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    expect(answer.body).toEqual({ agent: { id: expect.any(String) as string, name: 'Giulia' }, roles });
    const giulia = caller(desk.origin, cookie.split(';')[0] ?? '');
    expect((await giulia.get('/desk/api/session')).body).toEqual(answer.body);
    expect((await giulia.post('/desk/api/sign-out')).headers.get('set-cookie')).toMatch(
      /^sportello_desk=; .*Max-Age=0/,
    );
    expect((await giulia.get('/desk/api/session')).status).toBe(401);
  });

  test('over https the cookie is for https only', () => {
    const call = { params: {}, query: new URLSearchParams(), headers: {}, body: undefined, address: '' };
    expect(sessionCookie({ ...call, origin: 'https://care.example' }, 't')).toMatch(/; Secure$/);
  });

  test('a wrong password and an unknown login get the same answer; too many get a time to wait', async () => {
    const tries = await Promise.all(
      ['giulia', 'nessuno'].map((login) => desk.stranger.post('/desk/api/sign-in', { login, password: 'sbagliata' })),
    );
    const refusal = {
      status: 401,
      body: {
        error: { code: 'wrong-credentials', message: 'This login and password do not belong together. Try again.' },
      },
    };
    expect(tries.map(({ status, body }) => ({ status, body }))).toEqual([refusal, refusal]);
    for (let more = 0; more < 4; more += 1) {
      await desk.stranger.post('/desk/api/sign-in', { login: 'nessuno', password: 'sbagliata' });
    }
    const locked = await desk.stranger.post('/desk/api/sign-in', { login: 'nessuno', password: 'sbagliata' });
    expect([locked.status, code(locked)]).toEqual([429, 'locked']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('input of another shape is refused in words', async () => {
    const answer = await desk.stranger.post('/desk/api/sign-in', { login: 7 });
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        error: {
          code: 'bad-input',
          message: 'login: a text; password: a text.',
          wrong: 'login missing; password missing',
        },
      },
    ]);
    expect((await desk.stranger.post('/desk/api/sign-in', '{')).status).toBe(400);
    expect((await desk.stranger.post('/desk/api/sign-in', 'null')).status).toBe(400);
  });
});

describe('a call from elsewhere', () => {
  const json = JSON.stringify({ login: 'giulia', password });
  const foreign: [string, Record<string, string>][] = [
    ['a form or a page that lacks the desk’s own header', { 'sec-fetch-site': 'same-origin' }],
    ['another site, says the browser', { 'x-sportello-desk': '1', 'sec-fetch-site': 'cross-site' }],
    ['a sibling host, says the browser', { 'x-sportello-desk': '1', 'sec-fetch-site': 'same-site' }],
    ['another origin, in an older browser', { 'x-sportello-desk': '1', origin: 'https://evil.example' }],
    ['a page without an origin', { 'x-sportello-desk': '1', origin: 'null' }],
  ];

  // fetch would set some of these headers itself.
  const post = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${desk.origin}${path}`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.end(json);
    });

  test.each(foreign)('%s: refused, also with a good session', async (_, headers) => {
    const giulia = await desk.accounts.signIn('giulia', password, { address: '10.1.1.1', browser: '' });
    const cookie = giulia.kind === 'signed-in' ? `sportello_desk=${giulia.token}` : '';
    expect(await post('/desk/api/sign-in', headers)).toBe(403);
    expect(await post('/desk/api/conversations/x/claim', { ...headers, cookie })).toBe(403);
  });

  test('the desk’s own page is let in', async () => {
    const own = { 'x-sportello-desk': '1' };
    expect(await post('/desk/api/sign-in', { ...own, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await post('/desk/api/sign-in', { ...own, origin: desk.origin.replace('127.0.0.1', 'localhost') })).toBe(
      200,
    );
  });
});

describe('a one-time link', () => {
  test('opens an account and signs it in, once', async () => {
    const secret = (await desk.accounts.link(desk.origin)).split('#')[1];
    expect((await desk.stranger.post('/desk/api/invitation', { secret })).status).toBe(200);
    const anna = { login: 'anna', name: 'Anna', password, secret };
    const weak = await desk.stranger.post('/desk/api/welcome', { ...anna, password: 'corta' });
    expect(weak.body).toEqual({
      error: { code: 'bad-input', message: 'password: at least 12 characters.', wrong: 'password too-short 12' },
    });
    expect(code(await desk.stranger.post('/desk/api/welcome', { ...anna, login: 'giulia' }))).toBe('login-taken');
    const welcome = await desk.stranger.post('/desk/api/welcome', anna);
    expect(welcome.status).toBe(200);
    const cookie = (welcome.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await caller(desk.origin, cookie).get('/desk/api/queue')).status).toBe(200);
    const again = await desk.stranger.post('/desk/api/welcome', { ...anna, login: 'altra' });
    expect([again.status, again.body]).toEqual([
      410,
      {
        error: {
          code: 'link-expired',
          message:
            'This link was used or withdrawn, is older than 24 hours, or has been replaced by a newer one or by an account. Ask an admin for a new one, or make one with: npx sportello account link',
        },
      },
    ]);
  });
});

test('the page allows nothing but its own script and style, by a nonce that is new each time', async () => {
  const [one, other] = [await desk.stranger.get('/desk'), await desk.stranger.get('/desk')];
  const policy = one.headers.get('content-security-policy') ?? '';
  expect(policy.replace(/nonce-[\w-]+/g, 'nonce-X')).toBe(
    "default-src 'none'; script-src 'nonce-X'; style-src 'nonce-X'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; img-src 'self'",
  );
  expect(other.headers.get('content-security-policy')).not.toBe(policy);
  expect(one.body).not.toMatch(/\son\w+=|<script(?![^>]* nonce=)/);
});

test('an account without the role is told so, and nothing is done or shown', async () => {
  await desk.accounts.add({ login: 'franca', name: 'Franca', password });
  await desk.accounts.setRoles('franca', ['manager']);
  const signedIn = await desk.stranger.post('/desk/api/sign-in', { login: 'franca', password });
  const manager = caller(desk.origin, (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  const answers = [await manager.get('/desk/api/queue'), await manager.post('/desk/api/conversations/x/claim')];
  expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
    [403, 'role'],
    [403, 'role'],
  ]);
});
