import type { SignedIn } from '../../../service/accounts.ts';
import { get, Refused } from '../api/client.ts';

export interface StreamHandlers {
  /** `name` is the event's, `data` its JSON. */
  news(name: string, data: unknown): void;
  /** The stream is open, for the first time or again: what is shown may be old. */
  connected(): void;
  lost(): void;
  /** Resolves when all that the page has sent is answered: an answer may bring another session. */
  answered(): Promise<void>;
  signedOut(): void;
}

/** How long to wait before a stream that the browser gave up is opened anew, in milliseconds. */
const again = 3000;

/** Listens to these events of the desk until the returned function is called; comes back by itself. */
export function listen(names: readonly string[], handlers: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let timer = 0;
  let ended = false;
  open();
  return end;

  function open(): void {
    source = new EventSource('/desk/api/events');
    source.addEventListener('open', () => handlers.connected());
    for (const name of names) {
      source.addEventListener(name, (event: MessageEvent<string>) => handlers.news(name, JSON.parse(event.data)));
    }
    source.addEventListener('signed-out', () => {
      source?.close();
      void handlers.answered().then(reopen);
    });
    // Who has other roles hears something else: the server has ended this stream.
    source.addEventListener('roles', () => {
      source?.close();
      open();
    });
    source.addEventListener('error', () => {
      handlers.lost();
      // The browser comes back by itself after a broken line, but not after an error reply.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(() => void reopen(), again);
    });
  }

  async function reopen(): Promise<void> {
    if (ended) return;
    try {
      await get<SignedIn>('session');
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return signedOut();
    }
    if (!ended) open();
  }

  function signedOut(): void {
    end();
    handlers.signedOut();
  }

  function end(): void {
    ended = true;
    window.clearTimeout(timer);
    source?.close();
  }
}
