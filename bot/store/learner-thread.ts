import { parentPort, workerData } from 'node:worker_threads';

import { lessonOf, rehearse } from '../service/lesson.ts';
import type { Log } from '../service/ports.ts';
import type { Said, Task } from './learner.ts';
import { modelCache } from './model-cache.ts';

/* The thread of learner.ts: does one task, says what came of it, and ends. */

const task = workerData as Task;
const log: Log = (...line) => say({ kind: 'log', line });
const cache = task.cache === undefined ? undefined : modelCache(task.cache, log);
say({
  kind: 'done',
  result: task.kind === 'learn' ? lessonOf(task.files, task.known, cache) : rehearse(task.wanted, cache),
});

function say(said: Said): void {
  parentPort?.postMessage(said, [...buffersIn(said)]);
}

/** The memory of all typed arrays in plain data: it is handed over, not copied. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) if (typeof each === 'object') buffersIn(each, found);
  }
  return found;
}
