import type { IncomingMessage } from 'node:http';

/** What became of a request's body; `gone` when the peer went away before its end. */
export type Body =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json'; readonly why: 'type' | 'syntax' | 'forbidden-key' }
  | { readonly kind: 'gone' };

/** A body over the limit is read to this many bytes and thrown away, so that the peer is told, then cut off. */
const discardLimit = 16 * 1024 * 1024;

/** Reads a body as JSON, at most `limit` bytes; an empty body is undefined. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body> {
  const bytes = await readBytes(request, limit);
  if (!Buffer.isBuffer(bytes)) return { kind: bytes };
  if (bytes.length === 0) return { kind: 'read', value: undefined };
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type) || request.headers['content-encoding'] !== undefined) {
    return { kind: 'not-json', why: 'type' };
  }
  return parse(bytes);
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks = [];
      if (size > discardLimit) resolve('too-large');
    });
    request.once('end', () =>
      resolve(size > limit ? 'too-large' : chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)),
    );
    request.once('close', () => resolve('gone'));
    request.once('error', () => resolve('gone'));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): Body {
  try {
    const text = utf8.decode(bytes);
    const value: unknown = mayPollute(text) ? JSON.parse(text, refusePrototypes) : JSON.parse(text);
    return { kind: 'read', value };
  } catch (error) {
    return { kind: 'not-json', why: error instanceof ForbiddenKey ? 'forbidden-key' : 'syntax' };
  }
}

class ForbiddenKey extends Error {}

/** Escapes could spell a forbidden key too, so any escape of a letter or of `_` is looked at more closely. */
function mayPollute(text: string): boolean {
  return /__proto__|"constructor"|\\u00[567]/i.test(text);
}

/** Keys through which a careless merge, here or in a library, would reach the prototype of every object. */
function refusePrototypes(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__') throw new ForbiddenKey();
  if (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype')) {
    throw new ForbiddenKey();
  }
  return value;
}
