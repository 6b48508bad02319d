import { Worker } from 'node:worker_threads';
import type { Database } from './database.ts';
import { hasLog } from './journal.ts';

/*
 * What was committed lies in SQLite's log until a checkpoint carries it into the database. SQLite would do that within a commit, and
 * the whole process would wait for the disk, every fifty turns; so it has a thread of its own. The log begins anew with a
 * write that finds all of it carried over. Where turns never pause there is no such write: once the log is long, the next one
 * waits for a checkpoint, which has little left to do by then.
 */

export interface Checkpoints {
  /** To be called after a commit of so many writes; resolves when the next one may begin. */
  written(writes: number): Promise<void>;
  close(): Promise<void>;
}

/** In writes; a turn is one or two, and changes about twenty pages. */
export interface Pace {
  /** After so many all that was written is carried over. Default 50. */
  readonly each: number;
  /** After so many the log begins anew, which makes the next one wait; a thread that is behind has until twice as many. Default 500. */
  readonly most: number;
}

const defaultPace: Pace = { each: 50, most: 500 };

/** Pages of the log, 80 MB, after which SQLite does it after all, should there be no thread. */
const withoutThread = 20_000;

/** Carries over what is committed on a database that has a log. */
export function openCheckpoints(database: Database, { each, most }: Pace = defaultPace): Checkpoints {
  if (!hasLog(database)) return { written: async () => {}, close: async () => {} };
  database.run(`PRAGMA wal_autocheckpoint = ${withoutThread}`);
  let thread: Checkpointer | undefined;
  let running: Promise<void> | undefined;
  let since = 0;
  let logged = 0;

  async function run(): Promise<void> {
    since = 0;
    if (thread === undefined || thread.ended()) thread = startThread(database.file);
    await thread.checkpoint();
    running = undefined;
  }

  return {
    async written(writes) {
      since += writes;
      logged += writes;
      if (logged >= most && (running === undefined || logged >= 2 * most)) {
        await running;
        running = run();
        await running;
        logged = 0;
      } else if (since >= each) running ??= run();
    },
    async close() {
      await running;
      await thread?.close();
    },
  };
}

interface Checkpointer {
  /** Resolves when it is done, or the thread has ended. */
  readonly checkpoint: () => Promise<void>;
  readonly ended: () => boolean;
  readonly close: () => Promise<void>;
}

function startThread(file: string): Checkpointer {
  const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxYoungGenerationSizeMb: 1 },
  });
  let over = false;
  let done = (): void => {};
  const end = () => {
    over = true;
    done();
  };
  thread.on('message', () => {
    // While nobody waits for it, it keeps no process alive.
    thread.unref();
    done();
  });
  thread.on('error', end);
  thread.on('exit', end);
  return {
    checkpoint: () =>
      new Promise((resolve) => {
        done = resolve;
        thread.ref();
        thread.postMessage('checkpoint', []);
      }),
    ended: () => over,
    close: async () => {
      await thread.terminate();
    },
  };
}
