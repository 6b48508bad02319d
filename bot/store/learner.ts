import { Worker } from 'node:worker_threads';

import type { KnowledgeFiles, Learner, Lesson, Log } from '../service/ports.ts';

/*
 * Learning takes a processor for a while, so it has a thread of its own: customers are answered meanwhile. The thread lives for one
 * lesson; what it needed is given back. What it learned is handed over without a copy, but for the texts.
 */

/** What the thread is given. */
export interface Task {
  readonly files: KnowledgeFiles;
  readonly known: string | undefined;
  /** Where models are kept. */
  readonly cache: string | undefined;
}

/** What it says: lines for the log, and at the end the lesson. */
export type Said =
  { readonly kind: 'log'; readonly line: Parameters<Log> } | { readonly kind: 'lesson'; readonly lesson: Lesson };

/** Learns in threads; `cache` is the folder in which models are kept, none when left out. */
export function threadLearner(log: Log, cache?: string): Learner {
  const threads = new Set<Worker>();
  return {
    learn: (files, known) =>
      new Promise((resolve, reject) => {
        const task: Task = { files, known, cache };
        const thread = new Worker(new URL('./learner-thread.ts', import.meta.url), {
          workerData: task,
          resourceLimits: { maxYoungGenerationSizeMb: 8 },
        });
        threads.add(thread);
        thread.on('message', (said: Said) => {
          if (said.kind === 'log') log(...said.line);
          else resolve(said.lesson);
        });
        thread.on('error', (error) => reject(new Error(`The knowledge cannot be learned: ${String(error)}`)));
        thread.on('exit', () => {
          threads.delete(thread);
          reject(new Error('The thread that learns the knowledge ended before it was done.'));
        });
      }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
