import type { Message } from '../../domain/message.ts';
import type { DeliveryStore, Feed } from '../../service/ports.ts';

/**
 * Notes that these messages of one thread were handed to the customer's page. Only what an agent says is noted: somebody at
 * the desk waits to know, and the bot's answers, which are most of what is said, cost no write.
 */
export async function noteDelivery(
  messages: readonly Message[],
  store: Pick<DeliveryStore, 'delivered'>,
  feed: Pick<Feed, 'signal'>,
): Promise<void> {
  const last = messages.findLast(({ author }) => author === 'agent');
  if (last === undefined) return;
  await store.delivered(last.threadId, last.seq);
  feed.signal({ kind: 'delivered', conversationId: last.conversationId });
}
