/*
 * What the chat and the shop's page around its frame say to each other; the other side is widget/client/chat-frame.ts. The browser
 * loads this frame only into pages that the policy's frame-ancestors names, so whoever is the parent may be listened to; its
 * origin is learned from its first word, and nothing of content is said to any other.
 */

/** What the script's tag on that page says. */
export interface Hello {
  readonly title?: string;
  /** `#rrggbb` */
  readonly colour?: string;
  readonly identity?: string;
  /** What the chat asked the page to keep. */
  readonly kept?: string;
}

export interface HostListener {
  hello(hello: Hello): void;
  /** The bubble was opened. */
  show(focus: 'take-focus' | 'leave-focus'): void;
  /** It is closed, and the conversation that there was is to go on. */
  hide(): void;
  ask(text: string): void;
}

let origin: string | undefined;
let page = location.origin + location.pathname;

/** Begins to listen, and says so. */
export function meetHost(listener: HostListener): void {
  addEventListener('message', (event) => {
    if (event.source !== parent || event.source === window) return;
    const said = textsOf(event.data);
    if (said['sportello'] === 'hello') origin = event.origin;
    if (origin === undefined || event.origin !== origin) return;
    switch (said['sportello']) {
      case 'hello':
        return listener.hello(said);
      case 'page':
        if (said['page']?.startsWith(`${origin}/`) === true) page = said['page'];
        return;
      case 'show':
        return listener.show(said['focus'] === 'take-focus' ? 'take-focus' : 'leave-focus');
      case 'hide':
        return listener.hide();
      case 'ask':
        return listener.ask((said['text'] ?? '').slice(0, 2000));
      case undefined:
      default:
        return;
    }
  });
  parent.postMessage({ sportello: 'ready' }, '*');
}

/** Nothing, outside a frame. */
export function tellHost(message: {
  readonly sportello: 'close' | 'message' | 'keep';
  readonly [more: string]: unknown;
}): void {
  if (origin !== undefined) parent.postMessage(message, origin);
}

/** The page that the customer looks at, without its query: ours, or the one around this frame, as it tells it. */
export function pageNow(): string {
  return page;
}

function textsOf(data: unknown): Partial<Record<string, string>> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
