import { expect, test } from 'vitest';
import { createDeliverer } from '../../bot/channels/send.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Message } from '../../bot/domain/message.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import { aConversation, aMessage, aTurn } from '../store/given.ts';

test('while nobody answers, each turn reads what is new, and the answer still goes out once', async () => {
  const store = await openStore('file::memory:');
  let read = 0;
  const counted = {
    ...store,
    async messages(...given: Parameters<typeof store.messages>) {
      const messages = await store.messages(...given);
      read += messages.length;
      return messages;
    },
  };
  const deliverer = createDeliverer({
    store: counted,
    feed: createFeed(),
    clock: { now: () => 1 },
    log: () => {},
    outlets: [],
    lose: () => Promise.reject(new Error('Nobody is lost here.')),
  });
  const conversation: Conversation = aConversation({ channel: 'teams' });
  const sent: string[] = [];
  const turn = (seq: number, author: Message['author']) =>
    deliverer.duringTurn(
      't1',
      (message) => Promise.resolve(void sent.push(message.text)),
      () =>
        store.commit(
          aTurn(conversation, { expectedVersion: seq - 1, messages: [aMessage(conversation, seq, { author })] }),
        ),
    );

  for (let seq = 1; seq <= 300; seq += 1) await turn(seq, 'customer');
  expect(read).toBe(300);
  await turn(301, 'agent');
  await turn(302, 'customer');
  await turn(303, 'bot');
  expect(sent).toEqual(['message 301', 'message 303']);
  expect(read).toBe(303);
  expect((await store.delivery('t1'))?.deliveredSeq).toBe(303);
  await deliverer.close();
  await store.close();
});
