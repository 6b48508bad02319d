import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createLimit } from '../../bot/channels/directline/limit.ts';
import { systemClock } from '../../bot/service/clock.ts';
import { morning } from '../conversation/mind.ts';
import { type Desk, type DeskOptions, openDesk, until } from './open-desk.ts';

/* What Direct Line's client does not show of Direct Line. */

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  ends.push(() => desk.close());
  return desk;
}

interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

async function begin(desk: Desk): Promise<Begun> {
  const response = await fetch(`${desk.url}/v3/directline/conversations`, { method: 'POST' });
  return (await response.json()) as Begun;
}

function say(desk: Desk, { conversationId, token }: Begun, text: string): Promise<Response> {
  return fetch(`${desk.url}/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text }),
  });
}

interface Frame {
  readonly activities: readonly { readonly text: string; readonly id: string }[];
  readonly watermark: string;
}

function listen(url: string): { frames: Frame[]; socket: WebSocket } {
  const frames: Frame[] = [];
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Frame));
  ends.push(() => socket.terminate());
  return { frames, socket };
}

describe('the stream', () => {
  test('gives each of many readers every message once and in order, wherever it starts', async () => {
    const desk = await open({ messagesPerMinute: 1000 });
    const begun = await begin(desk);
    const early = listen(begun.streamUrl);
    const texts = Array.from({ length: 30 }, (_, index) => `domanda ${index}`);
    await Promise.all(texts.map((text) => say(desk, begun, text)));
    const late = listen(begun.streamUrl);
    const middle = listen(begun.streamUrl.replace('watermark=0', 'watermark=7'));
    const all = await desk.store.messages(`webchat:${begun.conversationId}`, 0, 1000);
    for (const [{ frames }, from] of [
      [early, 0],
      [late, 0],
      [middle, 7],
    ] as const) {
      const heard = await until('all messages', () => {
        const activities = frames.flatMap((frame) => frame.activities);
        return activities.length >= all.length - from ? activities : undefined;
      });
      expect(heard.map(({ text }) => text)).toEqual(all.slice(from).map(({ text }) => text));
      expect(frames.at(-1)?.watermark).toBe(String(all.length));
    }
  });

  test('sends a long history in parts', async () => {
    const desk = await open({ messagesPerMinute: 1000 });
    const begun = await begin(desk);
    for (let index = 0; index < 110; index += 1) await say(desk, begun, `domanda ${index}`);
    const { frames } = listen(begun.streamUrl);
    const all = await desk.store.messages(`webchat:${begun.conversationId}`, 0, 1000);
    expect(all.length).toBeGreaterThan(100);
    await until('all', () => (frames.flatMap(({ activities }) => activities).length === all.length ? true : undefined));
    expect(frames.every(({ activities }) => activities.length <= 100)).toBe(true);
  });

  test('closes a socket that no longer answers, and takes no more than twenty of one chat', async () => {
    const strict = await open({ heartbeatEvery: 50 });
    const dumb = new WebSocket((await begin(strict)).streamUrl, { autoPong: false });
    await new Promise((resolve) => dumb.once('close', resolve));
    // With another desk: on a busy machine even who answers may be late for such a heartbeat.
    const desk = await open();
    const begun = await begin(desk);
    const readers = Array.from({ length: 20 }, () => listen(begun.streamUrl).socket);
    await Promise.all(readers.map((socket) => new Promise((opened) => socket.once('open', opened))));
    const refused = await new Promise((resolve) => {
      listen(begun.streamUrl).socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
    });
    expect(refused).toBe(429);
  });
});

describe('a limit', () => {
  test('holds back a chat that writes too fast, says for how long, and loses nothing of the rest', async () => {
    // Its clock stands still: whoever waits gets a little of the limit back.
    const desk = await open({ messagesPerMinute: 3, clock: { ...systemClock, now: () => morning } });
    const begun = await begin(desk);
    const answers = [await say(desk, begun, 'uno'), await say(desk, begun, 'due'), await say(desk, begun, 'tre')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('retry-after')).toBe('20');
    expect(await answers[2]?.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
    const other = await begin(desk);
    expect((await say(desk, other, 'altro')).status).toBe(200);
  });

  test('holds back an address that begins too many chats', async () => {
    const desk = await open({ chatsPerMinute: 2, trustProxy: true });
    const from = (address: string) =>
      fetch(`${desk.url}/v3/directline/tokens/generate`, { method: 'POST', headers: { 'x-forwarded-for': address } });
    const statuses = [];
    for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2']) {
      statuses.push((await from(address)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test('lets as many through each minute as it says, evenly', () => {
    const limit = createLimit(60);
    expect(Array.from({ length: 62 }, () => limit('a', 0)).filter((wait) => wait === 0).length).toBe(60);
    expect([limit('a', 1000), limit('a', 1000), limit('a', 61_000), limit('b', 0)]).toEqual([0, 1, 0, 0]);
  });
});

describe('a page of another site', () => {
  const origin = 'https://shop.example';
  const ask = (desk: Desk, method: string, from: string) =>
    fetch(`${desk.url}/v3/directline/tokens/generate`, { method, headers: { origin: from } });

  test('is not let in by default', async () => {
    const desk = await open();
    expect((await ask(desk, 'POST', origin)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask(desk, 'OPTIONS', origin)).status).toBe(405);
  });

  test('is let in when it is on the list, and no other', async () => {
    const desk = await open({ allowedOrigins: [origin, 'https://*.group.example'] });
    const preflight = await ask(desk, 'OPTIONS', origin);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await ask(desk, 'POST', origin)).headers.get('access-control-allow-origin')).toBe(origin);
    expect((await ask(desk, 'OPTIONS', 'https://evil.example')).status).toBe(403);
    const below = 'https://it.shop.group.example';
    expect((await ask(desk, 'POST', below)).headers.get('access-control-allow-origin')).toBe(below);
    expect((await ask(desk, 'OPTIONS', 'https://evilgroup.example')).status).toBe(403);
    const other = await ask(desk, 'POST', 'https://evil.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('a customer whom the page names has a name that begins with dl_, as Direct Line wants it', async () => {
  const desk = await open();
  const generate = (user: object) =>
    fetch(`${desk.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user }),
    });
  expect((await generate({ id: 'anna' })).status).toBe(400);
  const response = await generate({ id: 'dl_anna', name: 'Anna' });
  const { token, conversationId } = (await response.json()) as Begun;
  await fetch(`${desk.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const stored = await desk.store.load(`webchat:${conversationId}`);
  expect(stored?.conversation.thread.customer).toEqual({ id: 'dl_anna', name: 'Anna' });
});

test('a customer is greeted in the language that the browser prefers, wherever it stands', async () => {
  const desk = await open();
  const response = await fetch(`${desk.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { 'accept-language': 'en;q=0.1, it;q=0.9' },
  });
  const { conversationId } = (await response.json()) as Begun;
  const [greeting] = await desk.store.messages(`webchat:${conversationId}`, 0, 1);
  expect(greeting?.language).toBe('it');
});

test('activities that mean nothing to a bot are counted by type, and made-up types together', async () => {
  const desk = await open();
  const begun = await begin(desk);
  for (const type of ['typing', 'x1', 'x2', 'message', 'commandResult']) {
    await fetch(`${desk.url}/v3/directline/conversations/${begun.conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${begun.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type }),
    });
  }
  expect(Object.fromEntries(desk.handler.ignored)).toEqual({
    other: 2,
    'empty message': 1,
    commandResult: 1,
  });
});
