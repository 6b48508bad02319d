import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Database } from './database.ts';

/*
 * SQLite's own sync at the end of a transaction stops the whole process for as long as the disk takes. Here a transaction is committed
 * to SQLite's log, and the log is synced beside while others are served. Nobody may be told of it before.
 */

export interface Journal {
  /** Runs the work in one transaction, which a loss of power may take back until `synced` has resolved. */
  commit<T>(work: () => T): T;
  /** Resolves when all that was committed before the call is on the disk; rejects when it may never be. */
  synced(): Promise<void>;
  /** To be called after the database is closed. */
  close(): void;
}

const syncFile = promisify(fdatasync);

/** Opens the journal of a database; one without a log syncs by itself. `sync` syncs an open file; default fdatasync. */
export function openJournal(database: Database, sync: (file: number) => Promise<void> = syncFile): Journal {
  if (!hasLog(database)) {
    return { commit: (work) => database.transaction(work), synced: async () => {}, close: () => {} };
  }
  const carryOver = database.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
  // Windows syncs only what may be written to. SQLite's locks are on other files, so closing this one gives none of them up.
  const log = openSync(`${database.file}-wal`, 'r+');
  let inDoubt = false;
  let closed = false;

  /** What a disk refused once may be missing for ever, though it takes what follows: all of it is written anew, into the database. */
  function settleDoubt(): void {
    if (!inDoubt) return;
    if (carryOver.get()?.busy !== 0) {
      const what = `The database ${database.file} could not be written to the disk.`;
      throw new Error(`${what} Check the disk, then try again.`);
    }
    fdatasyncSync(log);
    inDoubt = false;
  }

  return {
    commit(work) {
      settleDoubt();
      database.run('PRAGMA synchronous = NORMAL');
      try {
        return database.transaction(work);
      } finally {
        // Whatever else is written is synced by SQLite itself.
        database.run('PRAGMA synchronous = FULL');
      }
    },
    async synced() {
      try {
        await sync(log);
      } catch {
        inDoubt = true;
        settleDoubt();
      }
    },
    close() {
      if (!closed) closeSync(log);
      closed = true;
    },
  };
}

/** Databases in memory have none, and those in places where SQLite cannot share memory between processes. */
export function hasLog(database: Database): boolean {
  return (
    database.prepare<{ mode: string }>('SELECT journal_mode AS mode FROM pragma_journal_mode').get()?.mode === 'wal'
  );
}
