import type { ConversationStore, Feed } from './ports.ts';

/** Tells the desk that a customer is writing, when an agent holds the conversation; nothing of it is kept. */
export function createCustomerTyping(
  store: Pick<ConversationStore, 'load'>,
  feed: Pick<Feed, 'signal'>,
): (threadId: string) => Promise<void> {
  return async (threadId) => {
    const conversation = (await store.load(threadId))?.conversation;
    if (conversation?.status === 'agent') feed.signal({ kind: 'customer-typing', conversationId: conversation.id });
  };
}
