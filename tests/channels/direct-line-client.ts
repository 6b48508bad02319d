import { createRequire } from 'node:module';
import { WebSocket } from 'ws';
import { until } from './open-desk.ts';

/* Microsoft's own client of Direct Line, as browsers run it, here in Node. */

const require = createRequire(import.meta.url);
const browser = globalThis as { XMLHttpRequest?: unknown; WebSocket?: unknown };
browser.XMLHttpRequest = require('xhr2');
browser.WebSocket = WebSocket;
const { DirectLine } = require('botframework-directlinejs') as { DirectLine: new (options: object) => Line };

interface Line {
  readonly activity$: { subscribe(next: (activity: Heard) => void, failed: (error: unknown) => void): unknown };
  readonly connectionStatus$: { subscribe(next: (status: number) => void): unknown };
  postActivity(activity: object): { subscribe(next: (id: string) => void, failed: (error: unknown) => void): unknown };
  end(): void;
}

/** An activity as the client hands it to Web Chat. */
export interface Heard {
  readonly type: string;
  readonly id: string;
  readonly text: string;
  readonly textFormat: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role: string; readonly name?: string };
  readonly channelData: Record<string, unknown>;
  readonly suggestedActions?: { readonly actions: readonly Button[] };
}

export interface Button {
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly displayText: string;
  readonly value: { readonly choice: string };
}

export interface Client {
  readonly heard: readonly Heard[];
  /** 2 online, 3 token expired, 4 failed to connect, 5 ended. */
  readonly statuses: readonly number[];
  /** Resolves to the id; rejects when the client gives up on the message. */
  post(activity: object): Promise<string>;
  /** What Web Chat posts when a suggested action is pressed. */
  press(button: Button): Promise<string>;
  /** Waits for the first activity, after those already awaited, that fits. */
  next(what: string, fits: (activity: Heard) => boolean): Promise<Heard>;
  end(): void;
}

/** Connects; `options` are the client's own: token, conversationId, streamUrl, watermark... */
export function connect(url: string, options: object): Client {
  const line = new DirectLine({
    domain: `${url}/v3/directline`,
    webSocket: true,
    timeout: 2000,
    // It waits 3 to 15 seconds before it reconnects.
    random: () => 0,
    ...options,
  });
  const heard: Heard[] = [];
  const statuses: number[] = [];
  let awaited = 0;
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  line.activity$.subscribe(
    (activity) => heard.push(activity),
    () => {},
  );
  const post = (activity: object) =>
    new Promise<string>((resolve, reject) => {
      line.postActivity({ from: { id: 'me' }, locale: 'it-IT', ...activity }).subscribe(resolve, reject);
    });
  return {
    heard,
    statuses,
    post,
    press: ({ text, displayText, value }) =>
      post({ type: 'message', text, value, channelData: { messageBack: { displayText } } }),
    async next(what, fits) {
      const index = await until(what, () => {
        const found = heard.findIndex((activity, at) => at >= awaited && fits(activity));
        return found === -1 ? undefined : { found };
      });
      awaited = index.found + 1;
      return heard[index.found] as Heard;
    },
    end: () => line.end(),
  };
}

/** Asks for a token as a page does. */
export async function newToken(url: string, body: object = {}): Promise<{ conversationId: string; token: string }> {
  const response = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { conversationId: string; token: string };
}
