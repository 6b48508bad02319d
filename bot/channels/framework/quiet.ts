import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * Bot Framework's authentication writes each refused token to console.error, with the key that it was checked against. Anybody
 * can send bad tokens, so that would fill the operator's terminal; the reason goes to the log instead, by the caller.
 */

const quiet = new AsyncLocalStorage<true>();
let hushed: typeof console.error | undefined;

/** Runs something of which console.error is not heard; what others write meanwhile is. */
export function quietly<T>(run: () => Promise<T>): Promise<T> {
  // Whoever put another in its place since is heard by it, and no more than before.
  if (console.error !== hushed) {
    const loud = console.error;
    hushed = (...words: unknown[]) => {
      if (quiet.getStore() === undefined) loud(...words);
    };
    console.error = hushed;
  }
  return quiet.run(true, run);
}
