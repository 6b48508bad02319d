import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import type { Log, ModelCache } from '../service/ports.ts';
import { matterOf, type Model } from '../understanding/model.ts';
import { locationOf } from './location.ts';
import { readPacked, writePacked } from './packed.ts';

/*
 * Learned models as files, so that a large corpus is learned once and not at each start. A file is named by a hash of all that the
 * model depends on: the examples and synonyms, and the method, which is the source of bot/understanding itself, the stemmers'
 * version and Node's. So neither an editor's change nor a programmer's can meet an old model.
 * A file (packed.ts) is written under another name and renamed when it is whole. One that is not what it says is told, removed
 * and made anew.
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
      const found = readPacked(path, name);
      if (found === 'damaged') {
        log('warn', 'model-cache-damaged', { file: path });
        remove(path);
      }
      // The hash proves that this program wrote it, so that its form needs no further check.
      return typeof found === 'object' ? (found.data as Model) : undefined;
    },
    save: (corpus, model) => {
      const name = nameOf(matterOf(corpus));
      const path = join(folder, `${name}.model`);
      const draft = `${path}.${process.pid}.draft`;
      try {
        mkdirSync(folder, { recursive: true });
        writePacked(draft, name, model);
        renameSync(draft, path);
        removeOld(folder);
      } catch (error) {
        remove(draft);
        log('warn', 'model-cache-unwritable', { folder, error: String(error) });
      }
    },
  };
}

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

/** Keeps the newest few: an editor goes back and forth between them. Another process may do so too, and be faster. */
function removeOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => /\.(model|draft)$/.test(file))
    .map((file) => ({ file, at: statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at);
  for (const { file } of files.slice(kept)) remove(join(folder, file));
}

/** A file that cannot be removed is in nobody's way: the next one is written over it, or its failure told. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function hash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
