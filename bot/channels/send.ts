import type { Message } from '../domain/message.ts';
import type { Clock, ConversationStore, DeliveryStore, Feed, Log } from '../service/ports.ts';
import { type Backoff, defaultBackoff, faultOf, nextTry } from './backoff.ts';
import { isPushed } from './thread.ts';

/*
 * Delivery to channels to which messages are pushed: saved before sent, in order within a thread, at least once. What was
 * delivered is a number in the store, so a restart goes on where it was. Within a thread one delivery runs at a time;
 * while a customer's turn is open, what it adds is sent in the turn's own context and nowhere else.
 */

/** Sends one message; rejects when the channel did not take it. */
export type Send = (message: Message) => Promise<void>;

/** Opens a way to send to the customer behind a stored reference. */
export type Push = (reference: string, use: (send: Send) => Promise<void>) => Promise<void>;

export interface Deliverer {
  /** Takes a customer's turn, then sends through `send` all that the thread has not been sent yet. */
  duringTurn<T>(threadId: string, send: Send, take: () => Promise<T>): Promise<T>;
  /** From now on sends what agents and timeouts add, and what an earlier run left undelivered. */
  start(): void;
  /** Begins nothing new; resolves when what runs has ended. */
  close(): Promise<void>;
}

export interface DelivererParts {
  readonly store: DeliveryStore & Pick<ConversationStore, 'messages'>;
  readonly feed: Feed;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly push: Push;
  readonly backoff?: Backoff;
  /** Milliseconds between looks at what is left undelivered. Default 2000. */
  readonly sweepEvery?: number;
}

/** A thread in which something is on its way. */
interface Lane {
  tail: Promise<void>;
  /** Customer's turns that are open. */
  turns: number;
  /** Deliveries that wait or run. */
  runs: number;
  /** The newest message that is known of. */
  newest: number;
  delivered: number;
}

const batch = 50;
const sweepLimit = 100;
/** Threads of which is remembered how far nothing is to be sent; the one that was quiet longest is forgotten first. */
const mostSkipped = 10_000;

export function createDeliverer(parts: DelivererParts): Deliverer {
  const lanes = new Map<string, Lane>();
  /** Threads whose last try failed: only the sweep tries again, when it is time. */
  const resting = new Set<string>();
  /** Up to which message a thread holds nothing but the customer's own words since the last delivery: not read again. */
  const skipped = new Map<string, number>();
  let closed = false;
  let unsubscribe = () => {};
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();

  function laneOf(threadId: string): Lane {
    const lane = lanes.get(threadId) ?? { tail: Promise.resolve(), turns: 0, runs: 0, newest: 0, delivered: 0 };
    lanes.set(threadId, lane);
    return lane;
  }

  /** Runs a delivery after those of the same thread that came before. */
  async function inLane(threadId: string, lane: Lane, run: () => Promise<void>): Promise<void> {
    lane.runs += 1;
    const turn = lane.tail.then(run);
    lane.tail = turn.catch(() => {});
    try {
      await turn;
    } finally {
      lane.runs -= 1;
      leave(threadId, lane);
    }
  }

  function leave(threadId: string, lane: Lane): void {
    if (lane.turns > 0 || lane.runs > 0) return;
    lanes.delete(threadId);
    if (lane.newest > lane.delivered) wake(threadId, lane.newest);
  }

  /** Pushes to a thread unless an open turn will send anyway, or a run that waits will. */
  function wake(threadId: string, newest: number): void {
    if (closed || resting.has(threadId)) return;
    const lane = laneOf(threadId);
    lane.newest = Math.max(lane.newest, newest);
    if (lane.turns > 0 || lane.runs > 0) return;
    void inLane(threadId, lane, () => pushAll(threadId, lane)).catch((error: unknown) => {
      resting.add(threadId);
      parts.log('error', 'delivery-failed', { threadId, error: String(error) });
    });
  }

  async function pushAll(threadId: string, lane: Lane): Promise<void> {
    const delivery = await parts.store.delivery(threadId);
    if (delivery === undefined) return settle(lane);
    if (delivery.reference === undefined) {
      return giveUp(threadId, lane, 'There is no reference to send by; the customer has to write first.');
    }
    try {
      await parts.push(delivery.reference, (send) => drain(threadId, lane, send));
    } catch (error) {
      await failed(threadId, lane, delivery.tries + 1, error);
    }
  }

  /** Sends what was not delivered, in order, and writes down how far it came. */
  async function drain(threadId: string, lane: Lane, send: Send): Promise<void> {
    const delivery = await parts.store.delivery(threadId);
    if (delivery === undefined) return settle(lane);
    let seq = Math.max(delivery.deliveredSeq, skipped.get(threadId) ?? 0);
    for (;;) {
      const messages = await parts.store.messages(threadId, seq, batch);
      const { reached, sent, error } = await sendEach(threadId, messages, seq, send);
      seq = reached;
      // A customer's own words need no note in the store: nothing waits for them.
      if (sent) await parts.store.delivered(threadId, seq);
      skip(threadId, sent ? 0 : seq);
      lane.delivered = seq;
      const shown = messages.at(-1);
      if (shown !== undefined && (sent || error !== undefined)) {
        parts.feed.signal({ kind: 'delivered', conversationId: shown.conversationId });
      }
      if (error !== undefined) return failed(threadId, lane, delivery.tries + 1, error.cause);
      if (messages.length < batch) break;
    }
    resting.delete(threadId);
  }

  function skip(threadId: string, seq: number): void {
    skipped.delete(threadId);
    if (seq === 0) return;
    skipped.set(threadId, seq);
    const [oldest] = skipped.keys();
    if (skipped.size > mostSkipped && oldest !== undefined) skipped.delete(oldest);
  }

  async function sendEach(
    threadId: string,
    messages: readonly Message[],
    after: number,
    send: Send,
  ): Promise<{ readonly reached: number; readonly sent: boolean; readonly error?: { readonly cause: unknown } }> {
    let reached = after;
    let sent = false;
    for (const message of messages) {
      try {
        if (message.author !== 'customer') await send(message);
      } catch (cause) {
        if (faultOf(cause) !== 'message') return { reached, sent, error: { cause } };
        parts.log('error', 'message-refused', { threadId, seq: message.seq, error: describe(cause) });
        await parts.store.lost(threadId, message.seq, describe(cause));
      }
      reached = message.seq;
      sent ||= message.author !== 'customer';
    }
    return { reached, sent };
  }

  async function failed(threadId: string, lane: Lane, tries: number, error: unknown): Promise<void> {
    const backoff = parts.backoff ?? defaultBackoff;
    const retryAt = faultOf(error) === 'thread' ? null : nextTry(backoff, tries, parts.clock.now(), Math.random());
    if (retryAt === null) return giveUp(threadId, lane, describe(error));
    resting.add(threadId);
    parts.log('warn', 'delivery-delayed', { threadId, tries, retryAt, error: describe(error) });
    await parts.store.failed(threadId, describe(error), retryAt);
    settle(lane);
  }

  async function giveUp(threadId: string, lane: Lane, error: string): Promise<void> {
    resting.delete(threadId);
    parts.log('error', 'delivery-given-up', { threadId, error });
    await parts.store.failed(threadId, error, null);
    settle(lane);
  }

  async function sweep(): Promise<void> {
    try {
      for (const threadId of await parts.store.undelivered(parts.clock.now(), sweepLimit)) {
        resting.delete(threadId);
        wake(threadId, 0);
      }
    } catch (error) {
      parts.log('error', 'delivery-sweep-failed', { error: String(error) });
    }
  }

  return {
    async duringTurn(threadId, send, take) {
      const lane = laneOf(threadId);
      lane.turns += 1;
      try {
        const taken = await take();
        await inLane(threadId, lane, () => drain(threadId, lane, send));
        return taken;
      } finally {
        lane.turns -= 1;
        leave(threadId, lane);
      }
    },
    start() {
      unsubscribe = parts.feed.subscribe(({ threadId, lastSeq }) => {
        if (isPushed(threadId)) wake(threadId, lastSeq);
      });
      const again = () => {
        sweeping = sweep().finally(() => {
          if (!closed) timer = setTimeout(again, parts.sweepEvery ?? 2000);
        });
      };
      again();
    },
    async close() {
      closed = true;
      unsubscribe();
      await sweeping;
      clearTimeout(timer);
      await Promise.all([...lanes.values()].map((lane) => lane.tail));
    },
  };
}

/** Nothing more is to be done for a thread now. */
function settle(lane: Lane): void {
  lane.delivered = lane.newest;
}

/** Name, status and code of a fault: a channel's own words may quote the message. */
function describe(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!(error instanceof Error)) return typeof error;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  const facts = [statusCode, code].filter((fact) => typeof fact === 'number' || typeof fact === 'string');
  return [error.name, ...facts].join(' ');
}
