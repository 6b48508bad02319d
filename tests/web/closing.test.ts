import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { refuseUpgrade, type Route } from '../../bot/service/http.ts';
import { createServer } from '../../bot/web/server.ts';
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

/** A peer that asks for a WebSocket, reads the answer, and never hangs up by itself. */
async function clinging(port: number, path: string): Promise<{ socket: Socket; status: string }> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return { socket, status: answer.toString().split(' ')[1] ?? '' };
}

test('whoever clings to a socket that was refused is cut off, and holds up no end', async () => {
  const { port, server } = await serving([], {}, [
    (request, socket) => {
      if (request.url === '/bad') throw new TypeError('cannot read this');
      return request.url === '/taken' && refuseUpgrade(socket, '403 Forbidden');
    },
  ]);
  const peers = await Promise.all(
    ['/none', '/bad', '/taken'].flatMap((path) => Array.from({ length: 20 }, () => clinging(port, path))),
  );
  expect(new Set(peers.map(({ status }) => status))).toEqual(new Set(['404', '400', '403']));
  // Writing is how a peer learns that nobody is there any more.
  for (const { socket } of peers) {
    const knocking = setInterval(() => socket.write('x'), 20);
    await new Promise((closed) => socket.once('close', closed));
    clearInterval(knocking);
  }
  const late = await clinging(port, '/none');
  await server.close();
  late.socket.destroy();
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

test('a port that another program has is told by its number, with what to do', async () => {
  const first = await serving([]);
  const second = createServer({ routes: [], upgrades: [], trustProxy: false, log: () => {} });
  await expect(second.listen(first.port, '127.0.0.1')).rejects.toThrow(
    `Port ${first.port} is taken by another program. Stop that one, or set PORT to another number.`,
  );
  await first.server.close();
});
