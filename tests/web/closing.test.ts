import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Route } from '../../bot/service/http.ts';
import { serving } from './given.ts';

test('a request that runs when the server closes is answered, and later ones find nobody', async () => {
  let entered = () => {};
  const inside = new Promise<void>((resolve) => (entered = resolve));
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const slow: Route = {
    method: 'get',
    path: '/slow',
    async handle() {
      entered();
      await finished;
      return { status: 200, body: { done: true } };
    },
  };
  const { url, server } = await serving([slow]);
  const running = fetch(`${url}/slow`);
  await inside;
  const closed = server.close();
  finish();
  expect(await (await running).json()).toEqual({ done: true });
  await closed;
  await expect(fetch(`${url}/slow`)).rejects.toThrow('fetch failed');
});

test('open sockets are told that the server goes away', async () => {
  const sockets = new WebSocketServer({ noServer: true });
  const { url, server } = await serving([], {}, [
    (request, socket, head) => {
      if (request.url !== '/stream') return false;
      sockets.handleUpgrade(request, socket, head, () => {});
      return true;
    },
  ]);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/stream`);
  await once(socket, 'open');
  const told = once(socket, 'close');
  await server.close();
  expect((await told)[0]).toBe(1001);
});

test('a socket that nobody takes is refused, and one whose taker fails does not end the process', async () => {
  const { url, server, log } = await serving([], {}, [
    (request) => {
      if (request.url === '/bad') throw new TypeError('cannot read this');
      return false;
    },
  ]);
  const refusals = ['/none', '/bad'].map(async (path) => {
    const socket = new WebSocket(url.replace('http', 'ws') + path);
    const [error] = (await once(socket, 'error')) as [Error];
    return error.message;
  });
  expect(await Promise.all(refusals)).toEqual(['Unexpected server response: 404', 'Unexpected server response: 400']);
  expect(log.map(({ event }) => event)).toEqual(['upgrade failed']);
  await server.close();
});

test('a stream is written as it comes, hears that its reader left, and ends with the server', async () => {
  let left = 0;
  const stream: Route = {
    method: 'get',
    path: '/news',
    handle: async () => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      async stream(write, closed) {
        write('data: hello\n\n');
        await new Promise<void>((resolve) => closed.addEventListener('abort', () => resolve()));
        left += 1;
      },
    }),
  };
  const { url, server } = await serving([stream]);
  const leaving = new AbortController();
  const reader = (await fetch(`${url}/news`, { signal: leaving.signal })).body!.getReader();
  expect(Buffer.from((await reader.read()).value!).toString()).toBe('data: hello\n\n');
  leaving.abort();
  const staying = await fetch(`${url}/news`);
  await server.close();
  expect(await staying.text()).toBe('data: hello\n\n');
  expect(left).toBe(2);
});
