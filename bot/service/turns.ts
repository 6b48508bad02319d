import type { Agent, Conversation, Thread } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Message, Origin } from '../domain/message.ts';
import type { Refusal } from '../domain/outcome.ts';

/** What a customer's channel brings. */
export type Incoming =
  | {
      readonly kind: 'message';
      readonly text: string;
      /** The value of the button that was chosen. */
      readonly choice?: string;
      /** Content types of files that came with it. */
      readonly attachments?: readonly string[];
      readonly origin: Origin;
    }
  | { readonly kind: 'opened'; readonly language: Language };

export type AgentAct =
  | { readonly kind: 'claim' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'release' }
  | { readonly kind: 'resolve' };

export type TurnResult =
  /** Saved; `messages` are all that the turn added, the customer's own first. */
  | { readonly kind: 'taken'; readonly conversation: Conversation; readonly messages: readonly Message[] }
  /** This activity was taken before; nothing was done. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown' };

export interface Turns {
  /** Takes what a customer's channel brings; `reference` is what the channel needs to send later. */
  receive(thread: Thread, incoming: Incoming, reference?: string): Promise<TurnResult>;
  /** An agent's act on the current conversation of a thread; `unknown` when that is not `conversationId` or there is none. */
  act(conversationId: string, agent: Agent, act: AgentAct): Promise<TurnResult>;
  /** Steps every thread whose time has come; returns how many. */
  takeDue(): Promise<number>;
}
