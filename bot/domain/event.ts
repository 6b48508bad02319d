import type { Agent, Place, Resolution, Unreachable } from './conversation.ts';
import type { Language } from './language.ts';
import type { Origin } from './message.ts';
import type { Time } from './time.ts';

interface EventBase {
  /** Unique; a conversation that the event opens takes it as its id. */
  readonly id: string;
  readonly at: Time;
}

/** The customer wrote, or chose a button (`choice` is then its value and `text` its label). */
export interface MessageEvent extends EventBase {
  readonly kind: 'message';
  readonly text: string;
  readonly choice?: string;
  /** Kinds of what came with it ("image/png"); the files themselves are not taken. */
  readonly attachments: readonly string[];
  readonly origin: Origin;
  readonly place?: Place;
}

export type Event =
  | MessageEvent
  /** The customer opened the chat. */
  | (EventBase & {
      readonly kind: 'opened';
      readonly language: Language;
      /** Whoever was here before, in an earlier conversation too, is not welcomed again. */
      readonly once?: true;
    })
  /** The last step on this message failed: whatever went wrong, a person takes over. */
  | (EventBase & { readonly kind: 'failed'; readonly message: MessageEvent })
  /** The customer put a sign to an answer of the bot's: a thumb, a heart, a sad face. */
  | (EventBase & {
      readonly kind: 'reaction';
      readonly helpful: 'yes' | 'no';
      /** The entry that the message answers, and when it was said. */
      readonly answer: { readonly entry: string; readonly at: Time };
      readonly origin: Origin;
    })
  /** The customer took a message back. `texts`: what it said, with what it was put right to. */
  | (EventBase & { readonly kind: 'withdrawn'; readonly texts: readonly string[] })
  /** The channel says that this customer can be written to no more. */
  | (EventBase & { readonly kind: 'unreachable'; readonly reason: Unreachable })
  | (EventBase & { readonly kind: 'claim'; readonly agent: Agent })
  /** An agent claims a conversation that the bot still holds. */
  | (EventBase & { readonly kind: 'take-over'; readonly agent: Agent })
  /** `entry`: the FAQ entry whose answer the text gives. */
  | (EventBase & {
      readonly kind: 'agent-message';
      readonly agent: Agent;
      readonly text: string;
      readonly entry?: string;
    })
  /** `to` is known to be an agent; the step cannot ask. */
  | (EventBase & { readonly kind: 'transfer'; readonly agent: Agent; readonly to: Agent })
  | (EventBase & { readonly kind: 'release'; readonly agent: Agent })
  /** The agent who holds it has been away from the desk for `awayClaimMinutes`. */
  | (EventBase & { readonly kind: 'agent-gone'; readonly agent: Agent })
  | (EventBase & { readonly kind: 'resolve'; readonly agent: Agent; readonly outcome: Resolution })
  /** The due time of the conversation has come. */
  | (EventBase & { readonly kind: 'due' });
