import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/service/ports.ts';
import type { Message } from '../../../bot/domain/message.ts';
import { aConversation, aMessage, aRequest, aTurn, saved, wasTaken, figures } from '../given.ts';

export function turnsContract(open: () => Promise<Store>): void {
  describe('turns', () => {
    test('nothing is known of a thread that never had a turn', async () => {
      const store = await open();
      expect(await store.load('t1')).toBeUndefined();
      expect(await store.conversation('t1-c1')).toBeUndefined();
      expect(await store.messages('t1', 0, 10)).toEqual([]);
      expect(await store.transcript('t1-c1')).toEqual([]);
      expect(await store.delivery('t1')).toBeUndefined();
    });

    test('a turn comes back as it was saved, to the last detail', async () => {
      const store = await open();
      const conversation = aConversation({
        status: 'waiting',
        pending: { kind: 'choice', about: 'clarify', choices: [{ value: 'entry:x', label: 'X', words: ['x', 'ics'] }] },
        dueAt: 9_000,
        questions: [
          { text: 'dov’è?', at: 1_000, decision: 'clarify', candidates: [{ id: 'x', title: 'X', confidence: 0.5 }] },
        ],
        handoff: { reason: 'unsure', queuedAt: 1_000, contactOffered: false, noted: true },
      });
      const messages: Message[] = [
        aMessage(conversation, 1, {
          author: 'customer',
          text: '<b>dov’è</b> 📦\n',
          origin: { activityId: 'a1', clientActivityId: 'w1' },
        }),
        aMessage(conversation, 2, { answer: { entry: 'x', confidence: 0.75, revision: 'r' }, asks: 'choice' }),
        aMessage(conversation, 3, { author: 'agent', agentName: 'Anna', text: '', language: 'en' }),
        aMessage(conversation, 4, { author: 'system', choices: [{ value: 'yes', label: 'Sì', words: [] }] }),
      ];
      expect(await store.commit(aTurn(conversation, { messages, activityId: 'a1' }))).toBe('saved');
      expect(await store.load('t1')).toEqual({ conversation, version: 1, lastSeq: 4 });
      expect(await store.conversation('t1-c1')).toEqual(conversation);
      expect(await store.messages('t1', 0, 10)).toEqual(messages);
    });

    test('a turn that started from an older version is a conflict and changes nothing', async () => {
      const store = await open();
      const first = aConversation();
      const other = aConversation({ customerMessages: 9, dueAt: 1 });
      const rating = { kind: 'asked', request: aRequest(other) } as const;
      const stale = { messages: [aMessage(other, 2)], activityId: 'a2', rating, reference: 'r' };
      await store.commit(aTurn(first, { messages: [aMessage(first, 1)] }));

      expect(await store.commit(aTurn(other, { ...stale, expectedVersion: 0 }))).toBe('conflict');
      expect(await store.commit(aTurn(other, { ...stale, expectedVersion: 2 }))).toBe('conflict');
      expect(await store.commit(aTurn(aConversation({ threadId: 't2' }), { expectedVersion: 1 }))).toBe('conflict');

      expect(await store.load('t1')).toEqual({ conversation: first, version: 1, lastSeq: 1 });
      expect(await store.load('t2')).toBeUndefined();
      expect(await store.messages('t1', 0, 10)).toEqual([aMessage(first, 1)]);
      expect(await wasTaken(store, 't1', 'a2')).toBe(false);
      expect(await store.due(9_999, 10)).toEqual([]);
      expect((await figures(store, 0, 9_999)).now.satisfaction).toEqual([]);
      expect(await store.delivery('t1')).toEqual({ reference: undefined, deliveredSeq: 0, tries: 0 });
    });

    test('an activity taken before is a duplicate, even when the version is stale too', async () => {
      const store = await open();
      const conversation = aConversation();
      const again = aTurn(conversation, {
        expectedVersion: 1,
        activityId: 'a1',
        messages: [aMessage(conversation, 2)],
      });
      await store.commit(aTurn(conversation, { activityId: 'a1', messages: [aMessage(conversation, 1)] }));

      expect(await saved(store, again, { ...again, expectedVersion: 0 })).toEqual(['duplicate', 'duplicate']);
      expect(await store.load('t1')).toEqual({ conversation, version: 1, lastSeq: 1 });
      expect(await wasTaken(store, 't1', 'a1')).toBe(true);
      expect(await wasTaken(store, 't2', 'a1')).toBe(false);
    });

    test('the same activity id in two threads is two activities', async () => {
      const store = await open();
      const results = await saved(
        store,
        aTurn(aConversation(), { activityId: 'a1' }),
        aTurn(aConversation({ threadId: 't2' }), { activityId: 'a1' }),
      );
      expect(results).toEqual(['saved', 'saved']);
    });

    test('of turns that start from the same version at the same time one is saved', async () => {
      const store = await open();
      const turns = ['a', 'b', 'c'].map((activityId) => aTurn(aConversation(), { activityId }));
      const results = await Promise.all(turns.map((turn) => store.commit(turn)));
      expect(results).toEqual(['saved', 'conflict', 'conflict']);
      expect((await store.load('t1'))?.version).toBe(1);
    });

    test('a turn that cannot be saved leaves nothing behind and harms no other of the same moment', async () => {
      const store = await open();
      const ticket = { number: '261121-AAAAA', contact: 'a@b.it', question: 'q', at: 1_000, remindAt: 2_000 };
      const [one, two, three] = ['t1', 't2', 't3'].map((threadId) => {
        const conversation = aConversation({ threadId });
        const own = threadId === 't3' ? {} : { ticket: { ...ticket, conversationId: conversation.id } };
        return aTurn(conversation, { activityId: 'a', messages: [aMessage(conversation, 1)], ...own });
      }) as [ReturnType<typeof aTurn>, ReturnType<typeof aTurn>, ReturnType<typeof aTurn>];

      const results = await Promise.allSettled([store.commit(one), store.commit(two), store.commit(three)]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.load('t2')).toBeUndefined();
      expect(await wasTaken(store, 't2', 'a')).toBe(false);
      expect(await store.transcript('t2-c1')).toEqual([]);
      expect((await store.ticket(ticket.number))?.conversationId).toBe('t1-c1');
      expect(await store.messages('t3', 0, 10)).toEqual(three.messages);
      expect(
        await store.commit({ ...two, ticket: { ...ticket, number: '261121-BBBBB', conversationId: 't2-c1' } }),
      ).toBe('saved');
    });

    test('a turn without messages keeps the last number', async () => {
      const store = await open();
      const conversation = aConversation();
      await saved(
        store,
        aTurn(conversation, { messages: [aMessage(conversation, 1), aMessage(conversation, 2)] }),
        aTurn(conversation, { expectedVersion: 1 }),
      );
      expect(await store.load('t1')).toEqual({ conversation, version: 2, lastSeq: 2 });
    });

    test('a new conversation on a thread goes on with the numbers and leaves the old one as it was', async () => {
      const store = await open();
      const old = aConversation({ status: 'closed', closedAt: 2_000 });
      const young = aConversation({ id: 't1-c2', openedAt: 3_000 });
      await saved(
        store,
        aTurn(old, { messages: [aMessage(old, 1), aMessage(old, 2)] }),
        aTurn(young, { expectedVersion: 1, messages: [aMessage(young, 3)] }),
      );
      expect(await store.load('t1')).toEqual({ conversation: young, version: 2, lastSeq: 3 });
      expect(await store.conversation(old.id)).toEqual(old);
      expect((await store.transcript(old.id)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await store.transcript(young.id)).map(({ seq }) => seq)).toEqual([3]);
      expect((await store.messages('t1', 1, 10)).map(({ seq }) => seq)).toEqual([2, 3]);
      expect((await store.messages('t1', 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    });

    test('due are the threads whose current conversation has reached its time, earliest first', async () => {
      const store = await open();
      const dueAt = { t1: 300, t2: 100, t3: 200, t4: 301 };
      for (const [threadId, at] of Object.entries(dueAt))
        await store.commit(aTurn(aConversation({ threadId, dueAt: at })));
      await store.commit(aTurn(aConversation({ threadId: 't5' })));
      expect(await store.due(300, 10)).toEqual(['t2', 't3', 't1']);
      expect(await store.due(300, 2)).toEqual(['t2', 't3']);
      expect(await store.due(99, 10)).toEqual([]);

      await store.commit(aTurn(aConversation({ threadId: 't2' }), { expectedVersion: 1 }));
      expect(await store.due(300, 10)).toEqual(['t3', 't1']);
    });

    test('a secret is made once and stays', async () => {
      const store = await open();
      expect(await store.secret('key', () => 'first')).toBe('first');
      const never = () => {
        throw new Error('made twice');
      };
      expect(await store.secret('key', never)).toBe('first');
      expect(await store.secret('other', () => 'third')).toBe('third');
    });
  });
}
