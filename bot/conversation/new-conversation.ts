import type { Conversation, Thread } from '../domain/conversation.ts';
import type { Time } from '../domain/time.ts';

/** The conversation that an event opens on a thread, before anything was said; it takes the event's id. */
export function newConversation(thread: Thread, event: { readonly id: string; readonly at: Time }): Conversation {
  return {
    id: event.id,
    thread,
    language: thread.language,
    status: 'bot',
    pending: { kind: 'none' },
    openedAt: event.at,
    lastAt: event.at,
    disclosed: false,
    customerMessages: 0,
    misses: 0,
    unhelpful: 0,
    answered: [],
    questions: [],
    hadAgent: false,
  };
}

/** The conversation that follows a closed one on the same thread; what concerns the customer for longer is kept. */
export function nextConversation(
  closed: Conversation,
  event: { readonly id: string; readonly at: Time },
): Conversation {
  const next = { ...newConversation(closed.thread, event), language: closed.language };
  return closed.ratingAskedAt === undefined ? next : { ...next, ratingAskedAt: closed.ratingAskedAt };
}
