import type { Agent, Conversation } from './conversation.ts';
import type { Draft } from './message.ts';
import type { RatingChange } from './rating.ts';
import type { Time } from './time.ts';

/** What is left when no agent can come. */
export interface Ticket {
  /** What the customer can read out: date and six letters or digits, `261121-K7Q4MX`. */
  readonly number: string;
  readonly conversationId: string;
  /** An e-mail address or a telephone number. */
  readonly contact: string;
  /** The question that was left open. */
  readonly question: string;
  readonly at: Time;
  /** When it is due, if nobody has answered: one working day later. */
  readonly remindAt: Time;
}

/** Why an act is refused; nothing is saved then. */
export type Refusal =
  | { readonly code: 'already-claimed'; readonly by: Agent; readonly since: Time }
  | { readonly code: 'not-yours' }
  /** Somebody else holds it. */
  | { readonly code: 'not-yours'; readonly by: Agent; readonly since: Time }
  | { readonly code: 'not-waiting' }
  | { readonly code: 'closed' };

/** What one turn comes to: the next state and what is to be saved, and then sent. */
export interface Outcome {
  readonly conversation: Conversation;
  /** In order; a customer's or an agent's own message is the first. */
  readonly messages: readonly Draft[];
  readonly rating?: RatingChange;
  readonly ticket?: Ticket;
}

export type StepResult = Outcome | { readonly refusal: Refusal };
