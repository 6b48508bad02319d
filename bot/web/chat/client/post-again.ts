import type { DirectLine, Posting, Subscription } from './web-chat.ts';

/*
 * A message that the network or the server did not take is posted again, under the same name, until it is taken: the server
 * takes each name once, so nothing is lost and nothing is there twice. The next one waits for it, so that they arrive as they were written.
 * Web Chat ends it after five minutes and then offers to try.
 */

const [firstWait, longestWait] = [1000, 8000];

/** Makes a line post again; `more` is what a message carries besides. */
export function postUntilTaken(line: DirectLine, more: () => object): void {
  const once = line.postActivity.bind(line);
  const queue: Queue = { end: Promise.resolve() };
  line.postActivity = (activity) => {
    // Anything else, such as that the customer is writing, is stale before it is posted again.
    if (activity.type !== 'message') return once(activity);
    const carrying = { ...activity, channelData: { ...activity.channelData, ...more() } };
    return untilTaken(queue, () => once(carrying));
  };
}

/** Settles when the message that was written last is taken, or given up. */
interface Queue {
  end: Promise<void>;
}

function untilTaken(queue: Queue, post: () => Posting): Posting {
  return {
    subscribe(observer) {
      const before = queue.end;
      let leave = () => {};
      queue.end = new Promise((resolve) => (leave = resolve));
      let given = false;
      let posting: Subscription | undefined;
      let timer = 0;
      let wait = firstWait;
      let waiting = false;
      const hurry = () => waiting && attempt();
      const later = () => {
        waiting = true;
        timer = window.setTimeout(attempt, wait);
        wait = Math.min(wait * 2, longestWait);
      };
      const end = () => {
        given = true;
        leave();
        clearTimeout(timer);
        removeEventListener('online', hurry);
        posting?.unsubscribe();
      };
      function attempt(): void {
        clearTimeout(timer);
        waiting = false;
        posting = post().subscribe({
          next: (id) => {
            // Direct Line's client says "retry" where it does not know whether it was taken.
            if (id === 'retry') later();
            else observer.next(id);
          },
          error: (reason) => (statusOf(reason) === 429 ? later() : stop(() => observer.error(reason))),
          complete: () => waiting || stop(() => observer.complete()),
        });
      }
      function stop(tell: () => void): void {
        leave();
        tell();
      }
      addEventListener('online', hurry);
      void before.then(() => given || attempt());
      return { unsubscribe: end };
    },
  };
}

function statusOf(reason: unknown): unknown {
  return typeof reason === 'object' && reason !== null && 'status' in reason ? reason.status : undefined;
}
