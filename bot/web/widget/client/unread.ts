import { memoryOf, recall } from './memory.ts';

/*
 * What is remembered of the chat from page to page. Of the tab: whether it is open. Of all tabs: which conversation was begun and up to
 * which message it was seen, so that a new tab tells of what is unread too, and what is read in one is read in all. Messages are told
 * again when the frame is loaded again, so they are counted by their numbers.
 */

interface Talk {
  /** The conversation's thread; empty when none was begun. */
  readonly talk: string;
  /** Numbers of messages: up to which it was seen, and which is the newest. */
  readonly seen: number;
  readonly newest: number;
  /** When the newest came, in milliseconds since 1970. */
  readonly at: number;
}

const key = 'sportello-widget';
/** Milliseconds after the newest message in which pages listen for another. */
const listening = 24 * 60 * 60_000;

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

/** `readElsewhere` is called with how many are still unread when another tab has shown some. */
export function recallVisit(readElsewhere: (unread: number) => void): Visit {
  const [ofTab, ofAll] = [memoryOf('sessionStorage'), memoryOf('localStorage')];
  const { open } = recall<{ readonly open: boolean }>(ofTab, key);
  let unread = new Set<number>();

  function known(): Talk {
    const { talk = '', seen = 0, newest = 0, at = 0 } = recall<Talk>(ofAll, key);
    return { talk, seen, newest, at };
  }

  function keep(talk: Talk): void {
    unread = new Set([...unread].filter((seq) => seq > talk.seen));
    ofAll.set(key, JSON.stringify(talk));
  }

  addEventListener('storage', (event) => {
    if (event.key !== key || unread.size === 0) return;
    const { seen } = known();
    unread = new Set([...unread].filter((seq) => seq > seen));
    readElsewhere(unread.size);
  });

  return {
    wasOpen: open === true,
    wasClosed: open === false,
    hasTalk: () => Date.now() - known().at < listening,
    opened() {
      ofTab.set(key, JSON.stringify({ open: true }));
      // A tab that opens behind another shows it to nobody yet.
      if (document.hidden) return;
      const talk = known();
      keep({ ...talk, seen: talk.newest });
    },
    closed: () => ofTab.set(key, JSON.stringify({ open: false })),
    came(talk, seq, how) {
      const before = known();
      if (talk !== before.talk) unread = new Set();
      const { seen, newest, at } = talk === before.talk ? before : { seen: 0, newest: 0, at: 0 };
      if (how === 'unseen' && seq > seen) unread.add(seq);
      keep({
        talk,
        seen: how === 'seen' ? Math.max(seen, seq) : seen,
        newest: Math.max(newest, seq),
        at: seq > newest ? Date.now() : at,
      });
      return unread.size;
    },
  };
}
