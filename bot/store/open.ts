import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Store } from '../service/ports.ts';
import { accountStore } from './accounts.ts';
import { auditStore } from './audit.ts';
import { channelNames } from './channel-names.ts';
import { caseStore } from './cases.ts';
import { conversationStore } from './conversations.ts';
import { openDatabase, type Database } from './database.ts';
import { deliveryStore } from './delivery.ts';
import { group } from './group.ts';
import { deskStore } from './desk.ts';
import { locationOf } from './location.ts';
import { migrate } from './migrations.ts';
import { mailStore } from './mails.ts';
import { reportStore } from './reports.ts';
import { secrets } from './secrets.ts';
import { ticketStore } from './tickets.ts';

/**
 * Opens the store that a DATABASE_URL names: `file:` and a path for SQLite, `file::memory:` for one that ends with the process.
 * Makes the file and its folder for the owner alone, and brings an older database to the newest version. Rejects, saying which
 * file and what to do, when the database is locked, read-only, damaged, newer than this Sportello or not Sportello's.
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  const file = locationOf(databaseUrl);
  if (file !== ':memory:') makeFile(file);
  const database = openDatabase(file);
  try {
    migrate(database);
    return storeOn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Tells whether a database is there already; opening would make one. */
export function databaseExists(databaseUrl: string): boolean {
  const file = locationOf(databaseUrl);
  return file === ':memory:' || existsSync(file);
}

/** The store on a database that has the newest version. */
export function storeOn(database: Database): Store {
  const writes = group(database);
  return {
    ...conversationStore(database, writes),
    ...deliveryStore(database, writes),
    ...channelNames(database, writes),
    ...deskStore(database),
    ...caseStore(database, writes),
    ...ticketStore(database),
    ...mailStore(database),
    ...accountStore(database),
    ...auditStore(database),
    ...reportStore(database),
    ...secrets(database),
    async close() {
      writes.flush();
      database.close();
    },
  };
}

/** SQLite would make the file readable for everybody; its companions (-wal, -shm) take the permissions of the file. */
function makeFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw new Error(
      `The database ${file} could not be opened for writing (${error instanceof Error ? error.message : String(error)}). ` +
        'Let the user who runs Sportello write to the file and its folder, or set DATABASE_URL to another place.',
      { cause: error },
    );
  }
}
