import type { Conversation } from '../domain/conversation.ts';
import type { Draft } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import type { Ticket } from '../domain/outcome.ts';
import type { RatingChange } from '../domain/rating.ts';
import type { Time } from '../domain/time.ts';
import type { Wording } from '../domain/wording.ts';
import { fill } from './fill.ts';

/** A turn on its way: every function of this folder takes one and returns the next; nothing is changed in place. */
export interface Turn {
  readonly at: Time;
  readonly mind: Mind;
  readonly conversation: Conversation;
  readonly messages: readonly Draft[];
  readonly rating?: RatingChange;
  readonly ticket?: Ticket;
}

/** What the bot may add to a text. */
export type Extras = Pick<Draft, 'choices' | 'asks' | 'answer'>;

type Changes = { readonly [Key in keyof Conversation]?: Conversation[Key] | undefined };

/** Sets fields of the conversation; `undefined` takes a field away. The very same turn comes back when nothing differs. */
export function change(turn: Turn, changes: Changes): Turn {
  const keys = Object.keys(changes) as (keyof Conversation)[];
  if (keys.every((key) => turn.conversation[key] === changes[key])) return turn;
  const conversation: { [Key in keyof Conversation]?: Conversation[Key] | undefined } = {
    ...turn.conversation,
    ...changes,
  };
  for (const key of keys) if (changes[key] === undefined) delete conversation[key];
  return { ...turn, conversation: conversation as Conversation };
}

/** The bot says something; before its first words in a conversation it discloses what it is. */
export function say(turn: Turn, text: string, extras: Extras = {}): Turn {
  if (turn.conversation.disclosed) return add(turn, { author: 'bot', text: text.trim(), ...extras });
  return say(say(change(turn, { disclosed: true }), disclosure(turn)), text, extras);
}

/** Something about the conversation is told that neither bot nor agent says. */
export function tell(turn: Turn, text: string): Turn {
  return add(turn, { author: 'system', text: text.trim() });
}

/** Adds a message of anybody, in the conversation's language. */
export function add(turn: Turn, message: Omit<Draft, 'at' | 'language'>): Turn {
  const draft: Draft = { ...message, language: turn.conversation.language, at: turn.at };
  return { ...change(turn, { lastAt: turn.at }), messages: [...turn.messages, draft] };
}

/** The first words of every conversation. */
export function disclosure({ mind, conversation }: Turn): string {
  const { disclosure: sentence } = mind.wording[conversation.language];
  return fill(sentence, { bot: mind.botName, shop: mind.shopName });
}

/** What the bot says, in the conversation's language. */
export function wording({ mind, conversation }: Turn): Wording {
  return mind.wording[conversation.language];
}
