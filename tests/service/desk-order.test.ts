import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Status } from '../../bot/domain/conversation.ts';
import { createDesk, type Desk, type DeskQueue } from '../../bot/service/desk.ts';
import { patchedQueue } from '../../bot/web/desk-app/live/patched-queue.ts';
import { aConversation, aTurn } from '../store/given.ts';
import { openDesk, simpleMind, type GivenDesk } from '../web/desk-given.ts';

let given: GivenDesk;
let store: GivenDesk['store'];
let desk: Desk;

beforeAll(async () => {
  const mind = simpleMind();
  given = await openDesk(mind);
  desk = createDesk({ ...given, mind: () => mind });
  store = given.store;
});
afterAll(() => given.close());

const handoff = { reason: 'requested', contactOffered: false, noted: false } as const;

/** Few threads and fewer instants, so that many came at the same one. */
const happened = fc.record({
  thread: fc.integer({ min: 0, max: 6 }),
  status: fc.constantFrom<Status>('waiting', 'agent', 'bot', 'closed'),
  queuedAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  openedAt: fc.integer({ min: 1, max: 3 }),
  lastAt: fc.integer({ min: 1, max: 9 }),
});

test('a page that hears of one change after the other shows the very list that a page sees that is loaded again', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happened, { maxLength: 30 }), async (things) => {
      run += 1;
      const versions = new Map<string, number>();
      let page: DeskQueue | undefined = { ...(await desk.queue()), lines: [] };
      for (const { thread, queuedAt, ...given } of things) {
        // Ids in another order than that in which they come.
        const conversation = aConversation({
          ...given,
          threadId: `t${(thread * 3) % 7}-${run}`,
          ...(queuedAt !== undefined && { handoff: { ...handoff, queuedAt } }),
        });
        const { id } = conversation;
        const expectedVersion = versions.get(id) ?? 0;
        await store.commit(aTurn(conversation, { expectedVersion }));
        versions.set(id, expectedVersion + 1);
        const lines = await desk.lines([id]);
        page = patchedQueue(page, { now: 1, changed: [id], ...(lines.length === 0 ? { gone: [id] } : { lines }) });
      }
      const reloaded = (await desk.queue()).lines.filter(({ id }) => versions.has(id));
      expect(page?.lines).toEqual(reloaded);
    }),
    { numRuns: 60 },
  );
});
