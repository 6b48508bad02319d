import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * Bot Framework's authentication writes each refused token to console.error, with the key that it was checked against. Anybody
 * can send bad tokens, so that would fill the operator's terminal; the reason goes to the log instead, by the caller.
 */

const quiet = new AsyncLocalStorage<true>();
let installed = false;

/** Runs something of which console.error is not heard; what others write meanwhile is. */
export function quietly<T>(run: () => Promise<T>): Promise<T> {
  if (!installed) {
    installed = true;
    const loud = console.error;
    console.error = (...words: unknown[]) => {
      if (quiet.getStore() === undefined) loud(...words);
    };
  }
  return quiet.run(true, run);
}
