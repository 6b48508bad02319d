import type { Mind } from '../domain/mind.ts';
import { minute } from '../domain/time.ts';
import type { CaseStore } from './case-store.ts';
import type { Clock, Log } from './ports.ts';
import type { Presence } from './presence.ts';
import type { Turns } from './turns.ts';

/*
 * A customer whom an agent left without an answer goes back to the queue by the conversation's own due time. Sooner when the
 * desk has seen that agent away for `awayClaimMinutes`: this looks for such conversations and tells each of them so, and the
 * conversation decides. It is a look at what is held, a handful of rows; nothing is remembered, so nothing can be forgotten.
 */

export interface StaleClaimParts {
  readonly store: Pick<CaseStore, 'held'>;
  readonly turns: Pick<Turns, 'act'>;
  readonly presence: Pick<Presence, 'of'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly mind: () => Pick<Mind, 'policy'>;
  readonly log: Log;
}

/** Makes what takes conversations from agents who are gone; returns how many it told. To be called about once a second. */
export function createStaleClaims({
  store,
  turns,
  presence,
  clock,
  mind,
  log,
}: StaleClaimParts): () => Promise<number> {
  return async () => {
    const since = clock.now() - mind().policy.awayClaimMinutes * minute;
    const left = (await store.held()).filter(({ agentId }) => {
      const there = presence.of(agentId);
      return there.state === 'away' && there.since <= since;
    });
    for (const { id, agentId } of left) {
      try {
        // Only the id counts: whoever it is has said nothing.
        await turns.act(id, { id: agentId, name: '' }, { kind: 'agent-gone' });
      } catch (error) {
        log('error', 'stale-claim-failed', { conversationId: id, error: error instanceof Error ? error.name : '' });
      }
    }
    return left.length;
  };
}
