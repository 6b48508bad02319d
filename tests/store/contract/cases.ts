import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../bot/domain/conversation.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aMessage, anEntry, aRequest, aTurn, saved } from '../given.ts';

const anna = { id: 'a1', name: 'Anna' };

export function casesContract(open: () => Promise<Store>): void {
  const closed = (threadId: string, given: Partial<Conversation> = {}) =>
    aConversation({ threadId, status: 'closed', closedAt: 10, solved: 'nobody', ...given });

  /** Closes a conversation in which the customer says a text; the numbers of closing grow. */
  async function closes(store: Store, threadId: string, text: string, given: Partial<Conversation> = {}) {
    const conversation = closed(threadId, given);
    await store.commit(aTurn(conversation, { messages: [aMessage(conversation, 1, { author: 'customer', text })] }));
    return conversation;
  }
  const found = async (store: Store, ...words: string[]) =>
    (await store.closed({ words, limit: 10 })).map(({ conversation }) => conversation.thread.id);

  describe('closed conversations', () => {
    test('come in the order in which they closed, the last first, page by page', async () => {
      const store = await open();
      for (const threadId of ['t1', 't2', 't3']) await closes(store, threadId, 'ciao');
      await store.commit(aTurn(aConversation({ threadId: 't4' })));
      await store.commit(aTurn(closed('t5', { customerMessages: 0 })));
      const first = await store.closed({ words: [], limit: 2 });
      expect(first.map(({ conversation }) => conversation)).toEqual([closed('t3'), closed('t2')]);
      const rest = await store.closed({ words: [], limit: 2, before: first[1]?.number ?? 0 });
      expect(rest.map(({ conversation }) => conversation)).toEqual([closed('t1')]);
    });

    test('are found by the beginnings of words, in whatever case and accents, and by nothing that is not there', async () => {
      const store = await open();
      await closes(store, 't1', 'Perché il pacco è in ritardo?');
      await closes(store, 't2', 'Dov’è la fattura?');
      expect(await found(store, 'pacc')).toEqual(['t1']);
      expect(await found(store, 'PERCHE', 'ritardo')).toEqual(['t1']);
      expect(await found(store, 'pacco', 'fattura')).toEqual([]);
      expect(await found(store, 'acco')).toEqual([]);
      expect(await found(store, '!!')).toEqual([]);
      expect(await found(store, '"', 'OR', 'words:')).toEqual([]);
      expect(await found(store, 'pacco"*', 'NEAR(')).toEqual([]);
    });

    test('are found by who wrote, by what was answered, by an agent’s words, by ticket and contact, and not by phrases of the bot', async () => {
      const store = await open();
      const given = {
        answered: [{ entry: 'delivery-time', confidence: 1, revision: 'r', at: 1 }],
        thread: { id: 't1', channel: 'webchat', customer: { id: 'x', name: 'Marta Neri' }, language: 'it' },
      } as const;
      const conversation = { ...closed('t1'), ...given };
      const messages = [
        aMessage(conversation, 1, { text: 'Sono una assistente automatica' }),
        aMessage(conversation, 2, { author: 'agent', text: 'Rimborso fatto' }),
        aMessage(conversation, 3, {
          text: 'Due giorni',
          answer: { entry: 'delivery-time', confidence: 1, revision: 'r' },
        }),
      ];
      const ticket = {
        number: '261121-K7Q4MX',
        conversationId: conversation.id,
        contact: 'm@b.it',
        question: 'q',
        at: 5,
        remindAt: 2_000,
      };
      await store.commit(aTurn(conversation, { messages, ticket }));
      for (const words of ['marta', 'delivery-time', 'rimborso', '261121-K7Q4MX', 'm@b.it', 'giorni']) {
        expect([words, await found(store, words)]).toEqual([words, ['t1']]);
      }
      expect(await found(store, 'assistente')).toEqual([]);
    });

    test('are found by what the customer says after the end, and keep their place', async () => {
      const store = await open();
      const first = await closes(store, 't1', 'ciao');
      await closes(store, 't2', 'ciao');
      const messages = [aMessage(first, 2, { author: 'customer', text: 'ottimo' })];
      await store.commit(aTurn(first, { expectedVersion: 1, messages }));
      expect(await found(store, 'ottimo')).toEqual(['t1']);
      expect(await found(store, 'ciao')).toEqual(['t2', 't1']);
    });
  });

  describe('a case', () => {
    test('has notes of agents, in order, each once, and they are no messages', async () => {
      const store = await open();
      const conversation = aConversation();
      await store.commit(aTurn(conversation));
      const note = (id: string, at: number) => ({ id, agent: anna, text: `nota ${id}`, at });
      await store.addNote(conversation.id, note('n2', 20), anEntry('n2'));
      await store.addNote(conversation.id, note('n1', 10), anEntry('n1'));
      await store.addNote(conversation.id, { ...note('n1', 30), text: 'ancora' }, anEntry('again'));
      expect(await store.notes(conversation.id)).toEqual([note('n1', 10), note('n2', 20)]);
      expect(await store.notes('nowhere')).toEqual([]);
      expect((await store.auditLines({ limit: 9 })).map(({ act }) => act)).toEqual(['n1', 'n2']);
      expect(await store.messages('t1', 0, 10)).toEqual([]);
      expect(await store.transcript(conversation.id)).toEqual([]);
    });

    test('tells the ratings of its customer, on whichever thread, newest first', async () => {
      const store = await open();
      const customer = { id: 'marta' };
      const of = (threadId: string, channel: 'webchat' | 'teams' = 'webchat') => {
        const one = aConversation({ threadId, channel });
        return { ...one, thread: { ...one.thread, customer } };
      };
      const asked = (one: Conversation, askedAt: number) =>
        aTurn(one, { rating: { kind: 'asked', request: aRequest(one, { askedAt }) } });
      await saved(store, asked(of('t1'), 10), asked(of('t2'), 20), asked(of('t3', 'teams'), 30));
      await store.commit(
        aTurn(of('t1'), { expectedVersion: 1, rating: { kind: 'given', conversationId: 't1-c1', score: 4, at: 12 } }),
      );
      expect(await store.ratingsOf('webchat', 'marta', 10)).toEqual([
        { conversationId: 't2-c1', askedAt: 20, handledBy: 'bot' },
        { conversationId: 't1-c1', askedAt: 10, handledBy: 'bot', score: 4 },
      ]);
      expect((await store.ratingsOf('webchat', 'marta', 1)).length).toBe(1);
    });

    test('knows the last ticket of its thread', async () => {
      const store = await open();
      const ticket = (number: string, at: number) => ({
        number,
        conversationId: 't1-c1',
        contact: 'c',
        question: 'q',
        at,
        remindAt: at + 1,
      });
      expect(await store.lastTicket('t1')).toBeUndefined();
      await saved(
        store,
        aTurn(aConversation(), { ticket: ticket('n1', 10) }),
        aTurn(aConversation(), { expectedVersion: 1, ticket: ticket('n2', 20) }),
      );
      expect(await store.lastTicket('t1')).toBe('n2');
    });

    test('is told by whom it is held', async () => {
      const store = await open();
      const held = aConversation({ threadId: 't1', status: 'agent', agent: anna });
      await saved(store, aTurn(held), aTurn(aConversation({ threadId: 't2' })), aTurn(closed('t3', { agent: anna })));
      expect(await store.held()).toEqual([{ id: 't1-c1', agentId: 'a1' }]);
      expect(await store.conversations(['t1-c1', 'nowhere'])).toEqual([held]);
    });

    test('tells how far its messages came, when the next try is, and what was given up', async () => {
      const store = await open();
      const conversation = aConversation({ channel: 'teams' });
      const messages = [1, 2, 3].map((seq) => aMessage(conversation, seq, { author: 'agent' }));
      await store.commit(aTurn(conversation, { messages }));
      await store.delivered('t1', 1);
      expect(await store.threadDelivery('t1')).toEqual({ deliveredSeq: 1 });
      await store.failed('t1', 'RestError 503', 5_000);
      expect(await store.threadDelivery('t1')).toEqual({ deliveredSeq: 1, error: 'RestError 503', retryAt: 5_000 });
      await store.failed('t1', 'RestError 403', null);
      const lost = { after: 1, to: 3, error: 'RestError 403' };
      expect(await store.threadDelivery('t1')).toEqual({ deliveredSeq: 3, lost });
      await store.lost('t1', 2, 'RestError 400');
      expect((await store.threadDelivery('t1'))?.lost).toEqual({ after: 1, to: 2, error: 'RestError 400' });
      expect(await store.threadDelivery('nowhere')).toBeUndefined();
    });
  });
}
