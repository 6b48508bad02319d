import { setTimeout as sleep } from 'node:timers/promises';

import type { Feed, Log } from './ports.ts';
import type { Desk, DeskQueue } from './desk.ts';

/** What an agent's page hears. */
export interface DeskNews {
  /** The whole queue; undefined when it is as it was told last. */
  readonly queue?: DeskQueue;
  /** Ids of conversations in which something changed: whoever shows one looks again. */
  readonly changed: readonly string[];
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

/**
 * Turns changes into news for any number of pages: the queue is read once for all of them, and not at all while nobody
 * watches. A page that comes back begins with the whole queue, so nothing has to be remembered for it.
 */
export function watchDesk(desk: Pick<Desk, 'queue'>, feed: Feed, log: Log, pauses: Pauses = defaultPauses): DeskWatch {
  const listeners = new Set<(news: DeskNews) => void>();
  let unsubscribe: (() => void) | undefined;
  let changed = new Set<string>();
  let lastTold = '';
  let dirty = false;
  let telling = false;

  return {
    subscribe(listener) {
      listeners.add(listener);
      unsubscribe ??= feed.subscribe((change) => {
        changed.add(change.conversationId);
        touch();
      });
      lastTold = '';
      touch();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = undefined;
      };
    },
    touch,
  };

  function touch(): void {
    dirty = true;
    if (!telling) void tellAll();
  }

  async function tellAll(): Promise<void> {
    telling = true;
    while (dirty && listeners.size > 0) {
      // Taken before the reading: what changes meanwhile is read once more.
      dirty = false;
      const ids = [...changed];
      changed = new Set();
      try {
        tell(await desk.queue(), ids);
        await sleep(pauses.together);
      } catch (error) {
        log('error', 'desk-queue-failed', { error: error instanceof Error ? error.name : typeof error });
        for (const id of ids) changed.add(id);
        dirty = true;
        await sleep(pauses.afterFailure, undefined, { ref: false });
      }
    }
    telling = false;
  }

  function tell(queue: DeskQueue, ids: readonly string[]): void {
    const told = JSON.stringify([queue.lines, queue.openTickets]);
    const news: DeskNews = told === lastTold ? { changed: ids } : { queue, changed: ids };
    lastTold = told;
    if (news.queue === undefined && ids.length === 0) return;
    for (const listener of listeners) listener(news);
  }
}
