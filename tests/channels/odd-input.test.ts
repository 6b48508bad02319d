import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createTokens } from '../../bot/channels/directline/token.ts';
import { newToken } from './direct-line-client.ts';
import { type ForeignChannel, openForeignChannel, postActivity } from './foreign-channel.ts';
import { type Desk, openDesk, workingHours } from './open-desk.ts';

/* Forged and odd input: each a clear error, nothing lost, the process alive. */

let desk: Desk;
let channel: ForeignChannel;
let chat: { conversationId: string; token: string; streamUrl: string };
let ahead = 0;

beforeAll(async () => {
  const clock = workingHours();
  desk = await openDesk({ clock: { ...clock, now: () => clock.now() + ahead }, messagesPerMinute: 1000 });
  channel = await openForeignChannel();
  const response = await call('POST', '/conversations', { body: {} });
  chat = response.body as typeof chat;
});

afterAll(async () => {
  await channel.close();
  await desk.close();
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

async function call(method: string, path: string, given: { token?: string; body?: unknown } = {}): Promise<Answer> {
  const response = await fetch(`${desk.url}/v3/directline${path}`, {
    method,
    headers: {
      ...(given.token !== undefined && { authorization: `Bearer ${given.token}` }),
      ...(given.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(given.body !== undefined && {
      body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body),
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}

const activities = () => `/conversations/${chat.conversationId}/activities`;
const post = (body: unknown, token = chat.token) => call('POST', activities(), { token, body });
const saved = () => desk.store.messages(`webchat:${chat.conversationId}`, 0, 1000);

function error(code: string): object {
  return { error: { code, message: expect.stringMatching(/^[A-Z].{20,}/) } };
}

describe('a token that does not fit', () => {
  test('is asked for with 401 when it is missing', async () => {
    for (const path of [activities(), '/tokens/refresh']) {
      expect(await call('POST', path, { body: { type: 'message', text: 'x' } })).toMatchObject({
        status: 401,
        body: error('Unauthorized'),
      });
    }
  });

  test.each([
    ['made up', () => 'abc'],
    ['cut', () => chat.token.slice(0, -2)],
    ['changed', () => chat.token.replace(/\.(.)/, (_, first: string) => `.${first === 'a' ? 'b' : 'a'}`)],
    ['unsigned', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${chat.token.split('.')[1]}.`],
    [
      'signed with another secret',
      () => createTokens('x').issue({ conversationId: chat.conversationId, userId: 'u' }, 'talk', Date.now()),
    ],
    ['for reading the stream only', () => new URL(chat.streamUrl).searchParams.get('t') ?? ''],
  ])('is refused with 403 when it is %s', async (_, token) => {
    const before = await saved();
    const refused = { status: 403, body: error('Forbidden') };
    expect(await post({ type: 'message', text: 'x' }, token())).toMatchObject(refused);
    expect(await call('GET', activities(), { token: token() })).toMatchObject(refused);
    expect(await saved()).toEqual(before);
  });

  test('is refused with 403 on the thread of another', async () => {
    const other = await newToken(desk.url);
    const before = await saved();
    const forbidden = { status: 403, body: error('Forbidden') };
    expect(await post({ type: 'message', text: 'x' }, other.token)).toMatchObject(forbidden);
    expect(await call('GET', activities(), { token: other.token })).toMatchObject(forbidden);
    expect(await call('GET', `/conversations/${chat.conversationId}`, { token: other.token })).toMatchObject(forbidden);
    expect(await saved()).toEqual(before);
  });

  test('cannot be made to speak for another customer by the activity', async () => {
    const mine = (await call('POST', '/conversations', { body: {} })).body as typeof chat;
    await call('POST', `/conversations/${mine.conversationId}/activities`, {
      token: mine.token,
      body: {
        type: 'message',
        text: 'sono io',
        from: { id: 'another', role: 'bot' },
        conversation: { id: chat.conversationId },
        channelId: 'msteams',
        serviceUrl: channel.serviceUrl,
      },
    });
    const [said] = (await desk.store.messages(`webchat:${mine.conversationId}`, 0, 100)).filter(
      ({ author }) => author === 'customer',
    );
    expect(said?.text).toBe('sono io');
    expect(channel.taken).toEqual([]);
  });

  test('that has run out is said to have, and is renewed in time only', async () => {
    const { token } = await newToken(desk.url);
    ahead += 30 * 60_000;
    const renewed = await call('POST', '/tokens/refresh', { token });
    expect(renewed).toMatchObject({ status: 200, body: { expires_in: 3600 } });
    ahead += 31 * 60_000;
    expect(await call('POST', '/tokens/refresh', { token })).toMatchObject({
      status: 403,
      body: error('TokenExpired'),
    });
    const { token: newer } = renewed.body as { token: string };
    expect((await call('POST', '/tokens/refresh', { token: newer })).status).toBe(200);
    const again = await call('POST', '/conversations', { token: newer, body: {} });
    expect(again.status).toBe(201);
    chat = (await call('POST', '/conversations', { body: {} })).body as typeof chat;
  });

  test.each([
    ['no token', () => '?watermark=0', 403],
    ['the token for talking', () => `?t=${chat.token}`, 403],
    [
      'the token of another',
      () => `?t=${createTokens('x').issue({ conversationId: 'c', userId: 'u' }, 'stream', 0)}`,
      403,
    ],
    [
      'a watermark that is none',
      () => `${new URL(chat.streamUrl).search}&watermark=x`.replace('watermark=0&', ''),
      400,
    ],
  ])('opens no stream: %s', async (_, query, status) => {
    const address = `${desk.url.replace('http', 'ws')}/v3/directline/conversations/${chat.conversationId}/stream`;
    const socket = new WebSocket(address + query());
    socket.on('error', () => {});
    const answered = await new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.once('open', () => resolve('open'));
    });
    socket.terminate();
    expect(answered).toBe(status);
  });
});

describe('an activity that is odd', () => {
  test.each([
    ['bad JSON', '{"type": "message"', 400],
    ['no object', '7', 400],
    ['a list', [], 400],
    ['no type', { text: 'x' }, 400],
    ['a text that is none', { type: 'message', text: { toString: 'x' } }, 400],
    ['2 MB', { type: 'message', text: 'x'.repeat(2_000_000) }, 413],
    ['100,000 characters', { type: 'message', text: 'x'.repeat(100_000) }, 400],
    ['a key that changes every object', '{"type": "message", "text": "x", "__proto__": {"x": 1}}', 400],
  ])('%s: a clear error, and nothing is saved', async (_, body, status) => {
    const before = await saved();
    const answer = await post(body);
    expect({ status: answer.status, body: answer.body }).toEqual({
      status,
      body: { error: { code: expect.any(String), message: expect.stringMatching(/^[A-Z].{20,}/) } },
    });
    expect(await saved()).toEqual(before);
  });

  test.each([
    ['script tags', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['NUL', 'a\u0000b', 'a\uFFFDb'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
    ['only controls', '\u0007', '\uFFFD'],
    ['20,000 characters', 'è'.repeat(20_000), 'è'.repeat(20_000)],
    ['SQL', "'; DROP TABLE messages; --", "'; DROP TABLE messages; --"],
  ])('%s: is kept as harmless plain text, and answered', async (_, text, kept) => {
    chat = (await call('POST', '/conversations', { body: {} })).body as typeof chat;
    const before = (await saved()).length;
    const answer = await post({ type: 'message', text });
    expect(answer.status).toBe(200);
    const [said, ...answers] = (await saved()).slice(before);
    expect(said).toMatchObject({ author: 'customer', text: kept });
    expect(answers.length).toBeGreaterThan(0);
    const read = await call('GET', `${activities()}?watermark=${before}`, { token: chat.token });
    expect((read.body as { activities: object[] }).activities[0]).toMatchObject({ text: kept, textFormat: 'plain' });
  });

  test('a watermark that is no number is a bad argument; one of the future finds nothing', async () => {
    for (const watermark of ['x', '-1', '1.5', '1e99', '99999999999999999999']) {
      const answer = await call('GET', `${activities()}?watermark=${watermark}`, { token: chat.token });
      expect(answer).toMatchObject({ status: 400, body: error('BadArgument') });
    }
    const ahead = await call('GET', `${activities()}?watermark=1000000`, { token: chat.token });
    expect(ahead.body).toEqual({ activities: [], watermark: '1000000' });
  });

  test.each([
    ['bad JSON', '{', 400],
    ['no object', '7', 400],
    [
      'no conversation',
      { type: 'message', channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', from: { id: 'x' } },
      400,
    ],
    ['2 MB', { type: 'message', text: 'x'.repeat(2_000_000) }, 413],
  ])('%s on /api/messages: a clear error', async (_, body, status) => {
    const answer = await postActivity(desk.url, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({
      error: { code: expect.any(String), message: expect.stringMatching(/^[A-Z].{20,}/) },
    });
  });

  test('a long text, NUL and half a character on /api/messages', async () => {
    expect((await postActivity(desk.url, channel.activity({ text: 'x'.repeat(100_000) }))).status).toBe(413);
    const text = 'quanto costa\u0000 la spedizione\uD800?';
    expect((await postActivity(desk.url, channel.activity({ text }))).status).toBe(200);
    const [said] = await desk.store.messages(channel.threadId, 0, 10);
    expect(said?.text).toBe('quanto costa\uFFFD la spedizione\uFFFD?');
    expect(channel.taken.length).toBeGreaterThan(0);
  });

  test('an invoke that nobody knows is answered 501, as Bot Framework wants it', async () => {
    expect((await postActivity(desk.url, channel.activity({ type: 'invoke', name: 'x' }))).status).toBe(501);
    expect(desk.handler.ignored.get('invoke')).toBe(1);
  });
});

test.each([
  ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ['from a page in a browser', { origin: 'https://evil.example' }],
])('without an app id, who comes %s is told why it is not served', async (_, headers: Record<string, string>) => {
  const answer = await postActivity(desk.url, channel.activity({ text: 'ciao' }), headers);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('MicrosoftAppId');
});

test('after all that, nothing was reported but what a channel refused, and the desk still serves', async () => {
  expect(desk.troubles).toEqual([]);
  chat = (await call('POST', '/conversations', { body: {} })).body as typeof chat;
  expect((await post({ type: 'message', text: 'Quanto costa la spedizione?' })).status).toBe(200);
  expect((await saved()).some(({ text }) => text.includes('5,90'))).toBe(true);
});
