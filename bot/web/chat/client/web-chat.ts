/* The part of Web Chat's interface that the page uses; the library comes as one script, so its own types do not. */

export interface Subscription {
  unsubscribe(): void;
}

/** What Web Chat takes for one message that it posts: the id that the server gave it, or an error. */
export interface Posting {
  subscribe(observer: { next(id: string): void; error(reason: unknown): void; complete(): void }): Subscription;
}

/** States of a connection, as Direct Line's client numbers them. */
export const connection = { online: 2, expired: 3, failed: 4, ended: 5 } as const;

export interface DirectLine {
  readonly conversationId?: string;
  postActivity(activity: { readonly type?: string; readonly channelData?: object }): Posting;
  readonly connectionStatus$: { subscribe(listener: (status: number) => void): Subscription };
  /** In milliseconds: how long an answer may take, and how long it waits before it connects again. */
  timeout: number;
  /** Where its chance comes from: it waits 3 to 15 seconds before it opens a lost stream again. */
  readonly services?: { random: () => number };
  /** How often it tries to connect again. */
  retries: number;
  end(): void;
}

/** By itself it connects again each 20 seconds, opens a lost stream after up to 15, and after 15 minutes stops without a word. */
export function neverGiveUp(line: DirectLine): void {
  line.timeout = 10_000;
  line.retries = Number.MAX_SAFE_INTEGER;
  // 3 to 6 seconds; spread still, so that not all customers come at once when the server is back.
  if (line.services !== undefined) line.services.random = () => Math.random() / 4;
}

interface Action {
  readonly type: string;
  readonly payload?: {
    readonly activity?: {
      readonly type?: string;
      readonly from?: { readonly role?: string };
      readonly channelData?: { readonly 'webchat:sequence-id'?: number };
    };
  };
}

/** What Web Chat does, and can be asked to do. */
export interface ChatStore {
  dispatch(action: { readonly type: string; readonly payload: object }): unknown;
}

type Middleware = () => (next: (action: Action) => unknown) => (action: Action) => unknown;

/** Markdown as HTML that is safe to show. */
export type RenderMarkdown = (markdown: string, options: object, texts: object) => string;

export interface WebChat {
  createDirectLine(options: object): DirectLine;
  createStore(initial: object, middleware: Middleware): ChatStore;
  readonly renderMarkdown: RenderMarkdown;
  renderWebChat(props: object, element: Element): void;
}

/** The library; throws when its script was not loaded. */
export function webChat(): WebChat {
  const library = (window as { WebChat?: WebChat }).WebChat;
  if (library === undefined) throw new Error('Web Chat was not loaded');
  return library;
}
