import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorReply, type Call, type Reply, type Route, type Upgrade } from '../service/http.ts';
import type { Log } from '../service/ports.ts';
import { readJson } from './body.ts';
import { errorFor } from './errors.ts';
import { createRestify, type Handler, type RestifyRequest, type RestifyServer } from './restify.ts';
import { send } from './send.ts';
import { openSockets } from './sockets.ts';

export interface WebServerSettings {
  /** All that the product serves: the table of contents is the list that main puts together. */
  readonly routes: readonly Route[];
  readonly upgrades: readonly Upgrade[];
  readonly log: Log;
  /** Bytes of a JSON body. Default 262144. */
  readonly bodyLimit?: number;
  /** A proxy in front is believed about the peer's address, scheme and host. */
  readonly trustProxy: boolean;
  /** `https://care.example`; default: taken from each request. */
  readonly publicUrl?: string;
}

export interface WebServer {
  /** Resolves to the address for a browser on this machine; port 0 takes a free one; without `host`, all addresses. Rejects when the port is taken. */
  listen(port: number, host?: string): Promise<string>;
  /** Takes no more, lets running requests end for up to 5 seconds, then closes what is left. */
  close(): Promise<void>;
}

const defaultBodyLimit = 256 * 1024;
const closingTime = 5000;

/** Makes the web server; nothing listens until `listen`. */
export function createServer(settings: WebServerSettings): WebServer {
  const server = createRestify();
  const sockets = openSockets(server, settings.upgrades, settings.log);
  const context: Context = { settings, extra: extraHeaders(settings), closing: sockets.closing };

  refuseUnreadable(server, context);
  for (const route of settings.routes) mount(server, route, context);
  answerUnrouted(server, context);
  limitTimes(server);

  return {
    listen: (port, host) => listen(server, port, host),
    close: () => sockets.close(closingTime),
  };
}

interface Context {
  readonly settings: WebServerSettings;
  readonly extra: Readonly<Record<string, string>>;
  readonly closing: AbortSignal;
}

function extraHeaders({ publicUrl }: WebServerSettings): Readonly<Record<string, string>> {
  return publicUrl?.startsWith('https:') === true ? { 'strict-transport-security': 'max-age=31536000' } : {};
}

/** restify would throw out of its event handler, and end the process, on an address or Host that is no URL. */
function refuseUnreadable(server: RestifyServer, { closing }: Context): void {
  server.first((request, response) => {
    try {
      request.getUrl();
      return true;
    } catch {
      const reply = errorReply(400, 'bad-request', 'The address or the Host of this request is not a valid URL.');
      void send(request, response, reply, { connection: 'close' }, closing);
      return false;
    }
  });
}

const mounts = { get: 'get', post: 'post', put: 'put', patch: 'patch', delete: 'del', options: 'opts' } as const;

function mount(server: RestifyServer, route: Route, context: Context): void {
  const handler = handlerOf(route, context);
  server[mounts[route.method]]({ path: route.path }, handler);
  if (route.method === 'get') server.head({ path: route.path }, handler);
}

function handlerOf(route: Route, context: Context): Handler {
  return async (request, response) => {
    const reply = await answer(route, request, context);
    if (reply === 'gone') return;
    const { closing } = context;
    const extra = closing.aborted ? { ...context.extra, connection: 'close' } : context.extra;
    try {
      await send(request, response, reply, extra, closing);
    } catch (error) {
      await send(request, response, failed(error, request, route, context), extra, closing);
    }
  };
}

async function answer(route: Route, request: RestifyRequest, context: Context): Promise<Reply | 'gone'> {
  try {
    const body = await bodyOf(route, request, context);
    if (body === 'gone') return 'gone';
    if ('status' in body) return body;
    return await route.handle(callOf(request, body.value, context.settings));
  } catch (error) {
    return failed(error, request, route, context);
  }
}

/** The customer gets a number, the log the reason. */
function failed(error: unknown, request: RestifyRequest, route: Route, { settings }: Context): Reply {
  const id = randomUUID();
  settings.log('error', 'request failed', {
    id,
    method: request.method,
    route: route.path,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  const message = `Something failed on our side. Try again; if it persists, quote the error id ${id}.`;
  return errorReply(500, 'internal', message, { facts: { id } });
}

async function bodyOf(
  route: Route,
  request: RestifyRequest,
  { settings }: Context,
): Promise<{ value: unknown } | Reply | 'gone'> {
  const reads = route.reads ?? (['post', 'put', 'patch'].includes(route.method) ? 'json' : 'none');
  if (reads === 'none') return { value: undefined };
  const limit = settings.bodyLimit ?? defaultBodyLimit;
  const body = await readJson(request, limit);
  if (body.kind === 'read') return { value: body.value };
  if (body.kind === 'gone') return 'gone';
  if (body.kind === 'not-json') return notJson[body.why]();
  return closed(errorReply(413, 'too-large', `The body is larger than ${limit} bytes. Send less at once.`));
}

const notJson = {
  type: () =>
    errorReply(
      415,
      'unsupported-media-type',
      'The body must be JSON, uncompressed. Send it with content-type application/json.',
    ),
  syntax: () => errorReply(400, 'bad-json', 'The body is not valid JSON in UTF-8. Check its syntax and its encoding.'),
  'forbidden-key': () =>
    errorReply(
      400,
      'bad-json',
      'The body has a key that is not allowed (__proto__ or constructor.prototype). Remove it.',
    ),
};

function closed(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, connection: 'close' } };
}

function callOf(request: RestifyRequest, body: unknown, settings: WebServerSettings): Call {
  const url = request.getUrl();
  return {
    params: request.params,
    // Most routes look at none, and to parse them costs as much as the rest of a small call.
    get query() {
      return url.searchParams;
    },
    headers: request.headers,
    body,
    address: addressOf(request, settings),
    origin: settings.publicUrl === undefined ? originOf(request, url, settings) : new URL(settings.publicUrl).origin,
  };
}

/** The last entry is the one that our own proxy wrote; those before it are anybody's claim. */
function addressOf(request: IncomingMessage, { trustProxy }: WebServerSettings): string {
  const forwarded = trustProxy ? lastOf(request.headers['x-forwarded-for']) : undefined;
  return forwarded ?? request.socket.remoteAddress ?? '';
}

function originOf(request: IncomingMessage, url: URL, { trustProxy }: WebServerSettings): string {
  if (!trustProxy) return url.origin;
  const scheme = lastOf(request.headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';
  const host = lastOf(request.headers['x-forwarded-host']) ?? url.host;
  return URL.parse(`${scheme}://${host}`)?.origin ?? url.origin;
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const last = String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === '' ? undefined : last;
}

/** The replies are complete here, so restify's callback is left alone: it would send an error of its own. */
function answerUnrouted(server: RestifyServer, { extra, closing }: Context): void {
  server.on('NotFound', (request: RestifyRequest, response: ServerResponse) => {
    const message = 'There is nothing at this address. Check its spelling.';
    void send(request, response, errorFor(request.headers, 404, 'not-found', message), extra, closing);
  });
  server.on('MethodNotAllowed', (request: RestifyRequest, response: ServerResponse) => {
    const message = `This address does not take ${request.method}; see the Allow header for what it takes.`;
    void send(request, response, errorReply(405, 'method-not-allowed', message), extra, closing);
  });
}

/** A peer that dribbles its request is cut off; an idle connection outlives the minute of usual proxies. */
function limitTimes({ server }: RestifyServer): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
}

function listen(restify: RestifyServer, port: number, host: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenError(error, port, host));
    // restify tells of it a second time, and an event 'error' that nobody hears would end the process.
    restify.once('error', fail);
    restify.server.once('error', fail);
    restify.server.listen(port, host, () => {
      restify.removeListener('error', fail);
      restify.server.removeListener('error', fail);
      const { port: taken } = restify.server.address() as AddressInfo;
      const name = host?.includes(':') === true ? `[${host}]` : (host ?? 'localhost');
      const everywhere = ['0.0.0.0', '[::]', '127.0.0.1', '[::1]'].includes(name);
      resolve(`http://${everywhere ? 'localhost' : name}:${taken}`);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken by another program. Stop that one, or set PORT to another number.`);
    case 'EACCES':
      return new Error(`Port ${port} is not allowed to this user. Set PORT to a number above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`This machine has no address ${host}. Set HOST to one of its own, or leave it empty for all.`);
    default:
      return error;
  }
}
