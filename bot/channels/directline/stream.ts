import { randomUUID } from 'node:crypto';
import { WebSocket, WebSocketServer } from 'ws';
import type { Localized } from '../../domain/language.ts';
import type { Wording } from '../../domain/wording.ts';
import { refuseUpgrade, type Upgrade } from '../../service/http.ts';
import type { Clock, ConversationStore, DeliveryStore, Feed, Log } from '../../service/ports.ts';
import { webChatThread } from '../thread.ts';
import { noteDelivery } from './delivery.ts';
import { activitySet, typingActivity } from './outgoing.ts';
import type { Claims, Tokens } from './token.ts';
import { readWatermark } from './watermark.ts';

/*
 * Each socket reads the durable log from its own watermark whenever the log grows, one batch at a time, and asks for the next
 * when the last is out of the door: nothing is skipped, doubled or piled up in memory. A socket that no longer answers is
 * closed; its client comes back with its watermark.
 */

export interface StreamParts {
  readonly store: Pick<ConversationStore, 'messages'> & Pick<DeliveryStore, 'delivered'>;
  readonly feed: Feed;
  readonly tokens: Tokens;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly wording: () => Localized<Wording>;
  /** Milliseconds between heartbeats; a socket that let one go unanswered is closed at the next. Default 20000. */
  readonly heartbeatEvery?: number;
}

export interface Streams {
  readonly upgrade: Upgrade;
  close(): void;
}

interface Reader {
  readonly socket: WebSocket;
  readonly claims: Claims;
  watermark: number;
  reading: boolean;
  /** The log grew while reading. */
  again: boolean;
  alive: boolean;
}

const batch = 100;
/** A customer may have several tabs, and reconnecting ones linger; more than this is no customer. */
const mostReaders = 20;

export function createStreams(parts: StreamParts): Streams {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 4096,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const readers = new Map<string, Set<Reader>>();
  const unsubscribe = parts.feed.subscribe(({ threadId, lastSeq }) => {
    for (const reader of readers.get(threadId) ?? []) if (lastSeq > reader.watermark) wake(reader);
  });
  const unhear = parts.feed.onSignal((signal) => {
    if (signal.kind !== 'agent-typing') return;
    for (const reader of readers.get(signal.threadId) ?? []) showTyping(reader, signal.agent.name);
  });
  const heart = setInterval(() => beat(readers), parts.heartbeatEvery ?? 20_000);
  heart.unref();

  function wake(reader: Reader): void {
    reader.again = true;
    if (reader.reading) return;
    void readOn(reader, parts).catch((error: unknown) => {
      parts.log('error', 'stream-failed', { error: String(error) });
      reader.socket.terminate();
    });
  }

  function join(socket: WebSocket, claims: Claims, watermark: number): void {
    const threadId = webChatThread(claims.conversationId);
    const reader: Reader = { socket, claims, watermark, reading: false, again: false, alive: true };
    const others = readers.get(threadId) ?? new Set();
    readers.set(threadId, others.add(reader));
    socket.on('pong', () => (reader.alive = true));
    // What clients send are empty heartbeats of their own.
    socket.on('message', () => (reader.alive = true));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      others.delete(reader);
      if (others.size === 0) readers.delete(threadId);
    });
    wake(reader);
  }

  return {
    upgrade(request, socket, head) {
      const url = URL.parse(request.url ?? '', 'http://localhost');
      const conversationId = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/.exec(url?.pathname ?? '')?.[1];
      if (url === null || conversationId === undefined) return false;
      const claims = parts.tokens.read(url.searchParams.get('t') ?? '', 'stream', parts.clock.now());
      if (typeof claims === 'string') return refuseUpgrade(socket, '403 Forbidden');
      if (claims.conversationId !== conversationId) return refuseUpgrade(socket, '403 Forbidden');
      const watermark = readWatermark(url.searchParams.get('watermark'));
      if (watermark === undefined) return refuseUpgrade(socket, '400 Bad Request');
      if ((readers.get(webChatThread(conversationId))?.size ?? 0) >= mostReaders) {
        return refuseUpgrade(socket, '429 Too Many Requests');
      }
      server.handleUpgrade(request, socket, head, (accepted) => join(accepted, claims, watermark));
      return true;
    },
    close() {
      unsubscribe();
      unhear();
      clearInterval(heart);
      for (const reader of [...readers.values()].flatMap((each) => [...each])) reader.socket.close(1001);
      server.close();
    },
  };
}

/** No message of the thread: it has no number, and the watermark stays. */
function showTyping({ socket, claims, watermark }: Reader, name: string): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  const activities = [typingActivity(name, claims, randomUUID(), new Date())];
  socket.send(JSON.stringify({ activities, watermark: String(watermark) }), () => {});
}

async function readOn(reader: Reader, { store, feed, wording }: StreamParts): Promise<void> {
  reader.reading = true;
  try {
    while (reader.again && reader.socket.readyState === WebSocket.OPEN) {
      reader.again = false;
      const messages = await store.messages(webChatThread(reader.claims.conversationId), reader.watermark, batch);
      if (messages.length === 0) continue;
      const set = activitySet(messages, reader.watermark, reader.claims, wording());
      await write(reader.socket, JSON.stringify(set));
      reader.watermark = messages.at(-1)?.seq ?? reader.watermark;
      await noteDelivery(messages, store, feed);
      if (messages.length === batch) reader.again = true;
    }
  } finally {
    reader.reading = false;
  }
}

/** Resolves when the text is handed to the network. */
function write(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    socket.send(text, (error) => {
      if (error) socket.terminate();
      resolve();
    });
  });
}

function beat(readers: ReadonlyMap<string, ReadonlySet<Reader>>): void {
  for (const reader of [...readers.values()].flatMap((each) => [...each])) {
    if (!reader.alive) {
      reader.socket.terminate();
      continue;
    }
    reader.alive = false;
    reader.socket.ping();
  }
}
