import { describe, expect, test } from 'vitest';
import type { Conversation, Solved } from '../../../bot/domain/conversation.ts';
import type { HandledBy, Score } from '../../../bot/domain/rating.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aRequest, aTurn } from '../given.ts';

const period = { from: 1_000, to: 2_000 };
const always = { from: 0, to: 1e15 };

export function reportsContract(open: () => Promise<Store>): void {
  async function rate(
    store: Store,
    threadId: string,
    askedAt: number,
    handledBy: HandledBy,
    ...scores: readonly Score[]
  ) {
    const conversation = aConversation({ threadId });
    const request = aRequest(conversation, { askedAt, handledBy });
    await store.commit(aTurn(conversation, { rating: { kind: 'asked', request } }));
    for (const [index, score] of scores.entries()) {
      const rating = { kind: 'given', conversationId: conversation.id, score, at: askedAt + 10 + index } as const;
      await store.commit(aTurn(conversation, { expectedVersion: index + 1, rating }));
    }
  }

  describe('reports', () => {
    test('without ratings there is no share, and none is made up', async () => {
      const store = await open();
      const none = {
        asked: 0,
        n: 0,
        responseRate: undefined,
        csat: undefined,
        mean: undefined,
        distribution: [0, 0, 0, 0, 0],
      };
      expect(await store.satisfaction(period)).toEqual(none);
      expect(await store.satisfactionBy(period)).toEqual({ bot: none, mixed: none, agent: none });
      expect(await store.solved(period)).toEqual({ 'bot-confirmed': 0, 'bot-implied': 0, agent: 0, nobody: 0 });
      expect(await store.volume(period)).toEqual({ conversations: 0, open: 0, waiting: 0, handedOver: 0, tickets: 0 });
    });

    test('what is open now is counted whenever it was opened, and what is closed is not', async () => {
      const store = await open();
      const statuses = ['bot', 'waiting', 'waiting', 'agent', 'closed'] as const;
      for (const [index, status] of statuses.entries()) {
        await store.commit(aTurn(aConversation({ threadId: `t${index}`, status })));
      }
      expect(await store.openNow()).toEqual({ open: 4, waiting: 2 });
    });

    test('when a customer was last asked is known on every thread of the channel, and of no other customer', async () => {
      const store = await open();
      await rate(store, 't1', 1_000, 'bot');
      await rate(store, 't2', 1_500, 'bot');
      expect(await store.ratingAskedAt('webchat', 'customer-of-t1')).toBe(1_000);
      expect(await store.ratingAskedAt('teams', 'customer-of-t1')).toBeUndefined();
      expect(await store.ratingAskedAt('webchat', 'nobody')).toBeUndefined();
    });

    test('satisfaction counts what was asked in the period, by who handled it', async () => {
      const store = await open();
      await rate(store, 't1', 999, 'bot', 1);
      await rate(store, 't2', 1_000, 'bot', 5);
      await rate(store, 't3', 1_500, 'bot', 4);
      await rate(store, 't4', 1_500, 'bot', 2);
      await rate(store, 't5', 1_600, 'bot');
      await rate(store, 't6', 1_999, 'agent', 4);
      await rate(store, 't7', 2_000, 'agent', 1);
      expect(await store.satisfaction(period)).toEqual({
        asked: 5,
        n: 4,
        responseRate: 0.8,
        csat: 0.75,
        mean: 3.75,
        distribution: [0, 1, 0, 2, 1],
      });
      const by = await store.satisfactionBy(period);
      expect(by.bot).toEqual({
        asked: 4,
        n: 3,
        responseRate: 0.75,
        csat: 2 / 3,
        mean: 11 / 3,
        distribution: [0, 1, 0, 1, 1],
      });
      expect(by.agent).toEqual({ asked: 1, n: 1, responseRate: 1, csat: 1, mean: 4, distribution: [0, 0, 0, 1, 0] });
      expect(by.mixed.asked).toBe(0);
    });

    test('a rating counts once: the first score stays, and asking again asks nothing new', async () => {
      const store = await open();
      await rate(store, 't1', 1_500, 'bot', 2, 5);
      const conversation = aConversation();
      const again = aRequest(conversation, { askedAt: 1_600, handledBy: 'agent' });
      await store.commit(aTurn(conversation, { expectedVersion: 3, rating: { kind: 'asked', request: again } }));
      expect(await store.satisfaction(period)).toMatchObject({ asked: 1, n: 1, distribution: [0, 1, 0, 0, 0] });
      expect((await store.satisfactionBy(period)).bot.asked).toBe(1);
    });

    test('solved counts closed conversations in which the customer spoke, by when they were opened', async () => {
      const store = await open();
      const close = async (threadId: string, solved: Solved | undefined, changes: Partial<Conversation> = {}) => {
        const end = { status: 'closed', closedAt: 5_000, ...(solved === undefined ? {} : { solved }) } as const;
        await store.commit(aTurn(aConversation({ threadId, ...end, ...changes })));
      };
      await close('t1', 'bot-confirmed');
      await close('t2', 'bot-confirmed', { openedAt: 1_999 });
      await close('t3', 'bot-implied');
      await close('t4', 'agent', { hadAgent: true });
      await close('t5', 'nobody');
      await close('t6', undefined);
      await close('silent', 'nobody', { customerMessages: 0 });
      await close('before', 'agent', { openedAt: 999 });
      await close('after', 'agent', { openedAt: 2_000 });
      await store.commit(aTurn(aConversation({ threadId: 'open' })));
      await close('spam', 'nobody', { outcome: 'spam' });
      expect(await store.solved(period)).toEqual({ 'bot-confirmed': 2, 'bot-implied': 1, agent: 1, nobody: 2 });
      expect(await store.solved(always)).toEqual({ 'bot-confirmed': 2, 'bot-implied': 1, agent: 3, nobody: 2 });
    });

    test('volume counts conversations in which the customer spoke, and a handoff stays one when it is cancelled', async () => {
      const store = await open();
      const handoff = { reason: 'unsure', queuedAt: 1_100, contactOffered: false, noted: false } as const;
      const cancelled = aConversation({ threadId: 't3', status: 'waiting', handoff });
      const ticket = { number: 'n', conversationId: 't2-c1', contact: 'c', question: 'q', at: 1_200 };
      await store.commit(aTurn(aConversation({ threadId: 't1' })));
      await store.commit(aTurn(aConversation({ threadId: 't2', status: 'waiting', handoff }), { ticket }));
      await store.commit(aTurn(cancelled));
      await store.commit(aTurn(aConversation({ threadId: 't3' }), { expectedVersion: 1 }));
      await store.commit(aTurn(aConversation({ threadId: 't4', status: 'closed', closedAt: 1_300, handoff })));
      await store.commit(aTurn(aConversation({ threadId: 't5', customerMessages: 0 })));
      await store.commit(aTurn(aConversation({ threadId: 't6', openedAt: 2_000, status: 'waiting', handoff })));
      await store.commit(aTurn(aConversation({ threadId: 'spam', status: 'closed', closedAt: 9, outcome: 'spam' })));
      expect(await store.volume(period)).toEqual({ conversations: 4, open: 3, waiting: 1, handedOver: 3, tickets: 1 });
      expect(await store.volume(always)).toEqual({ conversations: 5, open: 4, waiting: 2, handedOver: 4, tickets: 1 });
    });
  });
}
