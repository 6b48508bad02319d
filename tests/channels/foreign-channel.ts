import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { frameworkThread } from '../../bot/channels/thread.ts';

/** A channel of Bot Framework at the other end of the line: it takes what the bot sends, or answers as it is told. */
export interface ForeignChannel {
  readonly serviceUrl: string;
  /** Of the customer's own thread. */
  readonly threadId: string;
  /** What it took, in order. */
  readonly taken: readonly Taken[];
  /** What it was told to change, in order. The name of a message is its place among those taken, from 1. */
  readonly changed: readonly Taken[];
  /** Decides each request; default 200. A number is the status that it answers. */
  answer: (activity: Taken) => number | Promise<number>;
  /** An activity such as this channel posts to the bot. */
  activity(given: object): object;
  close(): Promise<void>;
}

export interface Taken {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly authorization: string | undefined;
  readonly text?: string;
  readonly summary?: string;
  readonly textFormat?: string;
  readonly suggestedActions?: { readonly actions: readonly object[] };
  readonly attachments?: readonly { readonly content: unknown }[];
}

let conversations = 0;

export async function openForeignChannel(): Promise<ForeignChannel> {
  const taken: Taken[] = [];
  const changed: Taken[] = [];
  conversations += 1;
  const conversation = { id: `19:conversation-${conversations}` };
  let activities = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(Buffer.concat(chunks).toString(), request, response));
  });
  async function answer(body: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const activity = { ...(JSON.parse(body) as object), method, path, authorization: headers.authorization };
    const status = await channel.answer(activity);
    if (status === 200) (method === 'PUT' ? changed : taken).push(activity);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? { id: String(taken.length) } : { error: { message: 'no' } }));
  }
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const channel: ForeignChannel = {
    serviceUrl,
    threadId: frameworkThread('msteams', conversation.id),
    taken,
    changed,
    answer: () => 200,
    activity(given) {
      activities += 1;
      return {
        type: 'message',
        id: `a${activities}`,
        channelId: 'msteams',
        serviceUrl,
        locale: 'it-IT',
        from: { id: '29:anna', name: 'Anna' },
        recipient: { id: '28:bot', name: 'Aurora' },
        conversation,
        ...given,
      };
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => void server.close(() => closed()));
    },
  };
  return channel;
}

/** Posts to the bot as a channel does. */
export async function postActivity(
  url: string,
  activity: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  return { status: response.status, body: await response.text() };
}
