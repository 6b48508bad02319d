import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { diskError, isBusy } from './disk-error.ts';
import { missedWords } from './missed-words.ts';

export type Parameters = Readonly<Record<string, string | number | null>>;

/** A statement that is prepared once; `$name` in the SQL takes `name` of the parameters. */
export interface Statement<Row> {
  get(parameters?: Parameters): Row | undefined;
  all(parameters?: Parameters): Row[];
  /** Returns the number of rows changed. */
  run(parameters?: Parameters): number;
}

/** An open SQLite database whose errors name the file and what to do; `Row` is what the SQL selects and is trusted. */
export interface Database {
  readonly file: string;
  prepare<Row = never>(sql: string): Statement<Row>;
  /** Prepares a select of many rows: each comes as a list of its columns, which takes a quarter of the time of an object. */
  lists<Row extends readonly unknown[]>(sql: string): (parameters: Parameters) => Row[];
  /** Runs several statements without parameters. */
  run(sql: string): void;
  /** Runs the work in one transaction that holds the write lock from its start; a throw leaves nothing behind. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens a file, or `:memory:`, with every commit synced to the disk before it returns. */
export function openDatabase(file: string): Database {
  return told(file, () => {
    const sqlite = new DatabaseSync(file, { timeout: busyTimeout });
    try {
      // WAL lets a command such as `sportello report` read while the server writes. FULL syncs the log at each commit:
      // what was acknowledged survives a power cut.
      patiently(() => sqlite.exec('PRAGMA journal_mode = WAL'));
      sqlite.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
      // For the migration that counts older questions as they are counted now.
      sqlite.function('missed_words', { deterministic: true }, (text) => missedWords(String(text)));
    } catch (error) {
      sqlite.close();
      throw error;
    }
    return wrapped(sqlite, file);
  });
}

/** Opens a file that is there for reading alone, beside a process that writes to it. */
export function openReadOnly(file: string): Database {
  return told(file, () => wrapped(new DatabaseSync(file, { timeout: busyTimeout, readOnly: true }), file));
}

/** How long to wait for another process's write, in ms. The wait stops this whole process, so it is short. */
const busyTimeout = 2_000;

/** Two processes that start together may both want to turn a new file to WAL; there SQLite gives up without waiting. */
function patiently(work: () => void): void {
  const until = performance.now() + busyTimeout;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function wrapped(sqlite: DatabaseSync, file: string): Database {
  function safely<T>(work: () => T): T {
    if (!sqlite.isOpen) throw new Error(`The store is closed: the database ${file} takes nothing any more.`);
    return told(file, work);
  }
  function prepare<Row>(sql: string): Statement<Row> {
    const statement = safely(() => sqlite.prepare(sql));
    return {
      get: (parameters = none) => safely(() => statement.get(parameters as Bound) as Row | undefined),
      all: (parameters = none) => safely(() => statement.all(parameters as Bound) as Row[]),
      run: (parameters = none) => safely(() => Number(statement.run(parameters as Bound).changes)),
    };
  }
  const [begin, commit, rollback] = [prepare('BEGIN IMMEDIATE'), prepare('COMMIT'), prepare('ROLLBACK')];
  return {
    file,
    prepare,
    lists<Row extends readonly unknown[]>(sql: string) {
      const statement = safely(() => sqlite.prepare(sql));
      statement.setReturnArrays(true);
      return (parameters: Parameters) => safely(() => statement.all(parameters as Bound) as unknown as Row[]);
    },
    run: (sql) => safely(() => sqlite.exec(sql)),
    transaction(work) {
      begin.run();
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself.
        if (sqlite.isTransaction) rollback.run();
        throw error;
      }
    },
    close: () => {
      if (sqlite.isOpen) sqlite.close();
    },
  };
}

type Bound = Record<string, SQLInputValue>;
const none: Parameters = {};

function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskError(error, file);
  }
}
