import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Reply } from '../service/http.ts';

/** Headers of every reply; a page that needs more than nothing brings its own policy. */
const defaults = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Smaller bodies fit into one packet anyway. */
const compressFrom = 1400;

/** Writes a reply whole; text of more than 1400 bytes is compressed unless it is already. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
  closing: AbortSignal,
): Promise<void> {
  const headers: Record<string, string | number> = { ...defaults, ...extra, ...reply.headers };
  for (const cookie of reply.cookies ?? []) response.appendHeader('set-cookie', cookie);
  if (reply.stream !== undefined) return await stream(request, response, reply.status, headers, reply.stream, closing);
  let body = bytesOf(reply, headers);
  if (body !== undefined && body.length >= compressFrom && compressible(headers)) {
    headers['vary'] = headers['vary'] === undefined ? 'accept-encoding' : `${headers['vary']}, accept-encoding`;
    const encoding = bestEncoding(request.headers['accept-encoding']);
    if (encoding !== undefined) {
      body = await compress(body, encoding);
      headers['content-encoding'] = encoding;
    }
  }
  if (response.destroyed || response.headersSent) return;
  if (reply.status !== 204 && reply.status !== 304) headers['content-length'] = body?.length ?? 0;
  response.writeHead(reply.status, headers);
  if (body === undefined || request.method === 'HEAD') response.end();
  else response.end(body);
}

/** Bytes that may wait for a slow reader before `write` says so. */
const streamBacklog = 1024 * 1024;

async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number>,
  run: NonNullable<Reply['stream']>,
  closing: AbortSignal,
): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const write = (chunk: string) => {
    if (response.destroyed || response.writableLength > streamBacklog) return false;
    response.write(chunk);
    return true;
  };
  try {
    if ((await run(write, AbortSignal.any([gone.signal, closing]))) === 'cut') response.destroy();
    else response.end();
  } catch (error) {
    // Its status is sent: to cut it short is all that is left to tell the reader.
    response.destroy();
    throw error;
  }
}

export type Encoding = 'br' | 'gzip';

/** The best encoding that the peer accepts; undefined = as it is. */
export function bestEncoding(accepted: string | string[] | undefined): Encoding | undefined {
  const names = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : undefined;
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Quick rather than small: for replies that are made anew each time. */
async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'gzip') return await zip(body, { level: 5 });
  return await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

function bytesOf(reply: Reply, headers: Record<string, string | number>): Uint8Array | undefined {
  const { body } = reply;
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') {
    headers['content-type'] ??= 'text/plain; charset=utf-8';
    return Buffer.from(body);
  }
  headers['content-type'] ??= 'application/json; charset=utf-8';
  headers['cache-control'] ??= 'no-store';
  return Buffer.from(JSON.stringify(body));
}

function compressible(headers: Record<string, string | number>): boolean {
  if (headers['content-encoding'] !== undefined) return false;
  return /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/.test(
    String(headers['content-type'] ?? ''),
  );
}
