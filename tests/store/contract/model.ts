import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store, StoredThread, TurnRecord } from '../../../bot/service/ports.ts';
import type { Message } from '../../../bot/domain/message.ts';
import { aConversation, aMessage } from '../given.ts';

/** One commit, told by where it stands to what is saved: so that a plain model can say what must become of it. */
const attempts = fc.record({
  thread: fc.constantFrom('t1', 't2'),
  /** Versions that the turn is behind the newest; negative: one that never was. */
  behind: fc.constantFrom(0, 0, 0, 1, 2, -100),
  activity: fc.constantFrom(undefined, 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'),
  messages: fc.integer({ min: 0, max: 3 }),
  newConversation: fc.boolean(),
  dueAt: fc.constantFrom(undefined, 10, 20, 30),
});

export function modelContract(open: () => Promise<Store>): void {
  describe('any sequence of commits', () => {
    test('ends as a plain model in memory says, one after the other or all at once', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(attempts, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
          async (rounds) => {
            const [store, model] = [await open(), new Model()];
            for (const round of rounds) {
              const turns = round.map((attempt) => model.turn(attempt));
              const results = await Promise.all(turns.map((turn) => store.commit(turn)));
              expect(results).toEqual(turns.map((turn) => model.commit(turn)));
            }
            for (const threadId of ['t1', 't2']) {
              expect(await store.load(threadId)).toEqual(model.threads.get(threadId));
              expect(await store.messages(threadId, 0, 1_000)).toEqual(model.of(threadId));
              for (const id of new Set(model.of(threadId).map((message) => message.conversationId))) {
                expect(await store.transcript(id)).toEqual(model.messages.filter((each) => each.conversationId === id));
              }
            }
            expect(await store.due(20, 10)).toEqual(model.due(20));
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}

class Model {
  readonly threads = new Map<string, StoredThread>();
  readonly messages: Message[] = [];
  private readonly activities = new Set<string>();

  of(threadId: string): Message[] {
    return this.messages.filter((message) => message.threadId === threadId);
  }

  due(at: number): string[] {
    return [...this.threads.values()]
      .map(({ conversation }) => ({ id: conversation.thread.id, at: conversation.dueAt ?? Infinity }))
      .filter((thread) => thread.at <= at)
      .sort((one, other) => one.at - other.at || one.id.localeCompare(other.id))
      .map(({ id }) => id);
  }

  turn(attempt: typeof attempts extends fc.Arbitrary<infer A> ? A : never): TurnRecord {
    const now = this.threads.get(attempt.thread);
    const version = now?.version ?? 0;
    const conversation = aConversation({
      threadId: attempt.thread,
      id: attempt.newConversation
        ? `${attempt.thread}-c${version + 1}`
        : (now?.conversation.id ?? `${attempt.thread}-c0`),
      lastAt: this.messages.length,
      ...(attempt.dueAt === undefined ? {} : { dueAt: attempt.dueAt }),
    });
    return {
      expectedVersion: Math.max(0, version - attempt.behind),
      conversation,
      messages: Array.from({ length: attempt.messages }, (_, index) =>
        aMessage(conversation, (now?.lastSeq ?? 0) + 1 + index),
      ),
      ...(attempt.activity === undefined ? {} : { activityId: attempt.activity }),
    };
  }

  commit(turn: TurnRecord): string {
    const threadId = turn.conversation.thread.id;
    const now = this.threads.get(threadId);
    const activity = turn.activityId === undefined ? undefined : `${threadId} ${turn.activityId}`;
    if (activity !== undefined && this.activities.has(activity)) return 'duplicate';
    if (turn.expectedVersion !== (now?.version ?? 0)) return 'conflict';
    if (activity !== undefined) this.activities.add(activity);
    this.messages.push(...turn.messages);
    this.threads.set(threadId, {
      conversation: turn.conversation,
      version: turn.expectedVersion + 1,
      lastSeq: turn.messages.at(-1)?.seq ?? now?.lastSeq ?? 0,
    });
    return 'saved';
  }
}
