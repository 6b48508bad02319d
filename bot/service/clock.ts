import { randomUUID } from 'node:crypto';

import type { Clock, Log } from './ports.ts';
import type { Presence } from './presence.ts';
import type { Tickets } from './tickets.ts';
import type { Turns } from './turns.ts';

/** The machine's time and randomness. */
export const systemClock: Clock = { now: () => Date.now(), newId: () => randomUUID() };

/** How often due conversations are looked for, in milliseconds. */
const tickEvery = 1000;

export interface Ticked {
  readonly turns: Pick<Turns, 'takeDue'>;
  readonly presence: Pick<Presence, 'tick'>;
  readonly takeStaleClaims: () => Promise<unknown>;
  readonly tickets: Pick<Tickets, 'tick'>;
}

/**
 * Takes the turns that are due, lets the presence of agents run out, takes conversations from those who are gone, and looks
 * for tickets that have become due, again and again. A due time is a column of the store: a restart forgets none, and this
 * loop may be late but never wrong. Returns what ends it, waiting for the turn that is under way.
 */
export function startTicking({ turns, presence, takeStaleClaims, tickets }: Ticked, log: Log): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let busy = false;
  async function tick(): Promise<void> {
    try {
      presence.tick();
      await turns.takeDue();
      await takeStaleClaims();
      await tickets.tick();
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
