import type { Database } from './database.ts';

/** Takes single writes and saves them together. */
export interface Group {
  /** Runs inside a transaction; resolves with what it returns once that is on the disk, rejects when nothing of it was saved. */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Writes at once what still waits. */
  readonly flush: () => void;
}

interface Waiting {
  /** Does the work, and gives what tells its result. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Rounds of the event loop for which the first of a group waits at most while more keep coming. */
const mostRounds = 16;

/**
 * Writes that arrive together share a transaction: a group is closed by the first round of the event loop that brings none.
 * The sync of the disk is what a write costs most, and it stops the whole process: shared, it is paid once for all who wait.
 */
export function group(database: Database): Group {
  let waiting: Waiting[] = [];

  function flushWhenQuiet(before: number, rounds: number): void {
    setImmediate(() => {
      if (waiting.length > before && rounds > 0) flushWhenQuiet(waiting.length, rounds - 1);
      else flush();
    });
  }

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) save(batch);
  }

  function save(batch: readonly Waiting[]): void {
    let entered = false;
    try {
      const results = database.transaction(() => {
        entered = true;
        return batch.map(({ run }) => run());
      });
      for (const tell of results) tell();
    } catch (error) {
      // One bad write must not take the others with it: each is tried alone. When the transaction could not even begin
      // (another program holds the lock) that would only mean to wait as many times.
      if (batch.length === 1 || !entered) batch.forEach(({ reject }) => reject(error));
      else batch.forEach((one) => save([one]));
    }
  }

  return {
    flush,
    write: (work) =>
      new Promise((resolve, reject) => {
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
        if (waiting.length === 1) flushWhenQuiet(0, mostRounds);
      }),
  };
}
