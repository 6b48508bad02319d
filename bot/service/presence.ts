import type { Time } from '../domain/time.ts';
import type { Clock } from './ports.ts';

/*
 * Who is at the desk. An agent is available while a page of theirs listens, unless they said that they are away or the page
 * saw nobody at it. A page that reloads, or a train in a tunnel, is no absence: only after `goneAfter` without any page is an
 * agent gone. All of this lives as long as the process: pages come back within seconds of a restart and say again how it is,
 * and until they had the time to, somebody counts as being there.
 */

/** How long an agent may be without a page that listens, in milliseconds. */
export const goneAfter = 45_000;

export type PresenceState = 'available' | 'away';

/** Why an agent is away: they said so, nobody touched the page for a while, or no page of theirs is open. */
export type AwayReason = 'choice' | 'idleness' | 'gone';

export type PresenceOf =
  { readonly state: 'available' } | { readonly state: 'away'; readonly because: AwayReason; readonly since: Time };

export interface Presence {
  /** A page of this agent listens; returns what tells that it no longer does. */
  arrived(agentId: string): () => void;
  /** What the agent chose, or what the page saw. Being seen at the page does not undo a choice to be away. */
  report(agentId: string, state: PresenceState, because: 'choice' | 'idleness'): void;
  of(agentId: string): PresenceOf;
  /** Tells whether any agent is available. */
  staffed(): boolean;
  /** The listener is called after anybody's state has changed. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Tells of those whose time has run out meanwhile; to be called about once a second. */
  tick(): void;
}

interface Seen {
  pages: number;
  /** When the last page went. */
  lastAt: Time;
  /** The state that was reported last. */
  away?: { readonly because: 'choice' | 'idleness'; readonly since: Time };
}

/** Knows who is at the desk. */
export function createPresence(clock: Pick<Clock, 'now'>): Presence {
  const startedAt = clock.now();
  const seen = new Map<string, Seen>();
  const listeners = new Set<() => void>();
  let told = '';

  return {
    arrived(agentId) {
      const agent = known(agentId);
      agent.pages += 1;
      // Whoever opens a page again sits before it.
      if (agent.away?.because === 'idleness') delete agent.away;
      tick();
      let left = false;
      return () => {
        if (left) return;
        left = true;
        agent.pages -= 1;
        agent.lastAt = clock.now();
      };
    },
    report(agentId, state, because) {
      const agent = known(agentId);
      if (state === 'away') {
        if (agent.away === undefined || because === 'choice') agent.away = { because, since: clock.now() };
      } else if (because === 'choice' || agent.away?.because === 'idleness') delete agent.away;
      tick();
    },
    of,
    staffed: () => clock.now() < startedAt + goneAfter || [...seen.keys()].some((id) => of(id).state === 'available'),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tick,
  };

  function known(agentId: string): Seen {
    const agent = seen.get(agentId) ?? { pages: 0, lastAt: clock.now() };
    seen.set(agentId, agent);
    return agent;
  }

  function of(agentId: string): PresenceOf {
    const agent = seen.get(agentId);
    if (agent === undefined) return { state: 'away', because: 'gone', since: startedAt };
    const goneAt = agent.lastAt + goneAfter;
    if (agent.away !== undefined) return { state: 'away', ...agent.away };
    if (agent.pages > 0 || clock.now() < goneAt) return { state: 'available' };
    return { state: 'away', because: 'gone', since: goneAt };
  }

  function tick(): void {
    const now = JSON.stringify([...seen.keys()].map((id) => [id, of(id)]));
    if (now === told) return;
    told = now;
    for (const listener of listeners) listener();
  }
}
