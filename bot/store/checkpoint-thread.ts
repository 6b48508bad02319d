import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * The thread of checkpoints.ts. It ends when it has been asked nothing for a while: at the pace of most shops it lives for one
 * checkpoint, and its memory is free until the next.
 */

/** In milliseconds. */
const patience = 5_000;

const database = new DatabaseSync(workerData as string);
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
const leaving = setTimeout(() => process.exit(), patience);

parentPort?.on('message', () => {
  leaving.refresh();
  checkpoint.get();
  parentPort?.postMessage('done', []);
});
