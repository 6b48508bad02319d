import { parentPort, workerData } from 'node:worker_threads';
import { contentFiguresOf } from './content-figures.ts';
import { openReadOnly } from './database.ts';
import { figuresOf } from './figures.ts';
import type { Answer, Task } from './report-reader.ts';

/* The thread of report-reader.ts: computes figures on a connection of its own that can only read. */

const database = openReadOnly(workerData as string);
const figures = figuresOf(database);
const content = contentFiguresOf(database);

parentPort?.on('message', ({ id, ask }: Task) => {
  parentPort?.postMessage({ id, ...answer(ask) } satisfies Answer, []);
});

function answer(ask: Task['ask']): Omit<Answer, 'id'> {
  try {
    return { value: ask.kind === 'figures' ? figures(ask.query) : content(ask.query) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
