import { setTimeout as sleep } from 'node:timers/promises';

import type { Time } from '../domain/time.ts';
import type { DeskLine } from './desk-line.ts';
import { inDeskOrder } from './desk-order.ts';
import type { Desk, DeskPulse, DeskQueue } from './desk.ts';
import type { Clock, Feed, Log } from './ports.ts';
import type { Presence } from './presence.ts';

/** What an agent's page hears: at first the whole queue, then what differs from what it was told. */
export interface DeskNews extends Partial<DeskPulse> {
  /** The server's time. */
  readonly now: Time;
  /** All of it, the first time; whatever the page knew before is void. */
  readonly queue?: DeskQueue;
  /** Lines that are new or differ. */
  readonly lines?: readonly DeskLine[];
  /** Ids of lines that are no more: their conversations are closed. */
  readonly gone?: readonly string[];
  /** Ids of conversations in which something changed: whoever shows one looks again. */
  readonly changed: readonly string[];
  /** Ids of conversations in which the customer is writing at this moment. */
  readonly typing?: readonly string[];
  /** Numbers of tickets in which something changed; `all` when others have become due. */
  readonly tickets?: readonly string[];
}

export interface DeskWatch {
  /** Begins with the queue as it is. Returns what ends it. A listener must not throw. */
  subscribe(listener: (news: DeskNews) => void): () => void;
  /** Something changed that is no turn, such as a ticket that was done. */
  touch(): void;
}

/** In milliseconds. */
export interface Pauses {
  /** Changes that come within this time of the last news are told together. */
  readonly together: number;
  /** After a reading that failed it is read again, changes or not. */
  readonly afterFailure: number;
}

const defaultPauses: Pauses = { together: 80, afterFailure: 2000 };

export interface WatchParts {
  readonly desk: Pick<Desk, 'queue' | 'lines' | 'pulse'>;
  readonly feed: Pick<Feed, 'subscribe' | 'onSignal'>;
  readonly presence: Pick<Presence, 'subscribe'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly pauses?: Pauses;
}

/**
 * Turns changes into news for any number of pages. The queue is read once, when the first page comes, and from then on only
 * the conversations that changed are; nothing is read while nobody watches. A page that comes back begins with the whole
 * queue, so nothing has to be remembered for it.
 */
export function watchDesk({ desk, feed, presence, clock, log, pauses = defaultPauses }: WatchParts): DeskWatch {
  const listeners = new Set<(news: DeskNews) => void>();
  /** Those that were told nothing yet. */
  const fresh = new Set<(news: DeskNews) => void>();
  let known: Known | undefined;
  let ends: (() => void)[] = [];
  let changed = new Set<string>();
  let typing = new Set<string>();
  let tickets = new Set<string>();
  let dirty = false;
  let telling = false;

  return {
    subscribe(listener) {
      // An object of its own each time: one function may listen twice.
      const own = (news: DeskNews) => listener(news);
      if (listeners.size === 0) begin();
      listeners.add(own);
      fresh.add(own);
      touch();
      return () => {
        listeners.delete(own);
        fresh.delete(own);
        if (listeners.size === 0) end();
      };
    },
    touch,
  };

  function begin(): void {
    ends = [
      feed.subscribe(({ conversationId }) => changes(conversationId)),
      feed.onSignal((signal) => {
        if (signal.kind === 'customer-typing') typing.add(signal.conversationId);
        if (signal.kind === 'ticket') tickets.add(signal.number);
        if (signal.kind === 'noted' || signal.kind === 'delivered') changed.add(signal.conversationId);
        touch();
      }),
      presence.subscribe(touch),
    ];
  }

  function end(): void {
    for (const each of ends.splice(0)) each();
    known = undefined;
    changed = new Set();
    typing = new Set();
    tickets = new Set();
  }

  function changes(id: string): void {
    changed.add(id);
    touch();
  }

  function touch(): void {
    dirty = true;
    if (!telling) void tellAll();
  }

  async function tellAll(): Promise<void> {
    telling = true;
    while (dirty && listeners.size > 0) {
      // Taken before the reading: what changes meanwhile is read once more.
      dirty = false;
      const [ids, writing, numbers, before] = [[...changed], [...typing], [...tickets], known];
      changed = new Set();
      typing = new Set();
      tickets = new Set();
      try {
        if (before === undefined) await readWhole(ids);
        else await readChanged(before, ids, { writing, numbers });
        await sleep(pauses.together);
      } catch (error) {
        log('error', 'desk-queue-failed', { error: error instanceof Error ? error.name : typeof error });
        for (const id of ids) changed.add(id);
        for (const number of numbers) tickets.add(number);
        dirty = true;
        await sleep(pauses.afterFailure, undefined, { ref: false });
      }
    }
    telling = false;
  }

  async function readWhole(ids: readonly string[]): Promise<void> {
    const queue = await desk.queue();
    if (listeners.size === 0) return;
    known = knownOf(queue);
    fresh.clear();
    for (const listener of listeners) listener({ now: queue.now, queue, changed: ids });
  }

  async function readChanged(
    before: Known,
    ids: readonly string[],
    { writing, numbers }: { readonly writing: readonly string[]; readonly numbers: readonly string[] },
  ): Promise<void> {
    const [lines, pulse] = await Promise.all([ids.length === 0 ? [] : desk.lines(ids), desk.pulse()]);
    if (known !== before) return;
    const news: DeskNews = {
      now: clock.now(),
      ...difference(before, ids, lines, pulse),
      changed: ids,
      ...(numbers.length > 0 && { tickets: numbers }),
    };
    const whole = fresh.size === 0 ? undefined : { now: news.now, queue: queueOf(before, news.now), changed: ids };
    const told = Object.keys(news).length > 2 || ids.length > 0 || writing.length > 0;
    for (const listener of listeners) {
      if (whole !== undefined && fresh.delete(listener)) listener(whole);
      else if (told) listener(writing.length === 0 ? news : { ...news, typing: writing });
    }
  }
}

/** What the pages were told; lines with their JSON, by which they are compared. */
interface Known {
  readonly lines: Map<string, { readonly line: DeskLine; readonly text: string }>;
  pulse: DeskPulse;
}

function knownOf({ lines, openTickets, dueTickets, people }: DeskQueue): Known {
  return {
    lines: new Map(lines.map((line) => [line.id, { line, text: JSON.stringify(line) }])),
    pulse: { openTickets, dueTickets, people },
  };
}

/** Takes what was read into what is known, and gives what differs. */
function difference(known: Known, ids: readonly string[], read: readonly DeskLine[], pulse: DeskPulse) {
  const open = new Set(read.map(({ id }) => id));
  const gone = ids.filter((id) => !open.has(id) && known.lines.delete(id));
  const lines = read.filter((line) => {
    const text = JSON.stringify(line);
    if (known.lines.get(line.id)?.text === text) return false;
    known.lines.set(line.id, { line, text });
    return true;
  });
  const before = known.pulse;
  known.pulse = pulse;
  return {
    ...(lines.length > 0 && { lines }),
    ...(gone.length > 0 && { gone }),
    ...(before.openTickets !== pulse.openTickets && { openTickets: pulse.openTickets }),
    ...(before.dueTickets !== pulse.dueTickets && { dueTickets: pulse.dueTickets }),
    ...(JSON.stringify(before.people) !== JSON.stringify(pulse.people) && { people: pulse.people }),
  };
}

function queueOf({ lines, pulse }: Known, now: Time): DeskQueue {
  return { now, lines: [...lines.values()].map(({ line }) => line).sort(inDeskOrder), ...pulse };
}
