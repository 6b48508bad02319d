import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../bot');

/** Lower floors first; see bot/README.md. A file directly in bot/ belongs to the top floor. */
const floorOf: Record<string, number> = {
  domain: 0,
  content: 1,
  understanding: 1,
  conversation: 1,
  service: 2,
  channels: 3,
  store: 3,
  web: 3,
  cli: 4,
  '.': 4,
};

/** Packages that may be imported in these folders only. */
const homes: Record<string, string[]> = {
  botbuilder: ['channels'],
  restify: ['web'],
  'node:sqlite': ['store'],
  'fuse.js': ['understanding'],
  natural: ['understanding'],
  'openid-client': ['web'],
  nodemailer: ['channels'],
};

const imports = sources().flatMap(({ file, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => ({ file, to: found[1] ?? '' })),
);

describe('the floors', () => {
  test('every folder under bot/ stands on a floor', () => {
    const folders = new Set(sources().map(({ file }) => folderOf(file)));
    expect([...folders].filter((folder) => !(folder in floorOf))).toEqual([]);
  });

  test('an import points to its own folder or to a lower floor', () => {
    const wrong = imports
      .filter(({ to }) => to.startsWith('.'))
      .map(({ file, to }) => ({ file, target: relative(root, resolve(root, dirname(file), to)) }))
      .filter(({ file, target }) => {
        const [here, there] = [folderOf(file), folderOf(target)];
        if (here === there || (floorOf[here] === 4 && floorOf[there] === 4)) return false;
        return target.startsWith('..') || (floorOf[there] ?? 9) >= (floorOf[here] ?? 0);
      });
    expect(wrong).toEqual([]);
  });

  test('a library with a home is imported at home only', () => {
    const strayed = imports.filter(({ file, to }) => {
      const home = Object.entries(homes).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1];
      return home !== undefined && !home.includes(folderOf(file));
    });
    expect(strayed).toEqual([]);
  });

  test('the pure floors have no clock, randomness, environment, files or network', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bsetTimeout\(|\bsetInterval\(|\bfetch\(|from '(?:node:(?!crypto')|fs|net|http)/;
    const wrong = sources().filter(({ file, text }) => (floorOf[folderOf(file)] ?? 9) <= 1 && impure.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = sources().filter(({ text }) => text.split('\n').length > 301);
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});

function sources(): { file: string; text: string }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));
}

function folderOf(file: string): string {
  const [first = '.', ...rest] = file.split('/');
  return rest.length === 0 ? '.' : first;
}
