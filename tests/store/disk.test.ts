import { copyFileSync, statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openCheckpoints } from '../../bot/store/checkpoints.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { group } from '../../bot/store/group.ts';
import { openJournal } from '../../bot/store/journal.ts';
import { temporary } from './folder.ts';

const pace = { each: 5, most: 20 };

test('the log of a database stays short though writes never pause, and ends with it', async () => {
  const notes = openNotes();
  const log = () => statSync(`${notes.file}-wal`, { throwIfNoEntry: false })?.size;
  for (let n = 0; n < 300; n += 1) await notes.add();
  // Each is eleven pages of 4 kB, or twelve; at most forty are written before the log begins anew.
  expect(log()).toBeLessThan(600 * 4096);
  expect(notes.count()).toBe(300);
  await notes.close();
  expect([log(), countIn(notes.file)]).toEqual([undefined, 300]);
});

test('what a disk refuses to sync is written anew, into the database, before anybody is told', async () => {
  const notes = openNotes(refuses);
  await notes.add();
  const copy = temporary('copy.db');
  copyFileSync(notes.file, copy);
  expect(countIn(copy)).toBe(1);
  await notes.close();
});

test('what a disk does not take at all is refused, until the disk takes all of it', async () => {
  const notes = openNotes(refuses);
  // Whoever reads an old state keeps the log from beginning anew.
  const reader = openDatabase(notes.file);
  reader.run('BEGIN; SELECT count(*) FROM notes');
  const refused = `The database ${notes.file} could not be written to the disk. Check the disk, then try again.`;
  await expect(notes.add()).rejects.toThrow(refused);
  await expect(notes.add()).rejects.toThrow(refused);
  reader.close();
  await notes.add();
  expect(notes.count()).toBe(2);
  await notes.close();
});

test('a database that can have no log is written all the same, and synced by SQLite', async () => {
  const notes = openNotes(refuses, 'DELETE');
  await notes.add();
  await notes.close();
  expect(countIn(notes.file)).toBe(1);
});

const refuses = () => Promise.reject(new Error('EIO: i/o error, fdatasync'));

function openNotes(sync?: (file: number) => Promise<void>, mode: 'WAL' | 'DELETE' = 'WAL') {
  const file = temporary('notes.db');
  const database = openDatabase(file);
  database.run(`PRAGMA journal_mode = ${mode}; PRAGMA busy_timeout = 0`);
  database.run('CREATE TABLE notes (text TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO notes (text) VALUES ($text)');
  const count = database.prepare<{ n: number }>('SELECT count(*) AS n FROM notes');
  const checkpoints = openCheckpoints(database, pace);
  const journal = openJournal(database, sync);
  const writes = group(journal, checkpoints);
  const close = async () => {
    await writes.close();
    await checkpoints.close();
    database.close();
    journal.close();
  };
  onTestFinished(close);
  return {
    file,
    add: () => writes.write(() => insert.run({ text: 'x'.repeat(40_000) })),
    count: () => count.get()?.n,
    close,
  };
}

function countIn(file: string): number | undefined {
  const database = openDatabase(file);
  const rows = database.prepare<{ n: number }>('SELECT count(*) AS n FROM notes').get()?.n;
  database.close();
  return rows;
}
