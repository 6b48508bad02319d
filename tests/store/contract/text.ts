import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/service/ports.ts';
import { aConversation, aMessage, aTurn, wasTaken } from '../given.ts';

export function textContract(open: () => Promise<Store>): void {
  describe('odd text', () => {
    test('NUL and lone surrogates become U+FFFD wherever they stand', async () => {
      const store = await open();
      const odd = 'a\0b\uD83Dc\uDE00 \\u0000 😀';
      const tame = 'a\uFFFDb\uFFFDc\uFFFD \\u0000 😀';
      const written = (text: string) => {
        const conversation = aConversation({
          questions: [{ text, at: 1, decision: 'noise', candidates: [] }],
          thread: { id: `thread ${text}`, channel: 'teams', customer: { id: text, name: text }, language: 'it' },
        });
        const messages = [aMessage(conversation, 1, { text, origin: { activityId: text }, agentName: text })];
        const ticket = {
          number: '1',
          conversationId: conversation.id,
          contact: text,
          question: text,
          at: 1,
          remindAt: 2,
        };
        return aTurn(conversation, { messages, activityId: text, reference: text, ticket });
      };
      const threadId = `thread ${odd}`;

      expect(await store.commit(written(odd))).toBe('saved');
      expect(await store.commit(written(odd))).toBe('duplicate');
      expect(await store.load(threadId)).toEqual({ conversation: written(tame).conversation, version: 1, lastSeq: 1 });
      expect(await store.messages(threadId, 0, 10)).toEqual(written(tame).messages);
      expect(await wasTaken(store, threadId, odd)).toBe(true);
      expect(await store.ticket('1')).toMatchObject({ contact: tame, question: tame });
      await store.failed(threadId, odd, 5);
      expect(await store.delivery(threadId)).toEqual({ reference: tame, deliveredSeq: 0, tries: 1 });
    });

    test('every other text comes back as it was written', async () => {
      const store = await open();
      let version = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), async (text) => {
          fc.pre(!text.includes('\0'));
          const conversation = aConversation({ questions: [{ text, at: 1, decision: 'noise', candidates: [] }] });
          const message = aMessage(conversation, version + 1, { text });
          expect(await store.commit(aTurn(conversation, { expectedVersion: version, messages: [message] }))).toBe(
            'saved',
          );
          expect(await store.load('t1')).toEqual({ conversation, version: version + 1, lastSeq: version + 1 });
          expect(await store.messages('t1', version, 10)).toEqual([message]);
          version += 1;
        }),
        { numRuns: 50 },
      );
    });
  });
}
