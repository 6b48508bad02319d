import type { Agent } from './conversation.ts';
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
}

export type Event =
  | MessageEvent
  /** The customer opened the chat. */
  | (EventBase & { readonly kind: 'opened'; readonly language: Language })
  /** The last step on this message failed: whatever went wrong, a person takes over. */
  | (EventBase & { readonly kind: 'failed'; readonly message: MessageEvent })
  | (EventBase & { readonly kind: 'claim'; readonly agent: Agent })
  | (EventBase & { readonly kind: 'agent-message'; readonly agent: Agent; readonly text: string })
  | (EventBase & { readonly kind: 'release'; readonly agent: Agent })
  | (EventBase & { readonly kind: 'resolve'; readonly agent: Agent })
  /** The due time of the conversation has come. */
  | (EventBase & { readonly kind: 'due' });
