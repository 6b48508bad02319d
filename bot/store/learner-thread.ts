import { parentPort, workerData } from 'node:worker_threads';

import { lessonOf } from '../service/lesson.ts';
import type { Log } from '../service/ports.ts';
import type { Said, Task } from './learner.ts';
import { modelCache } from './model-cache.ts';

/* The thread of learner.ts: reads and learns one set of files, says what came of it, and ends. */

const { files, known, cache } = workerData as Task;
const log: Log = (...line) => say({ kind: 'log', line });
const lesson = lessonOf(files, known, cache === undefined ? undefined : modelCache(cache, log));
say({ kind: 'lesson', lesson });

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
