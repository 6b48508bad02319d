import type { Mind } from '../domain/mind.ts';
import { minute } from '../domain/time.ts';
import type { CaseStore } from './case-store.ts';
import type { Clock, Log } from './ports.ts';
import type { Presence } from './presence.ts';
import type { Turns } from './turns.ts';

/*
 * A customer whom an agent left without an answer goes back to the queue by the conversation's own due time. Sooner when the
 * desk has seen that agent away for `awayClaimMinutes`: this looks for such conversations and tells each of them so, and the
 * conversation decides. What an absent agent has claimed, or was passed, stays theirs for as long, too. It is a look at what is
 * held, a handful of rows; nothing is remembered, so nothing can be forgotten.
 */

export interface StaleClaimParts {
  readonly store: Pick<CaseStore, 'held' | 'conversations'>;
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
    const isGone = (agentId: string) => {
      const there = presence.of(agentId);
      return there.state === 'away' && there.since <= since;
    };
    // Whoever takes no more customers may still finish with those they have.
    const isNotThere = (agentId: string) => {
      const there = presence.of(agentId);
      return there.state === 'away' && there.because !== 'choice';
    };
    const absent = (await store.held()).filter(({ agentId }) => isGone(agentId));
    if (absent.length === 0) return 0;
    const left = (await store.conversations(absent.map(({ id }) => id))).flatMap((conversation) => {
      const { id, agent, unansweredAt, claimedAt = 0 } = conversation;
      if (agent === undefined || unansweredAt === undefined || !isGone(agent.id) || claimedAt > since) return [];
      return isNotThere(agent.id) || unansweredAt <= since ? [{ id, agent }] : [];
    });
    for (const { id, agent } of left) {
      try {
        await turns.act(id, agent, { kind: 'agent-gone' });
      } catch (error) {
        log('error', 'stale-claim-failed', { conversationId: id, error: error instanceof Error ? error.name : '' });
      }
    }
    return left.length;
  };
}
