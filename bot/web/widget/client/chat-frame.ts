import { memoryOf } from './memory.ts';
import type { Options } from './options.ts';

/*
 * The chat in its frame, and what is said between it and the shop's page. Either side listens to the other's window and origin only.
 * The frame is told what the tag says, where the customer is, and, when the browser forbids the frame to keep things, what it
 * asked this page to keep for it.
 */

/** What the frame says. */
export type Said =
  | { readonly sportello: 'ready' | 'close' | 'refused' }
  /** A message is there, perhaps not for the first time; `talk` and `seq` name it. */
  | { readonly sportello: 'message'; readonly talk: string; readonly seq: number; readonly from: 'customer' | 'us' }
  | { readonly sportello: 'keep'; readonly kept: object };

export interface ChatFrame {
  readonly element: HTMLIFrameElement;
  /** Tells the frame to begin, or that it is seen again. */
  show(focus: 'take-focus' | 'leave-focus'): void;
  hide(): void;
  /** Says something in the customer's name. */
  ask(text: string): void;
  /** Takes it out of the page, with all that listens to it. */
  remove(): void;
}

const keptKey = 'sportello-kept';
const kept = memoryOf('localStorage');

/** Milliseconds after the frame's loading in which its code must have spoken; a browser's own error page never does. */
const patience = 3000;
const longestLoading = 30_000;

export function openFrame(
  { home, language, title, colour, identity }: Options,
  frameTitle: string,
  heard: (said: Said) => void,
  failed: () => void,
): ChatFrame {
  const element = document.createElement('iframe');
  const waiting: object[] = [];
  let state: 'loading' | 'ready' | 'ended' = 'loading';
  let page = '';
  const giveUp = () => state === 'loading' && failed();
  let patienceEnds = setTimeout(giveUp, longestLoading);
  const watch = setInterval(tellPage, 1000);

  element.title = frameTitle;
  element.allow = 'clipboard-write';
  element.src = `${home}/chat?embed=1&wait=1&lang=${language}&from=${encodeURIComponent(location.origin)}`;
  element.addEventListener('load', () => {
    clearTimeout(patienceEnds);
    patienceEnds = setTimeout(giveUp, patience);
  });
  addEventListener('message', hear);

  function hear({ source, origin, data }: MessageEvent): void {
    if (source !== element.contentWindow || origin !== home) return;
    const said = data as Said | null;
    switch (said?.sportello) {
      case 'ready':
        state = 'ready';
        send({ sportello: 'hello', title, colour, identity, kept: kept.get(keptKey) });
        tellPage();
        for (const message of waiting.splice(0)) send(message);
        break;
      case 'refused':
        state = 'ended';
        break;
      case 'keep':
        kept.set(keptKey, JSON.stringify(said.kept));
        return;
      case 'close':
      case 'message':
        break;
      case undefined:
      default:
        return;
    }
    heard(said);
  }

  /** Pages may change without being loaded anew. A query may hold what is nobody's business. */
  function tellPage(): void {
    const here = location.origin + location.pathname;
    if (state !== 'ready' || here === page) return;
    page = here;
    send({ sportello: 'page', page });
  }

  function send(message: object): void {
    if (state === 'ready') element.contentWindow?.postMessage(message, home);
    else waiting.push(message);
  }

  return {
    element,
    show: (focus) => send({ sportello: 'show', focus }),
    hide: () => send({ sportello: 'hide' }),
    ask: (text) => send({ sportello: 'ask', text }),
    remove() {
      state = 'ended';
      clearTimeout(patienceEnds);
      clearInterval(watch);
      removeEventListener('message', hear);
      element.remove();
    },
  };
}
