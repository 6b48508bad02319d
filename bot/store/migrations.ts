import type { Database } from './database.ts';
import { schema1 } from './schema.ts';
import { schema2 } from './schema-2.ts';
import { schema3 } from './schema-3.ts';
import { schema4 } from './schema-4.ts';
import { schemaEndings } from './schema-endings.ts';
import { schemaFigures } from './schema-figures.ts';
import { schemaMissed } from './schema-missed.ts';
import { schemaInvitations } from './schema-invitations.ts';
import { schemaNames } from './schema-names.ts';
import { schemaOffers } from './schema-offers.ts';
import { schemaTickets } from './schema-tickets.ts';

/**
 * The way from each version of the schema to the next, as SQL; the first makes version 1 from an empty database. Forward only:
 * a released element is never edited, a change is a new element at the end.
 */
export const migrations: readonly string[] = [
  schema1,
  schema2,
  schema3,
  schema4,
  schemaFigures,
  schemaTickets,
  schemaNames,
  schemaOffers,
  schemaMissed,
  schemaInvitations,
  schemaEndings,
];

/**
 * Brings a database to the newest version, each step in a transaction of its own. Throws, without changing anything, for a database
 * that a newer Sportello or another program made.
 */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  const version = versionOf(database);
  if (version > steps.length) {
    throw new Error(
      `The database ${database.file} was made by a newer Sportello (its tables are version ${version}, this one knows up to ` +
        `${steps.length}). Start the newer Sportello, or restore a backup made before the update.`,
    );
  }
  steps.slice(version).forEach((sql, index) => step(database, version + index, sql));
}

function step(database: Database, from: number, sql: string): void {
  database.transaction(() => {
    // Another process may have done it while this one waited for the lock.
    if (versionOf(database) > from) return;
    database.run(sql);
    if (from === 0) database.run('CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT');
    database.run('DELETE FROM schema_version');
    database.run(`INSERT INTO schema_version (version) VALUES (${from + 1})`);
  });
}

function versionOf(database: Database): number {
  const tables = database
    .prepare<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'schema_version')) {
    throw new Error(
      `The database ${database.file} belongs to another program: it has tables, and none of them is Sportello's. ` +
        'Point DATABASE_URL to a file of its own.',
    );
  }
  return database.prepare<{ version: number }>('SELECT version FROM schema_version').get()?.version ?? 0;
}
