import type { TurnContext } from 'botbuilder';
import type { Thread } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { Incoming } from '../service/incoming.ts';
import type { ChannelNames } from '../service/ports.ts';
import type { TurnResult, Turns } from '../service/turns.ts';
import { readActivity } from './activity.ts';
import { leaveGroup, type LeaveParts, leaveThread } from './leave.ts';
import type { Deliverer } from './send.ts';
import { isPushed } from './thread.ts';

/** What became of an activity. */
export type Handled =
  /** `messages` are all that the turn added, the customer's own first. */
  | { readonly kind: 'taken'; readonly messages: readonly Message[] }
  /** Seen before; nothing was done. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly message: string };

/** Shows one message in the turn's own context; only for channels to which messages are pushed. */
export type Show = (context: TurnContext, message: Message) => Promise<void>;

export interface Handler {
  /**
   * Takes one activity of any channel; rejects when the turn could not be saved. With `outbox` nothing is sent inside the turn: what
   * comes of it goes out by the reference, as what agents say does.
   */
  handle(context: TurnContext, reference: () => string, show: Show | 'outbox'): Promise<Handled>;
  /** How many activities were ignored, by type. */
  readonly ignored: ReadonlyMap<string, number>;
}

/** Makes the bot behind every channel: read the activity, take the turn, and send only what was saved. */
export function createHandler(
  turns: Turns,
  deliverer: Deliverer,
  customerTyping: (threadId: string) => Promise<void>,
  store: Pick<ChannelNames, 'sentAs' | 'heardAs'> & LeaveParts['store'],
): Handler {
  const ignored = new Map<string, number>();

  function ignore(type: string): Handled {
    ignored.set(type, (ignored.get(type) ?? 0) + 1);
    return { kind: 'ignored' };
  }

  async function receive(
    thread: Thread,
    incoming: Incoming,
    context: TurnContext,
    reference: () => string,
    show: Show | 'outbox',
  ): Promise<Handled> {
    const take = () =>
      isPushed(thread.id) ? turns.receive(thread, incoming, reference()) : turns.receive(thread, incoming);
    const taken =
      isPushed(thread.id) && show !== 'outbox'
        ? await deliverer.duringTurn(thread.id, (message) => show(context, message), take)
        : await take();
    return handledAs(taken, thread.id);
  }

  return {
    ignored,
    async handle(context, reference, show) {
      const reading = readActivity(context.activity);
      switch (reading.kind) {
        case 'refused':
          return reading;
        case 'ignored':
          return ignore(reading.type);
        case 'typing':
          await customerTyping(reading.threadId);
          return { kind: 'taken', messages: [] };
        case 'left':
          await leaveThread({ store, turns }, reading.threadId, 'blocked');
          return { kind: 'taken', messages: [] };
        case 'left-group':
          await leaveGroup({ store, turns }, reading.group);
          return { kind: 'taken', messages: [] };
        case 'reaction': {
          const { thread, on, ...more } = reading;
          const message = await store.sentAs(thread.id, on);
          if (message?.answer === undefined) return ignore('messageReaction');
          const answer = { entry: message.answer.entry, at: message.at };
          return receive(thread, { ...more, answer }, context, reference, show);
        }
        case 'withdrawn': {
          const { thread, activityId } = reading;
          const heard = await store.heardAs(thread.id, activityId);
          if (heard.length === 0) return ignore('messageDelete');
          const texts = heard.map(({ text }) => text);
          return receive(thread, { kind: 'withdrawn', activityId, texts }, context, reference, show);
        }
        case 'incoming':
          return receive(reading.thread, reading.incoming, context, reference, show);
      }
    },
  };
}

function handledAs(result: TurnResult, threadId: string): Handled {
  switch (result.kind) {
    case 'taken':
      return { kind: 'taken', messages: result.messages };
    case 'duplicate':
      return { kind: 'duplicate' };
    case 'refused':
    case 'unknown':
      throw new Error(
        `A customer's turn on thread ${threadId} came out as "${result.kind}", which is for agents only.`,
      );
  }
}
