import type { Message } from '../domain/message.ts';
import type { ChannelState } from '../service/channel-state.ts';
import type { Clock, DeliveryStore, Feed, Log } from '../service/ports.ts';
import type { Turns } from '../service/turns.ts';
import { type Backoff, defaultBackoff, nextTry } from './backoff.ts';
import { ChannelError, faultOf, wasAnswered, type FaultCode } from './fault.ts';
import type { Outlet, Send } from './outlet.ts';
import { openPosts, type Post, stateOf } from './post.ts';
import { createSettler, type SettlerParts } from './settle.ts';

/*
 * The one way out to channels to which messages are pushed: saved before sent, in order within a thread, at least once. What
 * was delivered is a number in the store, so a restart goes on where it was. Within a thread one delivery runs at a time;
 * while a customer's turn is open, what it adds is sent in the turn's own context and nowhere else. Each channel has a number of
 * deliveries of its own that may run at a time, and is looked through by itself: a slow or dead one takes no other's place.
 */

export interface Deliverer {
  /** Takes a customer's turn, then sends through `send` all that the thread has not been sent yet. */
  duringTurn<T>(threadId: string, send: Send, take: () => Promise<T>): Promise<T>;
  /** From now on sends what agents and timeouts add, and what an earlier run left undelivered. */
  start(): void;
  /** How each channel is doing. */
  readonly states: () => Promise<readonly ChannelState[]>;
  /** Begins nothing new; resolves when what runs has ended. */
  close(): Promise<void>;
}

export interface DelivererParts {
  readonly store: DeliveryStore & SettlerParts['store'];
  readonly feed: Feed;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly outlets: readonly Outlet[];
  /** Ends the conversation of a customer who can be reached no more. */
  readonly lose: Turns['lose'];
  readonly backoff?: Backoff;
  /** Milliseconds between looks at what is left undelivered. Default 2000. */
  readonly sweepEvery?: number;
  /** Deliveries that one channel may have under way at a time, beside those inside turns. Default 16. */
  readonly atOnce?: number;
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
  const posts = openPosts(parts.outlets, parts.atOnce ?? 16, parts);
  const settleOffers = createSettler(parts);
  const lanes = new Map<string, Lane>();
  /** Threads whose last try failed: only the sweep tries again, when it is time. */
  const resting = new Set<string>();
  /** Up to which message a thread holds nothing but the customer's own words since the last delivery: not read again. */
  const skipped = new Map<string, number>();
  let closed = false;
  let unsubscribe = () => {};
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<unknown> = Promise.resolve();

  function postOf(threadId: string): Post | undefined {
    return posts.find(({ outlet }) => threadId.startsWith(outlet.prefix));
  }

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
    const post = postOf(threadId);
    if (closed || resting.has(threadId) || post === undefined) return;
    const lane = laneOf(threadId);
    lane.newest = Math.max(lane.newest, newest);
    if (lane.turns > 0 || lane.runs > 0) return;
    void inLane(threadId, lane, () => post.gate(() => pushAll(threadId, lane, post))).catch((error: unknown) => {
      resting.add(threadId);
      parts.log('error', 'delivery-failed', { threadId, error: String(error) });
    });
  }

  async function pushAll(threadId: string, lane: Lane, { outlet }: Post): Promise<void> {
    // It may have stood in line for long.
    if (closed) return settle(lane);
    const delivery = await parts.store.delivery(threadId);
    if (delivery === undefined) return settle(lane);
    if (delivery.reference === undefined) {
      return giveUp(threadId, lane, 'no-reference');
    }
    try {
      await outlet.push(delivery.reference, (send) => drain(threadId, lane, send));
      await tidy(threadId, outlet);
    } catch (error) {
      await failed(threadId, lane, { ...delivery, error });
    }
  }

  /** Sends what was not delivered, in order, and writes down how far it came. */
  async function drain(threadId: string, lane: Lane, send: Send): Promise<void> {
    const delivery = await parts.store.delivery(threadId);
    if (delivery === undefined) return settle(lane);
    let seq = Math.max(delivery.deliveredSeq, skipped.get(threadId) ?? 0);
    for (;;) {
      const messages = await parts.store.messages(threadId, seq, batch);
      const { reached, sent, fault } = await sendEach(threadId, messages, seq, send);
      seq = reached;
      // A customer's own words need no note in the store: nothing waits for them.
      if (sent) await parts.store.delivered(threadId, seq);
      skip(threadId, sent ? 0 : seq);
      if (sent) tellDesk(messages.at(-1));
      lane.delivered = seq;
      if (fault !== undefined) return failed(threadId, lane, { deliveredSeq: seq, tries: delivery.tries, ...fault });
      if (messages.length < batch) break;
    }
    resting.delete(threadId);
  }

  /** After what was said: what is shown of a choice follows the answer to it. */
  async function tidy(threadId: string, outlet: Outlet): Promise<void> {
    if (!closed && !resting.has(threadId)) await settleOffers(threadId, outlet);
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
  ): Promise<{ readonly reached: number; readonly sent: boolean; readonly fault?: { readonly error: unknown } }> {
    const health = postOf(threadId)?.health;
    let reached = after;
    let sent = false;
    for (const message of messages) {
      if (message.author !== 'customer') {
        try {
          await send(message);
          health?.went();
        } catch (error) {
          const { reach, code } = faultOf(error);
          if (reach !== 'message') return { reached, sent, fault: { error } };
          if (wasAnswered(error)) health?.answered();
          parts.log('error', 'message-refused', { threadId, seq: message.seq, error: describe(error) });
          await parts.store.lost(threadId, message.seq, code);
        }
        sent = true;
      }
      reached = message.seq;
    }
    return { reached, sent };
  }

  async function failed(threadId: string, lane: Lane, given: Failed): Promise<void> {
    const [oldest] = await parts.store.messages(threadId, given.deliveredSeq, 1);
    const fault = faultOf(given.error);
    if (fault.reach === 'thread') {
      await giveUp(threadId, lane, fault.code);
      await parts.lose(threadId, fault.code);
      if (wasAnswered(given.error)) postOf(threadId)?.health.answered();
    } else {
      postOf(threadId)?.health.failed(fault.code);
      await tryAgain(threadId, lane, given, oldest);
    }
    tellDesk(oldest);
  }

  async function tryAgain(threadId: string, lane: Lane, given: Failed, oldest: Message | undefined): Promise<void> {
    const fault = faultOf(given.error);
    const backoff = parts.backoff ?? defaultBackoff;
    const [at, tries] = [parts.clock.now(), given.tries + 1];
    if (oldest !== undefined && at - oldest.at > (backoff.age ?? Infinity)) return giveUp(threadId, lane, 'too-old');
    const retryAfter = fault.reach === 'channel' ? fault.retryAfter : undefined;
    const retryAt = nextTry(backoff, tries, at, Math.random(), retryAfter);
    if (retryAt === null) return giveUp(threadId, lane, fault.code);
    resting.add(threadId);
    parts.log('warn', 'delivery-delayed', { threadId, tries, retryAt, error: describe(given.error) });
    await parts.store.failed(threadId, fault.code, retryAt);
    settle(lane);
  }

  /** Whoever shows the conversation sees how far its messages came. */
  function tellDesk(message: Message | undefined): void {
    if (message !== undefined) parts.feed.signal({ kind: 'delivered', conversationId: message.conversationId });
  }

  async function giveUp(threadId: string, lane: Lane, code: FaultCode): Promise<void> {
    resting.delete(threadId);
    parts.log('error', 'delivery-given-up', { threadId, error: code });
    await parts.store.failed(threadId, code, null);
    settle(lane);
  }

  async function sweep({ outlet }: Post): Promise<void> {
    try {
      for (const threadId of await parts.store.undelivered(parts.clock.now(), sweepLimit, outlet.prefix)) {
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
        const post = postOf(threadId);
        if (post !== undefined) void inLane(threadId, lane, () => tidy(threadId, post.outlet));
        return taken;
      } finally {
        lane.turns -= 1;
        leave(threadId, lane);
      }
    },
    start() {
      unsubscribe = parts.feed.subscribe(({ threadId, lastSeq }) => wake(threadId, lastSeq));
      const again = () => {
        sweeping = Promise.all(posts.map(sweep)).finally(() => {
          if (!closed) timer = setTimeout(again, parts.sweepEvery ?? 2000);
        });
      };
      again();
    },
    states: () => Promise.all(posts.map((post) => stateOf(post, parts.store))),
    async close() {
      closed = true;
      unsubscribe();
      await sweeping;
      clearTimeout(timer);
      await Promise.all([...lanes.values()].map((lane) => lane.tail));
    },
  };
}

/** A try that did not work. */
interface Failed {
  readonly deliveredSeq: number;
  /** Those before it. */
  readonly tries: number;
  readonly error: unknown;
}

/** Nothing more is to be done for a thread now. */
function settle(lane: Lane): void {
  lane.delivered = lane.newest;
}

/** Name, status and code of a fault: a channel's own words may quote the message. */
function describe(error: unknown): string {
  if (error instanceof ChannelError) return [error.fault.code, error.statusCode].filter(Boolean).join(' ');
  return error instanceof Error ? error.name : typeof error;
}
