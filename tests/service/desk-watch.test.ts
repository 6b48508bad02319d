import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { DeskQueue } from '../../bot/service/desk.ts';
import { watchDesk, type DeskNews } from '../../bot/service/desk-watch.ts';
import type { Change } from '../../bot/service/ports.ts';
import { createFeed } from '../../bot/store/feed.ts';

const change = (id: string): Change => ({ threadId: `t-${id}`, conversationId: id, lastSeq: 1, status: 'waiting' });
const queueOf = (...ids: string[]): DeskQueue => ({
  now: 1,
  openTickets: 0,
  lines: ids.map((id) => ({ id, status: 'waiting', channel: 'webchat', language: 'it', lastAt: 1 })),
});

function watched(queues: DeskQueue[]) {
  const feed = createFeed();
  const errors: string[] = [];
  let reads = 0;
  const queue = async () => {
    const next = queues[Math.min(reads, queues.length - 1)];
    reads += 1;
    if (next === undefined) throw new Error('The disk is away.');
    return next;
  };
  const pauses = { together: 80, afterFailure: 20 };
  const watch = watchDesk({ queue }, feed, (_, event) => errors.push(event), pauses);
  return { feed, watch, errors, reads: () => reads };
}

test('a page begins with the queue, and hears of every change once', async () => {
  const { feed, watch } = watched([queueOf(), queueOf('c1')]);
  const heard: DeskNews[] = [];
  const end = watch.subscribe((news) => heard.push(news));
  await vi.waitFor(() => expect(heard).toEqual([{ queue: queueOf(), changed: [] }]));
  feed.publish(change('c1'));
  feed.publish(change('c1'));
  await vi.waitFor(() => expect(heard.slice(1)).toEqual([{ queue: queueOf('c1'), changed: ['c1'] }]));
  end();
});

test('a change that leaves the queue as it was is told without the queue', async () => {
  const { feed, watch } = watched([queueOf('c1')]);
  const heard: DeskNews[] = [];
  const end = watch.subscribe((news) => heard.push(news));
  await vi.waitFor(() => expect(heard.length).toBe(1));
  feed.publish(change('c9'));
  await vi.waitFor(() => expect(heard.slice(1)).toEqual([{ changed: ['c9'] }]));
  end();
});

test('a thousand changes at once are a few readings, and nobody watching is none', async () => {
  const { feed, watch, reads } = watched([queueOf('c1')]);
  feed.publish(change('c1'));
  expect(reads()).toBe(0);
  const heard: DeskNews[] = [];
  const end = watch.subscribe((news) => heard.push(news));
  for (let index = 0; index < 1000; index += 1) feed.publish(change(`c${index}`));
  await vi.waitFor(() => expect(heard.flatMap(({ changed }) => changed).length).toBe(1000));
  expect(reads()).toBeLessThan(4);
  end();
  feed.publish(change('c1'));
  const before = reads();
  await sleep(200);
  expect(reads()).toBe(before);
});

test('a reading that fails is made again by itself, and loses no news', async () => {
  const queues: DeskQueue[] = [];
  const { feed, watch, errors } = watched(queues);
  const heard: DeskNews[] = [];
  const end = watch.subscribe((news) => heard.push(news));
  feed.publish(change('c1'));
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(2));
  queues.push(queueOf('c1'));
  await vi.waitFor(() => expect(heard).toEqual([{ queue: queueOf('c1'), changed: ['c1'] }]));
  end();
});

test('a reading that fails is logged, and its changes are told with the next', async () => {
  const queues: DeskQueue[] = [];
  const { feed, watch, errors } = watched(queues);
  const heard: DeskNews[] = [];
  const end = watch.subscribe((news) => heard.push(news));
  feed.publish(change('c1'));
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(1));
  queues.push(queueOf('c1'));
  feed.publish(change('c2'));
  await vi.waitFor(() => expect(heard).toEqual([{ queue: queueOf('c1'), changed: ['c1', 'c2'] }]));
  expect(new Set(errors)).toEqual(new Set(['desk-queue-failed']));
  end();
});
