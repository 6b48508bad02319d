import type { Choice, Message } from '../domain/message.ts';
import type { Trouble } from '../service/channel-state.ts';

/** Sends one message; rejects when the channel did not take it. */
export type Send = (message: Message) => Promise<void>;

/** Opens a way to send to the customer behind a stored reference. */
export type Push = (reference: string, use: (send: Send) => Promise<void>) => Promise<void>;

/** A message of which no button is awaited any more. */
export interface EndedOffer {
  readonly offer: Message;
  /** What the channel calls it. */
  readonly name: string;
  /** To be shown in the buttons' place; undefined when none was chosen. */
  readonly choice: Choice | undefined;
}

/** A channel to which messages are pushed. */
export interface Outlet {
  readonly name: 'teams' | 'telegram';
  /** With what the ids of its threads begin, and no others. */
  readonly prefix: string;
  readonly push: Push;
  /** Takes the buttons of a message away; rejects when the channel did not take the change. */
  readonly settle: (reference: string, ended: EndedOffer) => Promise<void>;
  /** Shows for some seconds that somebody writes; rejects when the channel did not take it. */
  readonly typing: (reference: string) => Promise<void>;
  /** What is wrong with the way in, where Sportello fetches the messages itself. */
  readonly trouble?: () => Trouble | undefined;
}
