import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Desk, openDesk, workingHours } from './open-desk.ts';

/* After an hour away the token has run out: the resume pass beside it brings the customer back to the same conversation. */

const day = 24 * 3_600_000;
let desk: Desk;
let ahead = 0;
let begun: Passes;

interface Passes {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
}

beforeAll(async () => {
  const clock = workingHours();
  desk = await openDesk({ clock: { ...clock, now: () => clock.now() + ahead } });
});
afterAll(() => desk.close());
beforeEach(async () => {
  begun = (await call('POST', '/tokens/generate', undefined, { user: { id: 'dl_anna' }, locale: 'en-GB' })).body;
  await call('POST', '/conversations', begun.token, {});
});

async function call(method: string, path: string, token?: string, body?: object) {
  const response = await fetch(`${desk.url}/v3/directline${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Passes & { error?: { code: string } } };
}

const activities = () => `/conversations/${begun.conversationId}/activities`;
const customer = async () =>
  (await desk.store.load(`webchat:${begun.conversationId}`))?.conversation.thread.customer.id;

test('after a night away the customer goes on in the same conversation, as the same customer', async () => {
  ahead += day / 2;
  expect((await call('POST', '/tokens/refresh', begun.token)).body.error?.code).toBe('TokenExpired');
  expect((await call('POST', activities(), begun.token, { type: 'message', text: 'hello?' })).status).toBe(403);
  const back = await call('POST', '/tokens/refresh', begun.resume);
  expect(back.body).toMatchObject({ conversationId: begun.conversationId, expires_in: 3600 });
  expect((await call('POST', activities(), back.body.token, { type: 'message', text: 'hello?' })).status).toBe(200);
  const said = (await desk.store.messages(`webchat:${begun.conversationId}`, 0, 10)).map(({ author }) => author);
  expect(said.slice(0, 2)).toEqual(['bot', 'customer']);
  expect(await customer()).toBe('dl_anna');
});

test('the pass is renewed with each use, and ends after seven days without one', async () => {
  let { resume } = begun;
  for (let week = 0; week < 3; week += 1) {
    ahead += 7 * day - 60_000;
    const renewed = await call('POST', '/tokens/refresh', resume);
    expect(renewed.body.conversationId).toBe(begun.conversationId);
    ({ resume } = renewed.body);
  }
  ahead += 7 * day;
  const late = await call('POST', '/tokens/refresh', resume);
  expect([late.status, late.body.error?.code]).toEqual([403, 'TokenExpired']);
});

test('the pass opens nothing else: it neither posts nor reads nor streams', async () => {
  const { resume, conversationId } = begun;
  const before = await desk.store.messages(`webchat:${conversationId}`, 0, 10);
  const tries = await Promise.all([
    call('POST', activities(), resume, { type: 'message', text: 'x' }),
    call('GET', activities(), resume),
    call('GET', `/conversations/${conversationId}`, resume),
    call('POST', '/conversations', resume, {}),
    call('POST', `/conversations/${conversationId}/upload`, resume),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const stream = `${desk.url.replace('http', 'ws')}/v3/directline/conversations/${conversationId}/stream?t=${resume}`;
  const socket = new WebSocket(stream);
  socket.on('error', () => {});
  const answered = await new Promise((resolve) => {
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.once('open', () => resolve('open'));
  });
  socket.terminate();
  expect(answered).toBe(403);
  expect(await desk.store.messages(`webchat:${conversationId}`, 0, 10)).toEqual(before);
});

test('a pass that was changed is worth nothing, and the token of a stream renews nothing', async () => {
  const forged = begun.resume.slice(0, -2);
  const { body } = await call('GET', `/conversations/${begun.conversationId}`, begun.token);
  const stream = new URL((body as unknown as { streamUrl: string }).streamUrl).searchParams.get('t') ?? '';
  const tries = await Promise.all([forged, stream].map((pass) => call('POST', '/tokens/refresh', pass)));
  expect(tries.map((answer) => [answer.status, answer.body.error?.code])).toEqual([
    [403, 'Forbidden'],
    [403, 'Forbidden'],
  ]);
});
