import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { knowledgeWriter } from '../../bot/store/knowledge-writer.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sportello-writer-'));
  for (const folder of ['faq', 'intents']) mkdirSync(join(root, folder));
});

afterEach(() => rmSync(root, { recursive: true }));

test('a file is written whole, keeps its rights, and leaves nothing beside it', async () => {
  writeFileSync(join(root, 'faq/a.yaml'), 'old');
  chmodSync(join(root, 'faq/a.yaml'), 0o640);
  expect(await knowledgeWriter(root).write('faq/a.yaml', 'old', 'new: perché\n')).toEqual({ kind: 'written' });
  expect(readFileSync(join(root, 'faq/a.yaml'), 'utf8')).toBe('new: perché\n');
  expect(statSync(join(root, 'faq/a.yaml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(root, 'faq'))).toEqual(['a.yaml']);
});

test('a new file is made, and one that somebody made meanwhile is left alone', async () => {
  expect(await knowledgeWriter(root).write('faq/b.yaml', '', 'mine')).toEqual({ kind: 'written' });
  expect(await knowledgeWriter(root).write('faq/b.yaml', '', 'yours')).toEqual({ kind: 'changed' });
  expect(readFileSync(join(root, 'faq/b.yaml'), 'utf8')).toBe('mine');
});

test('a file that was changed meanwhile is not written over', async () => {
  writeFileSync(join(root, 'faq/a.yaml'), 'theirs');
  expect(await knowledgeWriter(root).write('faq/a.yaml', 'old', 'new')).toEqual({ kind: 'changed' });
  expect(readFileSync(join(root, 'faq/a.yaml'), 'utf8')).toBe('theirs');
});

test('a link stays a link, and the file that it names is changed', async () => {
  writeFileSync(join(root, 'set.yaml'), 'old');
  symlinkSync(join(root, 'set.yaml'), join(root, 'faq/a.yaml'));
  expect(await knowledgeWriter(root).write('faq/a.yaml', 'old', 'new')).toEqual({ kind: 'written' });
  expect([lstatSync(join(root, 'faq/a.yaml')).isSymbolicLink(), readFileSync(join(root, 'set.yaml'), 'utf8')]).toEqual([
    true,
    'new',
  ]);
});

test('nothing outside the two folders can be written, and a folder that is gone is told of', async () => {
  const writer = knowledgeWriter(root);
  for (const path of [
    '../x.yaml',
    'faq/../../x.yaml',
    'x.yaml',
    'faq/x.sh',
    '/etc/x.yaml',
    'faq/a/b.yaml',
    'faq/.a.yaml',
  ])
    await expect(writer.write(path, '', 'x')).rejects.toThrow('is not a file of the knowledge');
  rmSync(join(root, 'faq'), { recursive: true });
  expect(await writer.write('faq/x.yaml', '', 'x')).toEqual({ kind: 'unwritable', why: 'ENOENT' });
});
