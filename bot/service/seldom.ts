import type { Log } from './ports.ts';
import type { Time } from '../domain/time.ts';

/** Events that anybody outside can bring about as often as they like. */
const strangers: readonly string[] = ['bot-framework-request-rejected', 'oidc-sign-in-failed'];

const minute = 60_000;

/**
 * Makes a log that nobody outside can fill: of each event that strangers bring about it has one line a minute, and in the next one
 * how many were left out (`more`). All other events pass.
 */
export function seldom(log: Log, now: () => Time): Log {
  const told = new Map<string, { at: Time; more: number }>();
  return (level, event, facts = {}) => {
    if (!strangers.includes(event)) return log(level, event, facts);
    const key = `${level} ${event}`;
    const last = told.get(key);
    const at = now();
    if (last !== undefined && at - last.at < minute) {
      last.more += 1;
      return;
    }
    told.set(key, { at, more: 0 });
    log(level, event, last === undefined || last.more === 0 ? facts : { ...facts, more: last.more });
  };
}
