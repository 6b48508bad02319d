import type { DeliveryStore, Feed, Log } from '../service/ports.ts';
import type { Outlet } from './outlet.ts';

export interface TypingParts {
  readonly feed: Pick<Feed, 'onSignal'>;
  readonly store: Pick<DeliveryStore, 'delivery'>;
  readonly outlets: readonly Outlet[];
  readonly log: Log;
}

/** Milliseconds for which channels show that somebody types: it is not sent more often. */
const shownFor = 4000;

/** Carries an agent's typing to the channels to which messages are pushed. What fails is of no consequence. Returns what ends it. */
export function pushAgentTyping({ feed, store, outlets, log }: TypingParts): () => void {
  const shown = new Set<string>();
  return feed.onSignal((signal) => {
    if (signal.kind !== 'agent-typing' || shown.has(signal.threadId)) return;
    const { threadId } = signal;
    const outlet = outlets.find(({ prefix }) => threadId.startsWith(prefix));
    if (outlet === undefined) return;
    shown.add(threadId);
    setTimeout(() => shown.delete(threadId), shownFor).unref();
    void show(outlet, threadId).catch((error: unknown) => {
      log('info', 'typing-not-shown', { threadId, error: error instanceof Error ? error.name : '' });
    });
  });

  async function show(outlet: Outlet, threadId: string): Promise<void> {
    const reference = (await store.delivery(threadId))?.reference;
    if (reference !== undefined) await outlet.typing(reference);
  }
}
