import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import type { Log, ModelCache } from '../service/ports.ts';
import { matterOf, type Model } from '../understanding/model.ts';
import { locationOf } from './location.ts';

/*
 * Learned models as files, so that a large corpus is learned once and not at each start. A file is named by a hash of all that the
 * model depends on: the examples and synonyms, and the method, which is the source of bot/understanding itself, the stemmers'
 * version and Node's. So neither an editor's change nor a programmer's can meet an old model.
 * A file holds a line with what it is, its name and the hash of its body, and then the body. It is written under another
 * name and renamed when it is whole. A file that is not what it says is told, removed and made anew.
 */

/** The cache beside the database that a DATABASE_URL names; undefined for one that keeps nothing. */
export function cacheFolderOf(databaseUrl: string): string | undefined {
  const location = locationOf(databaseUrl);
  return location === ':memory:' ? undefined : join(dirname(location), 'cache');
}

export function modelCache(folder: string, log: Log): ModelCache {
  return {
    load: (corpus) => {
      const name = nameOf(matterOf(corpus));
      const path = join(folder, `${name}.model`);
      const bytes = read(path);
      if (bytes === undefined) return undefined;
      const model = opened(bytes, name);
      if (model === undefined) {
        log('warn', 'model-cache-damaged', { file: path });
        remove(path);
      }
      return model;
    },
    save: (corpus, model) => {
      const name = nameOf(matterOf(corpus));
      const path = join(folder, `${name}.model`);
      const draft = `${path}.${process.pid}.draft`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(draft, sealed(serialize(model), name));
        renameSync(draft, path);
        removeOld(folder);
      } catch (error) {
        remove(draft);
        log('warn', 'model-cache-unwritable', { folder, error: String(error) });
      }
    },
  };
}

const form = 'sportello-model';
const kept = 4;
const understanding = resolve(import.meta.dirname, '../understanding');
let method: string | undefined;

function nameOf(matter: string): string {
  method ??= hash(
    JSON.stringify([
      process.version,
      createRequire(import.meta.url)('natural/package.json'),
      readdirSync(understanding)
        .toSorted()
        .map((file) => [file, readFileSync(join(understanding, file), 'utf8')]),
    ]),
  );
  return hash(method + matter).slice(0, 32);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function sealed(body: Buffer, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${form} ${name} ${hash(body)}\n`), body]);
}

/** The model in a file; undefined when it is damaged, cut short, or another. */
function opened(bytes: Buffer, name: string): Model | undefined {
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  if (bytes.subarray(0, end).toString() !== `${form} ${name} ${hash(body)}`) return undefined;
  try {
    // The hash proves that this program wrote it, so that its form needs no further check.
    return deserialize(body) as Model;
  } catch {
    return undefined;
  }
}

/** Keeps the newest few: an editor goes back and forth between them. */
function removeOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => /\.(model|draft)$/.test(file))
    .map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { file } of files.slice(kept)) remove(join(folder, file));
}

/** A file that cannot be removed is in nobody's way: the next one is written over it, or its failure told. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
