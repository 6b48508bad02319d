import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../bot/store/database.ts';
import { diskError } from '../../bot/store/disk-error.ts';
import { migrate } from '../../bot/store/migrations.ts';
import { openStore, storeOn } from '../../bot/store/open.ts';
import { temporary } from './folder.ts';
import { aConversation, aMessage, aTurn, wasTaken, figures } from './given.ts';

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('opening a store', () => {
  test('what was saved is there when it is opened again', async () => {
    const url = `file:${temporary('care.db')}`;
    const conversation = aConversation();
    const turn = aTurn(conversation, { messages: [aMessage(conversation, 1)], activityId: 'a1' });
    const before = await openStore(url);
    await before.commit(turn);
    await before.close();

    const after = await openStore(url);
    expect(await after.load('t1')).toEqual({ conversation, version: 1, lastSeq: 1 });
    expect(await after.commit({ ...turn, expectedVersion: 1 })).toBe('duplicate');
    await after.close();
  });

  test('a turn handed in before the store closes is saved', async () => {
    const url = `file:${temporary('care.db')}`;
    const before = await openStore(url);
    const turn = before.commit(aTurn(aConversation()));
    await before.close();
    expect(await turn).toBe('saved');

    const after = await openStore(url);
    expect((await after.load('t1'))?.version).toBe(1);
    await after.close();
  });

  test('a second process reads while the first one writes', async () => {
    const url = `file:${temporary('care.db')}`;
    const [server, report] = [await openStore(url), await openStore(url)];
    await server.commit(aTurn(aConversation()));
    expect((await figures(report, 0, 9_999)).now.conversations).toBe(1);
    await server.close();
    await report.close();
  });

  test('folder and files are made for their owner alone', async () => {
    const path = temporary('one/two/care.db');
    const store = await openStore(`file:${path}`);
    await store.commit(aTurn(aConversation()));
    expect([dirname(path), path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual(['700', '600', '600', '600']);
    await store.close();
  });

  test('a file URL is understood as well', async () => {
    const path = temporary('with space.db');
    const store = await openStore(pathToFileURL(path).href);
    await store.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });

  test.each(['postgres://anna:secret@db/care', 'mysql://x', 'file:', 'file:care.db?mode=ro', 'file://host/care.db'])(
    'what is not supported (%s) is refused without repeating it',
    async (url) => {
      const error = await openStore(url).catch(String);
      expect(error).toMatch(
        /^Error: DATABASE_URL begins with "\w+:" and cannot be used\. Supported is SQLite: .*file:data/,
      );
      expect(error).not.toContain('secret');
    },
  );

  test('a path without its scheme is refused', async () => {
    await expect(openStore('data/care.db')).rejects.toThrow('DATABASE_URL has no scheme. Supported is SQLite');
    await expect(openStore('')).rejects.toThrow('DATABASE_URL has no scheme');
  });

  test('a place where nothing can be written is named', async () => {
    const path = temporary('file');
    writeFileSync(path, '');
    await expect(openStore(`file:${path}/care.db`)).rejects.toThrow(
      `The database ${path}/care.db could not be opened for`,
    );
    await expect(openStore(`file:${dirname(path)}`)).rejects.toThrow(
      /could not be opened for writing \(EISDIR.*Let the user/,
    );
  });
});

describe('a database that cannot be used', () => {
  test('made by a newer Sportello is refused and stays as it is', async () => {
    const path = temporary('care.db');
    await (await openStore(`file:${path}`)).close();
    const raw = new DatabaseSync(path);
    raw.exec('UPDATE schema_version SET version = 99');
    raw.close();
    const bytes = readFileSync(path);
    await expect(openStore(`file:${path}`)).rejects.toThrow(
      /care\.db was made by a newer Sportello \(its tables are version 99, this one knows up to \d+\)\. Start the newer/,
    );
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('of another program is refused and gets no tables', async () => {
    const path = temporary('other.db');
    const raw = new DatabaseSync(path);
    raw.exec('CREATE TABLE photos (id INTEGER)');
    await expect(openStore(`file:${path}`)).rejects.toThrow('belongs to another program');
    expect(raw.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'photos' }]);
    raw.close();
  });

  test('that is no database is named', async () => {
    const path = temporary('letter.db');
    writeFileSync(path, 'Dear Anna, '.repeat(100));
    await expect(openStore(`file:${path}`)).rejects.toThrow(/letter\.db is not a database\. Point DATABASE_URL to/);
  });

  test('that is damaged is named, with what to do', async () => {
    const path = temporary('care.db');
    await (await openStore(`file:${path}`)).close();
    truncateSync(path, 4_096 * 3);
    await expect(openStore(`file:${path}`)).rejects.toThrow(
      /care\.db is damaged\. Stop Sportello, keep a copy of the file/,
    );
  });

  test('that another program holds is named', async () => {
    const path = temporary('care.db');
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE');
    await expect(openStore(`file:${path}`)).rejects.toThrow(
      /care\.db is locked by another program\. Nothing was saved\. Close/,
    );
    other.close();
    await (await openStore(`file:${path}`)).close();
  });

  test('that may only be read is named', () => {
    const path = temporary('care.db');
    openDatabase(path).close();
    const raw = new DatabaseSync(path, { readOnly: true });
    expect(() => {
      try {
        raw.exec('CREATE TABLE t (a)');
      } catch (error) {
        throw diskError(error, path);
      }
    }).toThrow(/care\.db is read-only\. Nothing was saved\. Let the user who runs Sportello write/);
    raw.close();
  });
});

describe('when a turn cannot be saved', () => {
  test('because another program writes, it is told, nothing is left behind, and it can be saved later', async () => {
    const path = temporary('care.db');
    const store = await openStore(`file:${path}`);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const turns = ['t1', 't2'].map((threadId) => aTurn(aConversation({ threadId })));
    const results = await Promise.allSettled(turns.map((turn) => store.commit(turn)));
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
      expect.stringMatching(/care\.db is locked by another program/),
      expect.stringMatching(/care\.db is locked by another program/),
    ]);
    expect(await store.load('t1')).toBeUndefined();

    other.exec('ROLLBACK');
    expect(await Promise.all(turns.map((turn) => store.commit(turn)))).toEqual(['saved', 'saved']);
    other.close();
    await store.close();
  });

  test('because the disk is full, it is told, nothing is half-saved, and reading goes on', async () => {
    const path = temporary('care.db');
    const database = openDatabase(path);
    migrate(database);
    const store = storeOn(database);
    const small = aConversation();
    const big = aConversation({ threadId: 't2' });
    const turn = aTurn(big, {
      messages: [1, 2, 3].map((seq) => aMessage(big, seq, { text: 'x'.repeat(50_000) })),
      activityId: 'a1',
    });
    await store.commit(aTurn(small));
    database.run('PRAGMA max_page_count = 30');
    await expect(store.commit(turn)).rejects.toThrow(
      /care\.db could not grow: the disk is full\. Nothing was half-saved/,
    );
    expect(await store.load('t1')).toEqual({ conversation: small, version: 1, lastSeq: 0 });
    expect(await store.load('t2')).toBeUndefined();
    expect(await store.messages('t2', 0, 10)).toEqual([]);
    expect(await wasTaken(store, 't2', 'a1')).toBe(false);

    database.run('PRAGMA max_page_count = 10000');
    expect(await store.commit(turn)).toBe('saved');
    expect(await store.messages('t2', 0, 10)).toEqual(turn.messages);
    await store.close();
  });

  test('because the store is closed, it is told', async () => {
    const store = await openStore('file::memory:');
    await store.close();
    await store.close();
    await expect(store.commit(aTurn(aConversation()))).rejects.toThrow('The store is closed');
  });
});

test('a relative path starts from the working folder', async () => {
  const folder = dirname(temporary('x'));
  mkdirSync(join(folder, 'sub'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    await (await openStore('file:sub/care.db')).close();
  } finally {
    process.chdir(before);
  }
  expect(statSync(join(folder, 'sub/care.db')).size).toBeGreaterThan(0);
});
