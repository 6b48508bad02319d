import { describe, expect, test } from 'vitest';
import type { Conversation, Solved } from '../../../bot/domain/conversation.ts';
import { noEndings } from '../../../bot/domain/figures.ts';
import type { HandledBy, Score } from '../../../bot/domain/rating.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aRequest, aTurn, figures } from '../given.ts';

const period = { from: 1_000, to: 2_000 };

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
    test('without conversations there is nothing, and no share is made up', async () => {
      const store = await open();
      const { now, before, satisfactionBy, satisfactionOverTime } = await figures(store, 1_000, 2_000);
      const none = { n: 0, median: undefined, p90: undefined };
      const reasons = { requested: 0, topic: 0, details: 0, unsure: 0, noise: 0, unhelpful: 0, failed: 0, taken: 0 };
      const empty = {
        satisfaction: [],
        conversations: 0,
        endings: noEndings,
        handedOver: 0,
        reasons,
        abandoned: 0,
        tickets: 0,
        firstResponse: none,
        handling: none,
      };
      expect(now).toEqual({ period, ...empty });
      expect(before).toEqual({ period: { from: 0, to: 1_000 }, ...empty });
      expect(satisfactionBy).toEqual({ bot: [], mixed: [], agent: [] });
      expect(satisfactionOverTime).toEqual([{ date: '1970-01-01', days: 1, satisfaction: [] }]);
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
      const { now, before, satisfactionBy } = await figures(store, 1_000, 2_000);
      const few = { scale: 'csat-5', score: undefined, mean: undefined } as const;
      const one = { ...few, asked: 1, n: 1, responseRate: undefined };
      expect(now.satisfaction).toEqual([
        { ...few, asked: 5, n: 4, responseRate: undefined, distribution: [0, 1, 0, 2, 1] },
      ]);
      expect(before.satisfaction).toEqual([{ ...one, distribution: [1, 0, 0, 0, 0] }]);
      expect(satisfactionBy).toEqual({
        bot: [{ ...few, asked: 4, n: 3, responseRate: undefined, distribution: [0, 1, 0, 1, 1] }],
        mixed: [],
        agent: [{ ...one, distribution: [0, 0, 0, 1, 0] }],
      });
    });

    test('ratings of two scales are never added up, and a score beyond its scale is refused', async () => {
      const store = await open();
      for (const [threadId, scale] of [
        ['t1', 'csat-5'],
        ['t2', 'nps-10'],
        ['t3', 'nps-10'],
      ] as const) {
        const conversation = aConversation({ threadId });
        const request = aRequest(conversation, { scale });
        await store.commit(aTurn(conversation, { rating: { kind: 'asked', request } }));
      }
      const give = (threadId: string, score: number) =>
        store.commit(
          aTurn(aConversation({ threadId }), {
            expectedVersion: 1,
            rating: { kind: 'given', conversationId: `${threadId}-c1`, score, at: 1_100 },
          }),
        );
      await give('t1', 5);
      await give('t2', 0);
      await expect(give('t3', 11)).rejects.toThrow('CHECK');
      await give('t3', 10);
      const { satisfaction } = (await figures(store, 1_000, 2_000)).now;
      expect(satisfaction.map(({ scale, n, distribution }) => [scale, n, distribution])).toEqual([
        ['csat-5', 1, [0, 0, 0, 0, 1]],
        ['nps-10', 2, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
      ]);
    });

    test('a rating counts once: the first score stays, and asking again asks nothing new', async () => {
      const store = await open();
      await rate(store, 't1', 1_500, 'bot', 2, 5);
      const conversation = aConversation();
      const again = aRequest(conversation, { askedAt: 1_600, handledBy: 'agent' });
      await store.commit(aTurn(conversation, { expectedVersion: 3, rating: { kind: 'asked', request: again } }));
      const { now, satisfactionBy } = await figures(store, 1_000, 2_000);
      expect(now.satisfaction).toMatchObject([{ asked: 1, n: 1, distribution: [0, 1, 0, 0, 0] }]);
      expect(satisfactionBy.bot).toEqual(now.satisfaction);
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
      const ends = { 'bot-confirmed': 2, 'bot-implied': 1, agent: 1, nobody: 2, open: 1 };
      expect((await figures(store, 1_000, 2_000)).now.endings).toEqual(ends);
      expect((await figures(store, 0, 5_000)).now.endings).toEqual({ ...ends, agent: 3 });
    });

    test('volume counts conversations in which the customer spoke, and a handoff stays one when it is cancelled', async () => {
      const store = await open();
      const handoff = { reason: 'unsure', queuedAt: 1_100, contactOffered: false, noted: false } as const;
      const cancelled = aConversation({ threadId: 't3', status: 'waiting', handoff });
      const ticket = { number: 'n', conversationId: 't2-c1', contact: 'c', question: 'q', at: 1_200, remindAt: 2_000 };
      await store.commit(aTurn(aConversation({ threadId: 't1' })));
      await store.commit(aTurn(aConversation({ threadId: 't2', status: 'waiting', handoff }), { ticket }));
      await store.commit(aTurn(cancelled));
      await store.commit(aTurn(aConversation({ threadId: 't3' }), { expectedVersion: 1 }));
      await store.commit(
        aTurn(aConversation({ threadId: 't4', status: 'closed', closedAt: 1_300, solved: 'nobody', handoff })),
      );
      await store.commit(aTurn(aConversation({ threadId: 't5', customerMessages: 0 })));
      await store.commit(aTurn(aConversation({ threadId: 't6', openedAt: 2_000, status: 'waiting', handoff })));
      await store.commit(aTurn(aConversation({ threadId: 'spam', status: 'closed', closedAt: 9, outcome: 'spam' })));
      const counted = async (to: number) => {
        const { conversations, endings, handedOver, reasons, abandoned, tickets } = (await figures(store, 1_000, to))
          .now;
        return { conversations, open: endings.open, handedOver, unsure: reasons.unsure, abandoned, tickets };
      };
      const inPeriod = { conversations: 4, open: 3, handedOver: 3, unsure: 3, abandoned: 1, tickets: 1 };
      expect(await counted(2_000)).toEqual(inPeriod);
      expect(await counted(3_000)).toEqual({ ...inPeriod, conversations: 5, open: 4, handedOver: 4, unsure: 4 });
    });
  });
}
