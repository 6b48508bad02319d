import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Call, Reply, Route } from '../service/http.ts';
import { bundle } from './bundle.ts';
import { bestEncoding, type Encoding } from './send.ts';

/*
 * Files for browsers: read once, kept in memory, compressed once when first asked for. The address holds a hash of the content, so
 * that a browser keeps a file for ever and still gets a new one at once. TypeScript is served with its types blanked out, so a
 * page's code needs no build, and its line numbers are those of the source.
 */

export interface Assets {
  /** Reads a file, and the modules that it imports, and gives the address under which browsers find it. */
  add(file: URL): string;
  /** The same for a library's file, with its text put right. */
  addMended(file: URL, mended: (text: string) => string): string;
  /** The same for a file that was built: its name holds a hash already, and what it imports is named in it. */
  addBuilt(file: URL): string;
  /** A module and all that it imports as one plain script, at an address of its own; kept by browsers for 5 minutes. */
  scriptFor(path: string, file: URL): Route;
  /** Serves all that was added. */
  readonly route: Route;
}

/** Makes an empty collection of assets. */
export function createAssets(): Assets {
  const addresses = new Map<string, string>();
  const served = new Map<string, Asset>();

  function add(file: URL): string {
    const known = addresses.get(file.href);
    if (known !== undefined) return known;
    return serve(file, read(file, add));
  }

  function addMended(file: URL, mended: (text: string) => string): string {
    return addresses.get(file.href) ?? serve(file, assetOf(file, Buffer.from(mended(readFileSync(file, 'utf8')))));
  }

  function serve(file: URL, asset: Asset): string {
    const name = nameOf(file, asset.hash);
    served.set(name, asset);
    addresses.set(file.href, `/assets/${name}`);
    return `/assets/${name}`;
  }

  function addBuilt(file: URL): string {
    const name = basename(fileURLToPath(file));
    served.set(name, assetOf(file, readFileSync(file)));
    return `/assets/${name}`;
  }

  return {
    add,
    addMended,
    addBuilt,
    scriptFor: (path, file) => {
      const asset = assetOf(file, Buffer.from(bundle(file)));
      return { method: 'get', path, handle: (call) => reply(call, asset, 'public, max-age=300') };
    },
    route: {
      method: 'get',
      path: '/assets/:name',
      async handle(call) {
        const asset = served.get(call.params['name'] ?? '');
        if (asset === undefined) {
          return {
            status: 404,
            headers: { 'cache-control': 'no-store' },
            body: 'There is no such file. Reload the page.',
          };
        }
        return await reply(call, asset, 'public, max-age=31536000, immutable');
      },
    },
  };
}

interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly content: Buffer;
  readonly compressed: (encoding: Encoding) => Promise<Buffer>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
};

function read(file: URL, add: (file: URL) => string): Asset {
  return assetOf(file, file.pathname.endsWith('.ts') ? moduleOf(file, add) : readFileSync(file));
}

function assetOf(file: URL, content: Buffer): Asset {
  const path = fileURLToPath(file);
  const type = types[extname(path)];
  if (type === undefined)
    throw new Error(`${path}: files of this kind are not served. Add its content type to assets.ts.`);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { type, hash, content, compressed: compressOnce(content) };
}

/** Imports are rewritten to the addresses of what they import, so a module's hash covers those too. */
function moduleOf(file: URL, add: (file: URL) => string): Buffer {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
  const rewritten = code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+\.ts)'/g,
    (_, before: string, to: string) => `${before}'${add(new URL(to, file))}'`,
  );
  return Buffer.from(rewritten);
}

/** `chat-page.Ab3.js` for chat/client/page.ts. */
function nameOf(file: URL, hash: string): string {
  const path = fileURLToPath(file);
  const folder = basename(dirname(path).replace(/\/(?:client|dist)$/, ''));
  const extension = extname(path);
  return `${folder}-${basename(path, extension)}.${hash}${extension === '.ts' ? '.js' : extension}`;
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Above this size the best brotli keeps the first visitor waiting, and a level below it is nearly as small. */
const largeFile = 100 * 1024;

function compressOnce(content: Buffer): (encoding: Encoding) => Promise<Buffer> {
  const made: Partial<Record<Encoding, Promise<Buffer>>> = {};
  const make = (encoding: Encoding): Promise<Buffer> => {
    if (encoding === 'gzip') return zip(content, { level: 6 });
    const quality = content.length > largeFile ? 9 : 11;
    return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  };
  return async (encoding) => (made[encoding] ??= make(encoding));
}

async function reply(call: Call, asset: Asset, cacheControl: string): Promise<Reply> {
  const encoding = bestEncoding(call.headers['accept-encoding']);
  const etag = `"${asset.hash}${encoding === undefined ? '' : `-${encoding}`}"`;
  const headers = {
    'content-type': asset.type,
    'cache-control': cacheControl,
    etag,
    vary: 'accept-encoding',
    // The bubble and its modules are loaded by pages of other sites; there is nothing secret in any of these files.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (call.headers['if-none-match']?.includes(etag) === true) return { status: 304, headers };
  if (encoding === undefined) return { status: 200, headers, body: asset.content };
  const body = await asset.compressed(encoding);
  return { status: 200, headers: { ...headers, 'content-encoding': encoding }, body };
}
