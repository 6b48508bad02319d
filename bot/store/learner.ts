import { Worker } from 'node:worker_threads';

import type { KnowledgeFiles, Learner, Lesson, Log, Rehearsal, Rehearsed } from '../service/ports.ts';

/*
 * Learning takes a processor for a while, so it has a thread of its own: customers are answered meanwhile. The thread lives for one
 * lesson; what it needed is given back. What it learned is handed over without a copy, but for the texts.
 */

/** What the thread is given; `cache` is where models are kept. */
export type Task = { readonly cache: string | undefined } & (
  | { readonly kind: 'learn'; readonly files: KnowledgeFiles; readonly known: string | undefined }
  | { readonly kind: 'rehearse'; readonly wanted: Rehearsal }
);

/** What it says: lines for the log, and at the end what came of the task. */
export type Said =
  | { readonly kind: 'log'; readonly line: Parameters<Log> }
  | { readonly kind: 'done'; readonly result: Lesson | Rehearsed };

/** Learns in threads; `cache` is the folder in which models are kept, none when left out. */
export function threadLearner(log: Log, cache?: string): Learner {
  const threads = new Set<Worker>();
  return {
    learn: (files, known) => run<Lesson>({ kind: 'learn', files, known, cache }),
    rehearse: (wanted) => run<Rehearsed>({ kind: 'rehearse', wanted, cache }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };

  /** Each kind of task has its own kind of result. */
  function run<R extends Lesson | Rehearsed>(task: Task): Promise<R> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./learner-thread.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      });
      threads.add(thread);
      thread.on('message', (said: Said) => {
        if (said.kind === 'log') log(...said.line);
        else resolve(said.result as R);
      });
      thread.on('error', (error) => reject(new Error(`The knowledge cannot be learned: ${String(error)}`)));
      thread.on('exit', () => {
        threads.delete(thread);
        reject(new Error('The thread that learns the knowledge ended before it was done.'));
      });
    });
  }
}
