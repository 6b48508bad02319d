import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aMessage, aTurn } from '../given.ts';

export function namesContract(open: () => Promise<Store>): void {
  const conversation = aConversation({ channel: 'teams' });
  const customer = { author: 'customer' } as const;
  const messages = [
    aMessage(conversation, 1, { ...customer, origin: { activityId: 'q1' } }),
    aMessage(conversation, 2),
    aMessage(conversation, 3, { ...customer, origin: { activityId: 'q1#2', edits: 'q1' } }),
    aMessage(conversation, 4, { ...customer, origin: { activityId: 'q2' } }),
  ];

  async function talked(): Promise<Store> {
    const store = await open();
    await store.commit(aTurn(conversation, { messages }));
    return store;
  }

  describe("a channel's names for messages", () => {
    test('lead to what was sent and to what was heard, within their thread', async () => {
      const store = await talked();
      await store.named('t1', 2, 'first try');
      await store.named('t1', 2, 'b1');
      expect([await store.nameOf('t1', 2), await store.nameOf('t1', 4)]).toEqual(['b1', undefined]);
      expect(await store.sentAs('t1', 'b1')).toEqual(messages[1]);
      expect([await store.sentAs('t1', 'first try'), await store.sentAs('t2', 'b1')]).toEqual([undefined, undefined]);
      expect(await store.heardAs('t1', 'q1')).toEqual([messages[0], messages[2]]);
      expect(await store.heardAs('t2', 'q1')).toEqual([]);
    });

    test('tell which messages bear buttons, until these are settled or the message is sent without any', async () => {
      const store = await talked();
      await store.named('t1', 4, 'b4', 'buttons');
      await store.named('t1', 2, 'b2', 'buttons');
      await store.named('t1', 3, 'b3');
      const [two, four] = [
        { seq: 2, name: 'b2' },
        { seq: 4, name: 'b4' },
      ];
      expect([await store.standing('t1'), await store.standing('t2')]).toEqual([[two, four], []]);
      await store.settled('t1', 2);
      expect([await store.standing('t1'), await store.nameOf('t1', 2)]).toEqual([[four], 'b2']);
      await store.named('t1', 4, 'again');
      expect(await store.standing('t1')).toEqual([]);
    });

    test('forget what is taken back: the words in the transcript and in earlier conversations, the place stays', async () => {
      const store = await talked();
      const asked = { text: 'message 1', at: 1, decision: 'answer', candidates: [] } as const;
      const questions = [asked, { ...asked, text: 'message 4' }];
      await store.commit(aTurn({ ...conversation, questions }, { expectedVersion: 1 }));
      const next = { ...conversation, id: 't1-c2' };
      await store.commit(aTurn(next, { expectedVersion: 2, withdraws: { name: 'q1', at: 77 } }));
      const forgotten = [0, 2].map((place) => ({ ...messages[place], text: '', withdrawn: 77 }));
      expect(await store.messages('t1', 0, 9)).toEqual([forgotten[0], messages[1], forgotten[1], messages[3]]);
      expect((await store.conversation('t1-c1'))?.questions).toEqual([questions[1]]);
    });
  });
}
