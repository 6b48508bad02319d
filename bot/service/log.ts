import type { Log } from './ports.ts';

/** Writes one JSON object a line; facts hold ids and counts, never a customer's text and never a secret. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, facts = {}) => {
    write(JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts }));
  };
}

/** For commands and tests that keep silent. */
export const silentLog: Log = () => {};
