import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelError, type Fault } from '../../bot/channels/fault.ts';
import type { Outlet } from '../../bot/channels/outlet.ts';
import { createDeliverer, type Deliverer } from '../../bot/channels/send.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Clock, Store } from '../../bot/service/ports.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import { aConversation, aMessage, aTurn } from '../store/given.ts';
import { until } from './open-desk.ts';

/* The one way out with channels that are made up: what they take and refuse is set by each test. */

let store: Store;
let deliverer: Deliverer | undefined;
let now = 1_000;
const clock: Pick<Clock, 'now'> = { now: () => now };
const lost: string[] = [];

beforeEach(async () => {
  store = await openStore('file::memory:');
  now = 1_000;
  lost.length = 0;
});

afterEach(async () => {
  await deliverer?.close();
  await store.close();
});

function outlet(name: Outlet['name'], take: (text: string) => Promise<void>): Outlet {
  return {
    name,
    prefix: `${name}:`,
    push: (_, through) => through((message) => take(message.text)),
    settle: () => Promise.resolve(),
    typing: () => Promise.resolve(),
  };
}

function begin(outlets: readonly Outlet[], more: { age?: number; atOnce?: number } = {}): Deliverer {
  deliverer = createDeliverer({
    store,
    feed: createFeed(),
    clock,
    log: () => {},
    outlets,
    lose: async (threadId, reason) => {
      lost.push(`${threadId} ${reason}`);
      return { kind: 'unknown' };
    },
    backoff: { first: 10, longest: 20, tries: 50, age: more.age ?? 1e9 },
    sweepEvery: 5,
    ...(more.atOnce !== undefined && { atOnce: more.atOnce }),
  });
  deliverer.start();
  return deliverer;
}

async function due(threadId: string, channel: 'teams' | 'telegram', count = 1): Promise<Conversation> {
  const conversation = aConversation({ threadId, channel, lastAt: now });
  const messages = Array.from({ length: count }, (_, index) =>
    aMessage(conversation, index + 1, { text: `${threadId} ${index + 1}` }),
  );
  await store.commit(aTurn(conversation, { messages, reference: '{}' }));
  return conversation;
}

function refuses(fault: Fault, statusCode?: number): () => Promise<never> {
  return () => Promise.reject(new ChannelError('No.', fault, statusCode === undefined ? {} : { statusCode }));
}

describe('the one way out', () => {
  test('a channel that never answers keeps nobody else waiting, however much is due on it', async () => {
    const never = new Promise<void>(() => {});
    for (let index = 0; index < 150; index += 1) await due(`telegram:${index}`, 'telegram');
    now += 1;
    for (let index = 0; index < 3; index += 1) await due(`teams:${index}`, 'teams');
    const sent: string[] = [];
    let hanging = 0;
    const slow = outlet('telegram', () => {
      hanging += 1;
      return never;
    });
    const quick = outlet('teams', async (text) => void sent.push(text));
    const { states } = begin([slow, quick], { atOnce: 2 });
    await until('the messages of the other channel', () => (sent.length === 3 ? true : undefined));
    expect(sent.toSorted()).toEqual(['teams:0 1', 'teams:1 1', 'teams:2 1']);
    expect(hanging).toBe(2);
    expect(await states()).toEqual([
      { name: 'telegram', sent: 0, failures: 0, waiting: 150, oldestAt: 1_000 },
      { name: 'teams', sent: 3, failures: 0, waiting: 0 },
    ]);
    // What hangs for ever would be waited for.
    deliverer = undefined;
  });

  test('a channel counts as failing after three failures in a row, and as working when it takes one message', async () => {
    let away = true;
    const broken = refuses({ reach: 'channel', code: 'unavailable' });
    const channel = outlet('telegram', () => (away ? broken() : Promise.resolve()));
    await due('telegram:1', 'telegram', 2);
    const { states } = begin([channel]);
    const failing = await until('the trouble', async () => {
      now += 30;
      const [state] = await states();
      return state?.trouble === undefined ? undefined : state;
    });
    expect(failing).toMatchObject({ name: 'telegram', trouble: { error: 'unavailable' }, sent: 0, waiting: 2 });
    expect(await store.threadDelivery('telegram:1')).toMatchObject({ error: 'unavailable', deliveredSeq: 0 });
    away = false;
    const working = await until('the messages', async () => {
      now += 30;
      const [state] = await states();
      return state?.sent === 2 && state.waiting === 0 ? state : undefined;
    });
    expect(working).toMatchObject({ lastError: 'unavailable', failures: failing.failures });
    expect(working.trouble).toBeUndefined();
  });

  test.each(['blocked', 'not-found', 'forbidden'] as const)(
    'a customer who is %s is given up at once, told to the agent, and the conversation ends; a channel that says so works',
    async (code) => {
      let refuse = refuses({ reach: 'channel', code: 'unavailable' });
      await due('telegram:1', 'telegram', 3);
      const { states } = begin([outlet('telegram', () => refuse())]);
      await until('the trouble', async () => {
        now += 30;
        return (await states())[0]?.trouble;
      });
      refuse = refuses({ reach: 'thread', code }, 403);
      await until('the giving up', () => {
        now += 30;
        return lost.length > 0 ? true : undefined;
      });
      expect(lost).toEqual([`telegram:1 ${code}`]);
      expect(await store.threadDelivery('telegram:1')).toEqual({
        deliveredSeq: 3,
        lost: { after: 0, to: 3, error: code },
      });
      expect(await states()).toEqual([
        { name: 'telegram', sent: 0, failures: expect.any(Number), lastError: 'unavailable', waiting: 0 },
      ]);
    },
  );

  test('a message that still fails when it is too old is given up, and says so', async () => {
    await due('telegram:1', 'telegram');
    begin([outlet('telegram', refuses({ reach: 'channel', code: 'no-answer' }))], { age: 100 });
    const given = await until('the giving up', async () => {
      now += 40;
      return (await store.threadDelivery('telegram:1'))?.lost;
    });
    expect(given).toEqual({ after: 0, to: 1, error: 'too-old' });
    expect(lost).toEqual([]);
  });

  test('a channel that says when to come back is left alone until then', async () => {
    await due('telegram:1', 'telegram');
    const limited = refuses({ reach: 'channel', code: 'rate-limited', retryAfter: 5_000 });
    begin([outlet('telegram', limited)]);
    const retryAt = await until('the next try', async () => (await store.threadDelivery('telegram:1'))?.retryAt);
    expect(retryAt).toBeGreaterThanOrEqual(6_000);
    expect(retryAt).toBeLessThan(6_600);
  });
});
