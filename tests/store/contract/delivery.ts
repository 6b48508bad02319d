import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../bot/domain/conversation.ts';
import type { Message } from '../../../bot/domain/message.ts';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aMessage, aTurn } from '../given.ts';

export function deliveryContract(open: () => Promise<Store>): void {
  /** Saves turn number `version` + 1, in which these authors speak. */
  async function says(
    store: Store,
    channel: Channel,
    version: number,
    seq: number,
    authors: readonly Message['author'][],
  ) {
    const conversation = aConversation({ threadId: channel, channel, lastAt: seq * 100 });
    const messages = authors.map((author, index) => aMessage(conversation, seq + index, { author }));
    const reference = version === 0 ? { reference: '{"to":"x"}' } : {};
    await store.commit(aTurn(conversation, { expectedVersion: version, messages, ...reference }));
  }

  describe('delivery', () => {
    test('waits for what was said on Teams and Telegram, not on web chat', async () => {
      const store = await open();
      await says(store, 'telegram', 0, 2, ['customer', 'bot']);
      await says(store, 'teams', 0, 1, ['customer', 'bot', 'bot']);
      await says(store, 'webchat', 0, 1, ['customer', 'bot']);
      expect(await store.undelivered(9_999, 10)).toEqual(['teams', 'telegram']);
      expect(await store.undelivered(9_999, 1)).toEqual(['teams']);
      expect(await store.delivery('teams')).toEqual({ reference: '{"to":"x"}', deliveredSeq: 0, tries: 0 });
    });

    test('is told by channel: whose next try is due, how much waits, and since when', async () => {
      const store = await open();
      await says(store, 'telegram', 0, 2, ['customer', 'bot', 'agent']);
      await says(store, 'teams', 0, 5, ['bot']);
      expect(await store.undelivered(9_999, 10, 'tele')).toEqual(['telegram']);
      expect(await store.undelivered(9_999, 10, 'telegramm')).toEqual([]);
      expect(await store.backlog('te')).toEqual({ waiting: 3, oldestAt: 200 });
      expect(await store.backlog('teams')).toEqual({ waiting: 1, oldestAt: 500 });
      await store.delivered('teams', 5);
      expect(await store.backlog('teams')).toEqual({ waiting: 0 });
    });

    test('has nothing to do for the customer’s own words', async () => {
      const store = await open();
      await says(store, 'teams', 0, 1, ['customer']);
      expect(await store.undelivered(9_999, 10)).toEqual([]);
      await says(store, 'teams', 1, 2, ['bot', 'customer']);
      expect(await store.undelivered(9_999, 10)).toEqual(['teams']);
      await store.delivered('teams', 2);
      expect(await store.undelivered(9_999, 10)).toEqual([]);
    });

    test('is done when the last message is, and a late report takes nothing back', async () => {
      const store = await open();
      await says(store, 'teams', 0, 1, ['bot', 'bot', 'agent']);
      await store.delivered('teams', 2);
      expect(await store.undelivered(9_999, 10)).toEqual(['teams']);
      await store.delivered('teams', 3);
      await store.delivered('teams', 1);
      expect(await store.undelivered(9_999, 10)).toEqual([]);
      expect((await store.delivery('teams'))?.deliveredSeq).toBe(3);
    });

    test('tries again at the time that was set, and new messages wait in line', async () => {
      const store = await open();
      await says(store, 'teams', 0, 1, ['bot']);
      await store.failed('teams', 'no answer', 5_000);
      await store.failed('teams', 'no answer', 6_000);
      await says(store, 'teams', 1, 2, ['bot']);
      expect(await store.undelivered(5_999, 10)).toEqual([]);
      expect(await store.undelivered(6_000, 10)).toEqual(['teams']);
      expect(await store.delivery('teams')).toEqual({ reference: '{"to":"x"}', deliveredSeq: 0, tries: 2 });

      await store.delivered('teams', 1);
      expect(await store.undelivered(5_999, 10)).toEqual(['teams']);
      expect((await store.delivery('teams'))?.tries).toBe(0);
    });

    test('gives up on what is there and not on what comes', async () => {
      const store = await open();
      await says(store, 'teams', 0, 1, ['bot', 'bot']);
      await store.failed('teams', 'no answer', 5_000);
      await store.failed('teams', 'the customer blocked the bot', null);
      expect(await store.undelivered(9_999, 10)).toEqual([]);
      await says(store, 'teams', 1, 3, ['customer', 'bot']);
      expect(await store.undelivered(9_999, 10)).toEqual(['teams']);
      expect(await store.delivery('teams')).toEqual({ reference: '{"to":"x"}', deliveredSeq: 2, tries: 0 });
    });

    test('a failure reported when nothing is left to send starts no new try', async () => {
      const store = await open();
      await says(store, 'teams', 0, 1, ['bot']);
      await store.delivered('teams', 1);
      await store.failed('teams', 'late', 100);
      expect(await store.undelivered(9_999, 10)).toEqual([]);
    });
  });
}
