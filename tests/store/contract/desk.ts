import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../bot/domain/conversation.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aTurn, saved, figures } from '../given.ts';

const anna = { id: 'a1', name: 'Anna' };

export function deskContract(open: () => Promise<Store>): void {
  function waiting(threadId: string, queuedAt: number): Conversation {
    return aConversation({
      threadId,
      status: 'waiting',
      handoff: { reason: 'requested', queuedAt, contactOffered: false, noted: false },
    });
  }
  function held(threadId: string, queuedAt: number): Conversation {
    return { ...waiting(threadId, queuedAt), status: 'agent', agent: anna, hadAgent: true };
  }
  function closed(threadId: string, closedAt: number): Conversation {
    const { agent: _, ...rest } = held(threadId, 1);
    return { ...rest, status: 'closed', closedAt, solved: 'agent' };
  }

  const byThread = (found: readonly Conversation[]) =>
    found.toSorted((one, other) => one.thread.id.localeCompare(other.thread.id));

  describe('the desk', () => {
    test('shows who waits, whom agents hold, and with whom the bot has begun to talk', async () => {
      const store = await open();
      const [h1, w1, h2, w2] = [held('t1', 10), waiting('t2', 30), held('t3', 5), waiting('t4', 20)];
      const [talking, silent] = [
        aConversation({ threadId: 't5' }),
        aConversation({ threadId: 't7', customerMessages: 0 }),
      ];
      await saved(store, ...[h1, w1, silent, h2, talking, w2, closed('t6', 9)].map((one) => aTurn(one)));
      expect(byThread(await store.open())).toEqual([h1, w1, h2, w2, talking]);

      await store.commit(aTurn({ ...w2, status: 'agent', agent: anna, hadAgent: true }, { expectedVersion: 1 }));
      expect(byThread(await store.open()).map(({ id, status }) => `${id} ${status}`)).toEqual([
        't1-c1 agent',
        't2-c1 waiting',
        't3-c1 agent',
        't4-c1 agent',
        't5-c1 bot',
      ]);
    });

    test('follows a conversation through everything that it becomes', async () => {
      const store = await open();
      const silent = aConversation({ customerMessages: 0 });
      const queued = { ...waiting('t1', 40), language: 'en' } as const;
      const { id } = queued;
      const ticket = { number: 'n', conversationId: id, contact: 'c', question: 'q', at: 50, remindAt: 60 };
      await saved(
        store,
        ...[silent, aConversation(), queued].map((one, version) => aTurn(one, { expectedVersion: version })),
        aTurn(waiting('t2', 50)),
        aTurn({ ...waiting('t3', 30), openedAt: 2_000 }),
      );
      expect(byThread(await store.open()).map((one) => one.thread.id)).toEqual(['t1', 't2', 't3']);

      const taken = { ...held('t1', 40), language: 'en' } as const;
      await store.commit(aTurn(taken, { expectedVersion: 3, ticket }));
      const ended = { ...closed('t1', 60), language: 'en' } as const;
      await saved(store, aTurn(ended, { expectedVersion: 4 }), aTurn(closed('t4', 70)), aTurn(closed('t5', 50)));
      const lately = await store.closed({ words: [], limit: 10 });
      expect(lately.map(({ conversation }) => conversation)).toEqual([closed('t5', 50), closed('t4', 70), ended]);
      expect((await store.ticket('n'))?.language).toBe('en');
      expect((await figures(store, 0, 1_500)).now.endings.agent).toBe(3);
    });
  });
}
