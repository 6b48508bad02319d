import { useSyncExternalStore } from 'react';

import { serverNow } from './server-time.ts';

/* One clock for all running durations of the page, and none while nothing runs. */

const listeners = new Set<() => void>();
let timer = 0;
let second = 0;

/** The server's time in whole seconds, in milliseconds; what uses it is drawn anew each second. */
export function useServerSecond(): number {
  return useSyncExternalStore(subscribe, () => second || readSecond());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    readSecond();
    timer = window.setInterval(() => {
      readSecond();
      for (const each of listeners) each();
    }, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

function readSecond(): number {
  second = Math.floor(serverNow() / 1000) * 1000;
  return second;
}
