import { connect } from 'node:net';
import type { Route, Upgrade } from '../../bot/service/http.ts';
import { createServer, type WebServer, type WebServerSettings } from '../../bot/web/server.ts';

export interface Given {
  readonly url: string;
  readonly port: number;
  readonly server: WebServer;
  /** Lines of the log so far. */
  readonly log: readonly { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[];
}

/** Starts a web server with these routes on a free port; who asks for it closes it. */
export async function serving(
  routes: readonly Route[],
  settings: Partial<WebServerSettings> = {},
  upgrades: readonly Upgrade[] = [],
): Promise<Given> {
  const log: { event: string; facts: Readonly<Record<string, unknown>> }[] = [];
  const server = createServer({
    routes,
    upgrades,
    trustProxy: false,
    log: (_, event, facts = {}) => log.push({ event, facts }),
    ...settings,
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, port: Number(new URL(url).port), server, log };
}

/** Sends bytes as they are and gives all that comes back until the other end closes. */
export function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** A route that gives back what it was called with. */
export const echo: Route = {
  method: 'post',
  path: '/echo/:name',
  async handle({ params, query, body, address, origin }) {
    return { status: 200, body: { params, query: [...query], body, address, origin } };
  },
};

export function post(url: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  const type = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers: { ...type, ...headers }, body: body as BodyInit });
}
