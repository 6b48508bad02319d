import type { DeskNews } from '../../../service/desk-watch.ts';
import { get } from './api.ts';

export interface LiveHandlers {
  news(news: DeskNews): void;
  /** The stream is open, for the first time or again: what is shown may be old. */
  connected(): void;
  lost(): void;
  signedOut(): void;
}

/** How long to wait before a stream that the browser gave up is opened anew, in milliseconds. */
const again = 3000;

/** Listens to the desk's news until the returned function is called. */
export function listen(handlers: LiveHandlers): () => void {
  let source: EventSource | undefined;
  let timer = 0;
  let ended = false;
  open();
  return end;

  function open(): void {
    source = new EventSource('/desk/api/events');
    source.addEventListener('open', () => handlers.connected());
    source.addEventListener('news', (event: MessageEvent<string>) => handlers.news(JSON.parse(event.data) as DeskNews));
    source.addEventListener('signed-out', () => {
      end();
      handlers.signedOut();
    });
    source.addEventListener('error', () => {
      handlers.lost();
      // The browser comes back by itself after a broken line, but not after an error reply.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(() => void reopen(), again);
    });
  }

  async function reopen(): Promise<void> {
    if (ended) return;
    const session = await get('session');
    if (!session.ok && session.status === 401) {
      end();
      handlers.signedOut();
      return;
    }
    if (!ended) open();
  }

  function end(): void {
    ended = true;
    window.clearTimeout(timer);
    source?.close();
  }
}
