import type { DeliveryStore, Feed, Log } from '../service/ports.ts';
import { isPushed } from './thread.ts';

/** Shows the customer behind a stored reference that somebody writes. */
export type PushTyping = (reference: string) => Promise<void>;

export interface TypingParts {
  readonly feed: Pick<Feed, 'onSignal'>;
  readonly store: Pick<DeliveryStore, 'delivery'>;
  readonly push: PushTyping;
  readonly log: Log;
}

/** Carries an agent's typing to the channels to which messages are pushed. What fails is of no consequence. Returns what ends it. */
export function pushAgentTyping({ feed, store, push, log }: TypingParts): () => void {
  async function show(threadId: string): Promise<void> {
    const reference = (await store.delivery(threadId))?.reference;
    if (reference !== undefined) await push(reference);
  }
  return feed.onSignal((signal) => {
    if (signal.kind !== 'agent-typing' || !isPushed(signal.threadId)) return;
    void show(signal.threadId).catch((error: unknown) => {
      log('info', 'typing-not-shown', { threadId: signal.threadId, error: error instanceof Error ? error.name : '' });
    });
  });
}
