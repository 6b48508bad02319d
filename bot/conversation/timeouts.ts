import type { Conversation } from '../domain/conversation.ts';
import { knownIntents } from '../domain/knowledge.ts';
import type { Policy } from '../domain/policy.ts';
import { minute, type Time } from '../domain/time.ts';
import { awaited } from './choices.ts';
import { close } from './closing.ts';
import { askContact, requeue } from './handoff.ts';
import { change, wording, type Turn } from './turn.ts';

/*
 * Time is an input: a conversation says when it is next due, and an event comes then. What is due follows from the state
 * alone, so nothing is forgotten when the process starts again, and an event that comes too early, or twice, does nothing.
 */

export type Timeout =
  /** Nobody claimed in time: a contact is asked for, and the place in the queue is kept. */
  | 'offer-contact'
  /** The agent left the customer without an answer: back to the queue. */
  | 'stale-claim'
  /** Silence: closed without a word and without a rating. Silence is no proof that anything was solved; thanks are. */
  | 'idle'
  /** No rating came: it is awaited no longer. */
  | 'rating-expired';

interface Due {
  readonly what: Timeout;
  readonly at: Time;
}

/** What is due next, and when; undefined = never. */
export function timeout(conversation: Conversation, policy: Policy): Due | undefined {
  const { status, pending, lastAt, handoff, unansweredAt, ratingAskedAt } = conversation;
  switch (status) {
    case 'bot':
      return { what: 'idle', at: lastAt + policy.idleMinutes * minute };
    case 'waiting': {
      const idle = { what: 'idle', at: lastAt + policy.idleMinutes * minute } satisfies Due;
      if (handoff === undefined || handoff.contactOffered) return idle;
      const since = handoff.requeuedAt ?? handoff.queuedAt;
      return earlier({ what: 'offer-contact', at: since + policy.claimMinutes * minute }, idle);
    }
    case 'agent': {
      const idle = { what: 'idle', at: lastAt + policy.agentIdleMinutes * minute } satisfies Due;
      if (unansweredAt === undefined) return idle;
      return earlier({ what: 'stale-claim', at: unansweredAt + policy.staleClaimMinutes * minute }, idle);
    }
    case 'closed':
      if (pending.kind !== 'rating' || ratingAskedAt === undefined) return undefined;
      return { what: 'rating-expired', at: ratingAskedAt + policy.ratingMinutes * minute };
  }
}

/** Does what is due; nothing when nothing is due yet. */
export function takeTimeout(turn: Turn): Turn {
  const next = timeout(turn.conversation, turn.mind.policy);
  if (next === undefined || turn.at < next.at) return turn;
  switch (next.what) {
    case 'offer-contact':
      return offerContact(turn);
    case 'stale-claim':
      return requeue(turn);
    case 'idle':
      return close(turn, thanked(turn.conversation) ? 'bot-implied' : 'nobody');
    case 'rating-expired':
      return change(turn, { pending: { kind: 'none' } });
  }
}

/** Sets when the conversation is next due; the last thing that every step does. */
export function withDue(turn: Turn): Turn {
  return change(turn, { dueAt: timeout(turn.conversation, turn.mind.policy)?.at });
}

function offerContact(turn: Turn): Turn {
  const { handoff } = turn.conversation;
  const offered = handoff === undefined ? turn : change(turn, { handoff: { ...handoff, contactOffered: true } });
  return askContact(offered, wording(turn).contact.busy);
}

/** The last thing that the customer said, with "Did this solve it?" still open, was thanks. */
function thanked(conversation: Conversation): boolean {
  return awaited(conversation) === 'solved' && conversation.lastAnswer === knownIntents.thanks;
}

function earlier(one: Due, other: Due): Due {
  return other.at < one.at ? other : one;
}
