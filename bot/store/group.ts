import type { Database } from './database.ts';

/** Takes one write; resolves with its result once it is on the disk, rejects when nothing of it was saved. */
export interface Group<In, Out> {
  readonly write: (input: In) => Promise<Out>;
  /** Writes at once what still waits. */
  readonly flush: () => void;
}

/**
 * Writes that arrive in one round of the event loop share a transaction. The sync of the disk is what a write costs most,
 * and it stops the whole process: shared, it is paid once for all who wait. `apply` runs inside the transaction.
 */
export function group<In, Out>(database: Database, apply: (input: In) => Out): Group<In, Out> {
  interface Waiting {
    readonly input: In;
    readonly resolve: (result: Out) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];

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
        return batch.map(({ input }) => ({ result: apply(input) }));
      });
      batch.forEach(({ resolve }, index) => resolve((results[index] as { result: Out }).result));
    } catch (error) {
      // One bad write must not take the others with it: each is tried alone. When the transaction could not even begin
      // (another program holds the lock) that would only mean to wait as many times.
      if (batch.length === 1 || !entered) batch.forEach(({ reject }) => reject(error));
      else batch.forEach((one) => save([one]));
    }
  }

  return {
    flush,
    write: (input) =>
      new Promise((resolve, reject) => {
        waiting.push({ input, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
}
