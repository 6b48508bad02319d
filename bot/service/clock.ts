import { randomUUID } from 'node:crypto';

import type { Clock, Log } from './ports.ts';
import type { Presence } from './presence.ts';
import type { Turns } from './turns.ts';

/** The machine's time and randomness. */
export const systemClock: Clock = { now: () => Date.now(), newId: () => randomUUID() };

/** How often due conversations are looked for, in milliseconds. */
const tickEvery = 1000;

/**
 * Takes the turns that are due, and lets the presence of agents run out and takes conversations from those who are gone, again and again. A due time is a column of the store: a restart forgets none, and this loop
 * may be late but never wrong. Returns what ends it, waiting for the turn that is under way.
 */
export function startTicking(
  turns: Pick<Turns, 'takeDue'>,
  presence: Pick<Presence, 'tick'>,
  takeStaleClaims: () => Promise<unknown>,
  log: Log,
): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let busy = false;
  async function tick(): Promise<void> {
    try {
      presence.tick();
      await turns.takeDue();
      await takeStaleClaims();
    } catch (error) {
      log('error', 'tick-failed', { error: String(error) });
    }
  }
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    underWay = tick().finally(() => {
      busy = false;
    });
  }, tickEvery);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
