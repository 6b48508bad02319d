import type { Checkpoints } from './checkpoints.ts';
import type { Journal } from './journal.ts';

/** Takes single writes and saves them together. */
export interface Group {
  /** Runs inside a transaction; resolves with what it returns once that is on the disk, rejects when nothing of it was saved. */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Resolves when what was committed so far, and so what can be read, is on the disk. */
  readonly synced: () => Promise<void>;
  /** Writes at once what still waits, and resolves when it is saved. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  /** Does the work, and gives what tells its result. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** A write that is committed; `tell` gives its result. */
interface Committed extends Pick<Waiting, 'reject'> {
  readonly tell: () => void;
}

/** Rounds of the event loop for which the first of a group waits at most while more keep coming. */
const mostRounds = 16;

/**
 * Writes that arrive together share a transaction: a group is closed by the first round of the event loop that brings none, and
 * one that comes while another is on its way to the disk waits for its end. The sync of the disk is what a write costs most: shared,
 * it is paid once for all who wait, and nothing else waits for it.
 */
export function group(journal: Journal, checkpoints: Checkpoints): Group {
  let waiting: Waiting[] = [];
  let saving: Promise<void> | undefined;

  function flushWhenQuiet(before: number, rounds: number): void {
    setImmediate(() => {
      if (waiting.length > before && rounds > 0) flushWhenQuiet(waiting.length, rounds - 1);
      else flush();
    });
  }

  function flush(): void {
    if (saving !== undefined || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    saving = save(batch).finally(() => {
      saving = undefined;
      flush();
    });
  }

  async function save(batch: readonly Waiting[]): Promise<void> {
    const committed = commit(batch);
    try {
      if (committed.length > 0) await journal.synced();
      for (const { tell } of committed) tell();
    } catch (error) {
      for (const { reject } of committed) reject(error);
    }
    await checkpoints.written(committed.length);
  }

  function commit(batch: readonly Waiting[]): readonly Committed[] {
    let entered = false;
    try {
      return journal.commit(() => {
        entered = true;
        return batch.map(({ run, reject }) => ({ tell: run(), reject }));
      });
    } catch (error) {
      // One bad write must not take the others with it: each is tried alone. When the transaction could not even begin
      // (another program holds the lock) that would only mean to wait as many times.
      if (batch.length > 1 && entered) return batch.flatMap((one) => commit([one]));
      for (const { reject } of batch) reject(error);
      return [];
    }
  }

  async function close(): Promise<void> {
    flush();
    if (saving === undefined) return;
    await saving;
    await close();
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
        if (waiting.length === 1 && saving === undefined) flushWhenQuiet(0, mostRounds);
      }),
    async synced() {
      await saving;
    },
    close,
  };
}
