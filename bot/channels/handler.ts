import type { TurnContext } from 'botbuilder';
import type { TurnResult, Turns } from '../service/turns.ts';
import type { Message } from '../domain/message.ts';
import { readActivity } from './activity.ts';
import type { Deliverer } from './send.ts';
import { isPushed } from './thread.ts';

/** What became of an activity. */
export type Handled =
  | { readonly kind: 'taken' }
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
): Handler {
  const ignored = new Map<string, number>();
  return {
    ignored,
    async handle(context, reference, show) {
      const reading = readActivity(context.activity);
      switch (reading.kind) {
        case 'refused':
          return reading;
        case 'ignored':
          ignored.set(reading.type, (ignored.get(reading.type) ?? 0) + 1);
          return { kind: 'ignored' };
        case 'typing':
          await customerTyping(reading.threadId);
          return { kind: 'taken' };
        case 'incoming': {
          const { thread, incoming } = reading;
          const receive = () =>
            isPushed(thread.id) ? turns.receive(thread, incoming, reference()) : turns.receive(thread, incoming);
          const taken =
            isPushed(thread.id) && show !== 'outbox'
              ? await deliverer.duringTurn(thread.id, (message) => show(context, message), receive)
              : await receive();
          return handledAs(taken, thread.id);
        }
      }
    },
  };
}

function handledAs(result: TurnResult, threadId: string): Handled {
  switch (result.kind) {
    case 'taken':
    case 'duplicate':
      return { kind: result.kind };
    case 'refused':
    case 'unknown':
      throw new Error(
        `A customer's turn on thread ${threadId} came out as "${result.kind}", which is for agents only.`,
      );
  }
}
