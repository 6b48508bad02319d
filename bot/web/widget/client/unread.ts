import { memoryOf, recall } from './memory.ts';

/*
 * What the tab remembers of the chat from page to page: whether it is open, whether a conversation was begun, and up to which
 * message it was seen. Messages are told again when the frame is loaded again, so they are counted by their numbers.
 */

interface Kept {
  /** Undefined: neither opened nor closed yet. */
  readonly open?: boolean;
  /** The conversation's thread, when one was begun in this tab. */
  readonly talk: string;
  readonly seen: number;
}

const key = 'sportello-widget';

export interface Visit {
  readonly wasOpen: boolean;
  /** The visitor closed it and has not opened it since. */
  readonly wasClosed: boolean;
  readonly hasTalk: () => boolean;
  opened(): void;
  closed(): void;
  /** A message of ours was told; returns how many are unread. */
  came(talk: string, seq: number, how: 'seen' | 'unseen'): number;
}

export function recallVisit(): Visit {
  const memory = memoryOf('sessionStorage');
  const { open, talk = '', seen = 0 } = recall<Kept>(memory, key);
  let now: Kept = { ...(open !== undefined && { open }), talk, seen };
  let unread = new Set<number>();
  let latest = seen;

  function change(to: Partial<Kept>): void {
    now = { ...now, ...to };
    memory.set(key, JSON.stringify(now));
  }

  return {
    wasOpen: open === true,
    wasClosed: open === false,
    hasTalk: () => now.talk !== '',
    opened() {
      unread = new Set();
      change({ open: true, seen: latest });
    },
    closed: () => change({ open: false }),
    came(talk, seq, how) {
      if (talk !== now.talk) {
        unread = new Set();
        latest = 0;
        change({ talk, seen: 0 });
      }
      latest = Math.max(latest, seq);
      if (how === 'seen') {
        unread = new Set([...unread].filter((each) => each > seq));
        if (seq > now.seen) change({ seen: seq });
      } else if (seq > now.seen) unread.add(seq);
      return unread.size;
    },
  };
}
