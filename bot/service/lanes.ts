/** Runs a task after those of the same key that were given before it; tasks of other keys run meanwhile. */
export type InLane = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/**
 * Makes lanes, one for each key in use. They are no lock: whoever shares the store from elsewhere knows nothing of them. They
 * keep the order in which one process was told, and spare it from competing with itself.
 */
export function createLanes(): InLane {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = tails.get(key);
    const run = before === undefined ? task() : before.then(task, task);
    tails.set(key, run);
    try {
      return await run;
    } finally {
      if (tails.get(key) === run) tails.delete(key);
    }
  };
}
