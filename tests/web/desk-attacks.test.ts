import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller, openDesk, password, simpleMind, type Answer, type Caller, type GivenDesk } from './desk-given.ts';
import { raw } from './given.ts';

/* What somebody would try who wants more than is theirs, with the tools of a browser and of a terminal. */

let desk: GivenDesk;
let capo: Caller;
let giulia: Caller;

beforeAll(async () => {
  desk = await openDesk(simpleMind(), '/nowhere', {
    SMTP_URL: 'smtp://localhost:1',
    MAIL_FROM: 'Care <care@shop.example>',
  });
  capo = await desk.signIn('capo');
  giulia = await desk.signIn('giulia');
  await desk.accounts.setRoles('giulia', ['agent']);
});
afterAll(() => desk.close());

const code = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code];
const cookieOf = ({ headers }: Answer) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const secretOf = ({ body }: Answer) => (body as { link: string }).link.split('#')[1];

describe('a session', () => {
  test('that somebody else chose is not taken over by signing in', async () => {
    const chosen = caller(desk.origin, `sportello_desk=${'a'.repeat(43)}`);
    const first = await chosen.post('/desk/api/sign-in', { login: 'giulia', password });
    expect(cookieOf(first)).toMatch(/^sportello_desk=[\w-]{43}$/);
    expect(cookieOf(first)).not.toBe(chosen.cookie);
    expect((await chosen.get('/desk/api/session')).status).toBe(401);
    const second = await caller(desk.origin, cookieOf(first)).post('/desk/api/sign-in', { login: 'giulia', password });
    expect(cookieOf(second)).not.toBe(cookieOf(first));
  });

  test.each(['', 'a', 'a'.repeat(42), `${'a'.repeat(42)}'`, '__proto__', `${'a'.repeat(43)}\u00e9`])(
    'cookie of another shape (%j) is nobody’s',
    async (token) => {
      const cookie = encodeURIComponent(token);
      expect((await caller(desk.origin, `sportello_desk=${cookie}`).get('/desk/api/session')).status).toBe(401);
    },
  );

  test('is closed to whoever knows only the name by which it is shown', async () => {
    const [account] = (await desk.accounts.list()).filter(({ login }) => login === 'giulia');
    const [shown] = await desk.accounts.sessions(account?.id ?? '');
    const guess = `sportello_desk=${(shown?.id ?? '').padEnd(43, '0')}`;
    expect((await caller(desk.origin, guess).get('/desk/api/session')).status).toBe(401);
  });
});

describe('an address', () => {
  test.each([
    '/desk/../../../etc/passwd',
    '/desk/..%2f..%2f..%2fetc%2fpasswd',
    '/desk/%2e%2e/%2e%2e/package.json',
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/%00',
    '/desk/assets/%2e%2e%5c%2e%2e%5cpackage.json',
  ])('%s leads to no file', async (path) => {
    const port = Number(new URL(desk.origin).port);
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/root:|botbuilder/);
  });

  test.each([
    '/desk/api/%61ccounts',
    '/desk/api/accounts/',
    '/desk/api//accounts',
    '/DESK/API/ACCOUNTS',
    '/desk/api/queue/',
  ])('%s, spelled otherwise, opens no more to strangers and to other roles', async (path) => {
    for (const who of [desk.stranger, giulia]) {
      const answer = await who.get(path);
      const isOwn = who === giulia && path.includes('queue');
      expect([path, isOwn || [401, 403, 404].includes(answer.status)]).toEqual([path, true]);
    }
  });

  test('asked for its head only is as closed as the whole', async () => {
    const gets = desk.routes.filter((route) => route.method === 'get' && 'roles' in route);
    const answers = await Promise.all(
      gets.map(({ path }) => fetch(`${desk.origin}${path.replace(/:\w+/g, 'x')}`, { method: 'HEAD' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });
});

describe('a body', () => {
  test('of any kind but JSON is refused by every call, and so is one that is too large', async () => {
    const posts = desk.routes.filter(({ method }) => method === 'post');
    const got = new Set<string>();
    for (const { path } of posts) {
      const address = path.replace(/:\w+/g, 'x');
      const form = await capo.post(address, 'a=1', {
        'content-type': 'application/x-www-form-urlencoded',
        'x-sportello-desk': '1',
      });
      const huge = await capo.post(address, JSON.stringify({ text: 'x'.repeat(300_000) }));
      const polluted = await capo.post(address, '{"__proto__":{"roles":["admin"]}}');
      got.add(JSON.stringify([form, huge, polluted].map(code)));
    }
    const refusals = [
      [415, 'unsupported-media-type'],
      [413, 'too-large'],
      [400, 'bad-json'],
    ];
    expect([...got]).toEqual([JSON.stringify(refusals)]);
  });

  test('with more in it than is asked for gives nothing more', async () => {
    const made = await capo.post('/desk/api/accounts', {
      login: 'rita',
      name: 'Rita',
      roles: ['agent'],
      id: 'chosen',
      passwordHash: 'chosen',
      disabled: false,
    });
    expect(await desk.store.byLogin('rita')).toMatchObject({ passwordHash: '', roles: ['agent'] });
    expect((await desk.store.byLogin('rita'))?.id).not.toBe('chosen');
    expect(made.status).toBe(200);
    const secret = secretOf(await capo.post('/desk/api/account-links', { roles: ['agent'] }));
    const eve = { login: 'eve', name: 'Eve', password, secret, roles: ['admin'], kind: 'admin' };
    expect((await desk.stranger.post('/desk/api/welcome', eve)).body).toMatchObject({ roles: ['agent'] });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'and an address with %s find nobody',
    async (name) => {
      expect((await capo.get(`/desk/api/accounts/${name}/sessions`)).status).toBe(404);
      expect((await capo.post(`/desk/api/accounts/${name}/disable`)).status).toBe(404);
      expect((await giulia.get(`/desk/api/conversations/${name}`)).status).toBe(404);
      expect((await giulia.get(`/desk/api/tickets?list=${name}`)).status).toBe(400);
      expect((await giulia.get(`/desk/api/tickets/${name}`)).status).toBe(404);
    },
  );
});

describe('what is another’s', () => {
  test('conversation is not spoken in, passed on or ended by whoever does not hold it', async () => {
    const id = await desk.says('Marta', 'vendete mongolfiere?');
    await giulia.post(`/desk/api/conversations/${id}/claim`);
    for (const [act, body] of [
      ['say', { text: 'non io' }],
      ['transfer', { to: (await desk.store.byLogin('capo'))?.id }],
      ['release', {}],
      ['resolve', { outcome: 'spam' }],
      ['typing', {}],
    ] as const) {
      expect([act, code(await capo.post(`/desk/api/conversations/${id}/${act}`, body))]).toEqual([
        act,
        [409, 'not-yours'],
      ]);
    }
  });

  test('ticket’s mail is not sent again under the number of another one', async () => {
    const numbers: string[] = [];
    for (const customer of ['Anna', 'Bea']) {
      const id = await desk.says(customer, 'vendete mongolfiere?');
      const conversation = await desk.store.conversation(id);
      if (conversation === undefined) throw new Error('none');
      const number = `261121-${customer.toUpperCase()}`;
      const at = desk.clock.now();
      const stored = await desk.store.load(conversation.thread.id);
      await desk.store.commit({
        expectedVersion: stored?.version ?? 0,
        conversation,
        messages: [],
        ticket: { number, conversationId: id, contact: `${customer}@x.example`, question: '?', at, remindAt: at },
        mail: {
          id: `mail-${customer}`,
          ticket: number,
          kind: 'ticket',
          to: `${customer}@x.example`,
          subject: 's',
          text: 't',
          messageId: `<${customer}@x.example>`,
          at,
        },
      });
      await desk.store.mailFailed(`mail-${customer}`, 'mailbox', '550', null);
      numbers.push(number);
    }
    const again = (number: string, mail: string) => giulia.post(`/desk/api/tickets/${number}/send-again`, { mail });
    expect(code(await again(numbers[1] ?? '', 'mail-Anna'))).toEqual([409, 'mail-not-failed']);
    expect((await again(numbers[0] ?? '', 'mail-Anna')).status).toBe(200);
    expect((await desk.store.ticketMails(numbers[0] ?? ''))[0]?.status).toBe('waiting');
    expect((await desk.store.ticketMails(numbers[1] ?? ''))[0]?.status).toBe('failed');
  });
});
