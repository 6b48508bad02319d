import type { Language } from './language.ts';
import type { Time } from './time.ts';

/** A button. Its `label` or `words`, or its number in the list, written by hand choose it too. */
export interface Choice {
  /** What comes back when it is chosen: `entry:<id>`, `none`, `person`, `cancel`, `yes`, `no`, `decline`, `rating:<score>` (csat-5) or `rating:<scale>_<score>`. */
  readonly value: string;
  readonly label: string;
  readonly words: readonly string[];
}

/** A message before it has its number. */
export interface Draft {
  readonly author: 'customer' | 'bot' | 'agent' | 'system';
  /** The agent's name, with author `agent`. */
  readonly agentName?: string;
  /** Markdown from the bot and the system; plain text from customers and agents, never to be read as markup. */
  readonly text: string;
  readonly language: Language;
  readonly at: Time;
  readonly choices?: readonly Choice[];
  /** What the message asks for, so that a channel can show a rating or an input in its own way. */
  readonly asks?: 'choice' | 'contact' | 'rating';
  /** The entry that is answered here. */
  readonly answer?: { readonly entry: string; readonly confidence: number; readonly revision: string };
  /** The channel's own names for a customer's message. */
  readonly origin?: Origin;
  /** When the customer took the message back; its text is gone since then. */
  readonly withdrawn?: Time;
}

export interface Origin {
  /** Unique in the thread; one that was seen before is not stepped again. */
  readonly activityId: string;
  /** Web Chat's name for the message, echoed so that it knows its own. */
  readonly clientActivityId?: string;
  /** The `activityId` of the customer's earlier message that this one puts right. */
  readonly edits?: string;
  /** Who of them wrote, in a group. */
  readonly speaker?: string;
}

/** One line of the transcript. */
export interface Message extends Draft {
  /** 1, 2, 3... within the thread; it is also the watermark of Direct Line. */
  readonly seq: number;
  readonly threadId: string;
  readonly conversationId: string;
}
