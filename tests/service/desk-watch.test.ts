import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { DeskLine } from '../../bot/service/desk-line.ts';
import type { DeskQueue } from '../../bot/service/desk.ts';
import { watchDesk, type DeskNews } from '../../bot/service/desk-watch.ts';
import type { Change } from '../../bot/service/ports.ts';
import { createPresence } from '../../bot/service/presence.ts';
import { createFeed } from '../../bot/store/feed.ts';

const change = (id: string): Change => ({ threadId: `t-${id}`, conversationId: id, lastSeq: 1, status: 'waiting' });
const line = (id: string, given: Partial<DeskLine> = {}): DeskLine => ({
  id,
  status: 'waiting',
  channel: 'webchat',
  language: 'it',
  openedAt: 1,
  lastAt: 1,
  ...given,
});

/** A desk with these lines; what it is read for is counted, and while it `fails` nothing is read. */
function watched(...ids: string[]) {
  const feed = createFeed();
  const presence = createPresence({ now: () => 1 });
  const lines = new Map(ids.map((id) => [id, line(id)]));
  const state = { errors: [] as string[], wholes: 0, parts: 0, fails: false, openTickets: 0, dueTickets: 0 };
  const pulse = async () => ({ openTickets: state.openTickets, dueTickets: state.dueTickets, people: [] });
  const desk = {
    pulse,
    async queue(): Promise<DeskQueue> {
      state.wholes += 1;
      if (state.fails) throw new Error('The disk is away.');
      return { now: 1, lines: [...lines.values()], ...(await pulse()) };
    },
    async lines(asked: readonly string[]) {
      state.parts += 1;
      if (state.fails) throw new Error('The disk is away.');
      return asked.flatMap((id) => lines.get(id) ?? []);
    },
  };
  const watch = watchDesk({
    desk,
    feed,
    presence,
    clock: { now: () => 2 },
    log: (_, event) => state.errors.push(event),
    pauses: { together: 80, afterFailure: 20 },
  });
  const heard: DeskNews[] = [];
  return { feed, presence, watch, lines, state, heard, listener: (news: DeskNews) => void heard.push(news) };
}

const whole = (...lines: DeskLine[]): DeskQueue => ({ now: 1, lines, openTickets: 0, dueTickets: 0, people: [] });

test('a page begins with the whole queue, and then hears only of the lines that differ', async () => {
  const { feed, watch, lines, heard, listener } = watched('c1', 'c2');
  const end = watch.subscribe(listener);
  await expect.poll(() => heard).toEqual([{ now: 1, queue: whole(line('c1'), line('c2')), changed: [] }]);
  lines.set('c3', line('c3'));
  feed.publish(change('c3'));
  feed.publish(change('c3'));
  await expect.poll(() => heard.slice(1)).toEqual([{ now: 2, lines: [line('c3')], changed: ['c3'] }]);
  lines.delete('c1');
  feed.publish(change('c1'));
  await expect.poll(() => heard.slice(2)).toEqual([{ now: 2, gone: ['c1'], changed: ['c1'] }]);
  end();
});

test('a change that leaves the lines as they were is told by its id alone', async () => {
  const { feed, watch, heard, listener } = watched('c1');
  const end = watch.subscribe(listener);
  await expect.poll(() => heard.length).toBe(1);
  feed.publish(change('c1'));
  await expect.poll(() => heard.slice(1)).toEqual([{ now: 2, changed: ['c1'] }]);
  feed.signal({ kind: 'noted', conversationId: 'c1' });
  await expect.poll(() => heard.slice(2)).toEqual([{ now: 2, changed: ['c1'] }]);
  end();
});

test('who comes later gets the whole queue as it is by then, in order, and the others nothing twice', async () => {
  const { feed, watch, lines, state, heard, listener } = watched('c1');
  const end = watch.subscribe(listener);
  await expect.poll(() => heard.length).toBe(1);
  lines.set('c0', line('c0', { queuedAt: 0 }));
  lines.set('c9', line('c9', { status: 'agent' }));
  feed.publish(change('c9'));
  feed.publish(change('c0'));
  await expect.poll(() => heard.length).toBe(2);
  const later: DeskNews[] = [];
  const endLater = watch.subscribe((news) => later.push(news));
  await expect.poll(() => later[0]?.queue?.lines.map(({ id }) => id)).toEqual(['c0', 'c1', 'c9']);
  expect([heard.length, state.wholes]).toEqual([2, 1]);
  end();
  endLater();
});

test('tickets and people are told when they change, and who writes while they write', async () => {
  const { feed, watch, state, heard, listener } = watched('c1');
  const end = watch.subscribe(listener);
  await expect.poll(() => heard.length).toBe(1);
  state.openTickets = 3;
  watch.touch();
  await expect.poll(() => heard.slice(1)).toEqual([{ now: 2, openTickets: 3, changed: [] }]);
  watch.touch();
  await sleep(120);
  feed.signal({ kind: 'customer-typing', conversationId: 'c1' });
  await expect.poll(() => heard.slice(2)).toEqual([{ now: 2, changed: [], typing: ['c1'] }]);
  end();
});

test('a thousand changes at once are a few readings, and nobody watching is none', async () => {
  const { feed, watch, state, heard, listener } = watched('c1');
  feed.publish(change('c1'));
  expect(state.wholes).toBe(0);
  const end = watch.subscribe(listener);
  for (let index = 0; index < 1000; index += 1) feed.publish(change(`c${index}`));
  await expect.poll(() => heard.flatMap(({ changed }) => changed).length).toBe(1000);
  expect([state.wholes, state.parts < 4]).toEqual([1, true]);
  end();
  feed.publish(change('c1'));
  const before = { ...state };
  await sleep(200);
  expect(state).toEqual(before);
});

test('a reading that fails is logged and made again by itself, and loses no news', async () => {
  const { feed, watch, lines, state, heard, listener } = watched();
  state.fails = true;
  const end = watch.subscribe(listener);
  feed.publish(change('c1'));
  await expect.poll(() => state.errors.length).toBeGreaterThan(2);
  lines.set('c1', line('c1'));
  state.fails = false;
  await expect.poll(() => heard).toEqual([{ now: 1, queue: whole(line('c1')), changed: ['c1'] }]);
  state.fails = true;
  lines.set('c2', line('c2'));
  feed.publish(change('c2'));
  await expect.poll(() => state.errors.length).toBeGreaterThan(4);
  state.fails = false;
  await expect.poll(() => heard.slice(1)).toEqual([{ now: 2, lines: [line('c2')], changed: ['c2'] }]);
  expect(new Set(state.errors)).toEqual(new Set(['desk-queue-failed']));
  end();
});
