import type { Conversation } from '../domain/conversation.ts';
import { closesAt, isOpen } from '../domain/hours.ts';
import { knownIntents } from '../domain/knowledge.ts';
import type { Mind } from '../domain/mind.ts';
import { minute, type Time } from '../domain/time.ts';
import { awaited } from './choices.ts';
import { close } from './closing.ts';
import { closeQueue, offerContact, requeue } from './handoff.ts';
import { change, type Turn } from './turn.ts';

/*
 * Time is an input: a conversation says when it is next due, and an event comes then. What is due follows from the state
 * alone, so nothing is forgotten when the process starts again, and an event that comes too early, or twice, does nothing.
 */

export type Timeout =
  /** The desk closes: nobody waits any longer, and a contact is asked for. */
  | 'desk-closed'
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

/**
 * What is due next, and when; undefined = never. Who waits, or was asked for a contact, was promised somebody: their silence
 * counts for nothing until it is as long as an agent's conversation may be silent.
 */
export function timeout(conversation: Conversation, { policy, hours }: Mind): Due | undefined {
  const { status, pending, lastAt, handoff, unansweredAt, ratingAskedAt } = conversation;
  const idleLong = { what: 'idle', at: lastAt + policy.agentIdleMinutes * minute } satisfies Due;
  switch (status) {
    case 'bot':
      return pending.kind === 'contact' ? idleLong : { what: 'idle', at: lastAt + policy.idleMinutes * minute };
    case 'waiting': {
      const since = handoff?.requeuedAt ?? handoff?.queuedAt ?? lastAt;
      const closes = closesAt(hours, since);
      const end = closes === undefined ? idleLong : earlier({ what: 'desk-closed', at: closes }, idleLong);
      if (handoff === undefined || handoff.contactOffered) return end;
      return earlier(end, { what: 'offer-contact', at: since + policy.claimMinutes * minute });
    }
    case 'agent': {
      if (unansweredAt === undefined) return idleLong;
      return earlier({ what: 'stale-claim', at: unansweredAt + policy.staleClaimMinutes * minute }, idleLong);
    }
    case 'closed':
      if (pending.kind !== 'rating' || ratingAskedAt === undefined) return undefined;
      return { what: 'rating-expired', at: ratingAskedAt + policy.ratingMinutes * minute };
  }
}

/** Does what is due; nothing when nothing is due yet. */
export function takeTimeout(turn: Turn): Turn {
  const next = timeout(turn.conversation, turn.mind);
  if (next === undefined || turn.at < next.at) return turn;
  switch (next.what) {
    case 'desk-closed':
      return isOpen(turn.mind.hours, turn.at) ? waitOn(turn) : closeQueue(turn);
    case 'offer-contact':
      return isOpen(turn.mind.hours, turn.at) ? offerContact(turn) : closeQueue(turn);
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
  return change(turn, { dueAt: timeout(turn.conversation, turn.mind)?.at });
}

/** The time of closing is taken only when the desk is open again, after a long standstill: the place is still kept. */
function waitOn(turn: Turn): Turn {
  const { handoff } = turn.conversation;
  return offerContact(change(turn, { handoff: handoff && { ...handoff, requeuedAt: turn.at } }));
}

/** The last thing that the customer said, with "Did this solve it?" still open, was thanks. */
function thanked(conversation: Conversation): boolean {
  return awaited(conversation) === 'solved' && conversation.lastAnswer === knownIntents.thanks;
}

function earlier(one: Due, other: Due): Due {
  return other.at < one.at ? other : one;
}
