import type { Language } from './language.ts';
import type { Choice } from './message.ts';
import type { Scale } from './rating.ts';
import type { Time } from './time.ts';
import type { Decision } from './understanding.ts';

export const channels = ['webchat', 'teams', 'telegram'] as const;
export type Channel = (typeof channels)[number];

/** Who writes, as the channel names them. */
export interface Customer {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  /** The shop has vouched for id, name and e-mail with its signature; the id is then the shop's own, behind `id:`. */
  readonly verified?: true;
}

/** The channel's lasting conversation with a customer. */
export interface Thread {
  readonly id: string;
  readonly channel: Channel;
  readonly customer: Customer;
  /** The language in which the channel says the customer reads. */
  readonly language: Language;
}

/** Where the customer sits, as the channel tells it: nobody vouches for it, and agents alone see it. */
export interface Place {
  /** The page on which the chat runs: an http or https address without its query. */
  readonly page?: string;
  /** IANA name of the customer's time zone. */
  readonly zone?: string;
}

/** Who holds the conversation. */
export type Status = 'bot' | 'waiting' | 'agent' | 'closed';

/** What the bot awaits. */
export type Pending =
  | { readonly kind: 'none' }
  /** `about` says what the choices were offered for, and so what a typed yes or no means. */
  | { readonly kind: 'choice'; readonly about: ChoiceAbout; readonly choices: readonly Choice[] }
  | { readonly kind: 'contact' }
  /** `scale` is the one that was asked on, whatever bot.yaml says meanwhile. */
  | { readonly kind: 'rating'; readonly scale: Scale };

export type ChoiceAbout = 'clarify' | 'solved' | 'person' | 'related' | 'waiting';

export interface Agent {
  readonly id: string;
  /** As the customer sees it. */
  readonly name: string;
}

/**
 * `details`: the customer sent an order number or an address, which only a person can look up. `taken`: nobody asked for a
 * person; an agent took the conversation over from the bot.
 */
export type HandoffReason = 'requested' | 'topic' | 'details' | 'unsure' | 'noise' | 'unhelpful' | 'failed' | 'taken';

export interface Handoff {
  readonly reason: HandoffReason;
  /** The id of the intent that asked for it, with `requested` and `topic`. */
  readonly topic?: string;
  /** Since when the customer waits; kept when a claim is released. */
  readonly queuedAt: Time;
  /** When a claim was last given back; `claimMinutes` count anew from here. */
  readonly requeuedAt?: Time;
  /** The customer was offered to leave a contact. */
  readonly contactOffered: boolean;
  /** The customer was told once that further messages will be read by a person. */
  readonly noted: boolean;
  /** The last ticket that was made of it: who sends another contact right after puts the first one right. */
  readonly ticket?: { readonly number: string; readonly contact: string };
}

/** A question that the customer asked and what became of it: the material of the agent's brief. */
export interface Question {
  readonly text: string;
  readonly at: Time;
  readonly decision: Decision['kind'] | 'noise';
  readonly candidates: readonly { readonly id: string; readonly title: string; readonly confidence: number }[];
  /** The customer said that none of what was offered was meant, or that the answer did not help. */
  readonly missed?: 'none-of-these' | 'unhelpful';
  /** The knowledge that it was matched against; undefined in conversations of before it was kept. */
  readonly revision?: string;
  /** The conversation's language when it was asked. */
  readonly language?: Language;
}

export interface Answered {
  readonly entry: string;
  /** 0..1 */
  readonly confidence: number;
  readonly revision: string;
  readonly at: Time;
  /** An agent chose and sent it; otherwise the bot gave it. */
  readonly by?: 'agent';
  /** The customer said that it did not help. */
  readonly rejected?: true;
}

/** Who solved the problem, and how it is known: the customer said so, or took leave after an answer. */
export type Solved = 'bot-confirmed' | 'bot-implied' | 'agent' | 'nobody';

export const resolutions = ['solved', 'not-solved', 'spam'] as const;
/** What an agent says of a conversation that they end; spam is nobody's matter and counts in no figure. */
export type Resolution = (typeof resolutions)[number];

/** Why a channel takes nothing more for a customer: blocked by them, gone, or not allowed. */
export type Unreachable = 'blocked' | 'not-found' | 'forbidden';

/** One care episode on a thread, from the first message to its closing. */
export interface Conversation {
  /** The id of the event that opened it. */
  readonly id: string;
  readonly thread: Thread;
  /** Of the customer's last message whose language was plain, else the thread's. */
  readonly language: Language;
  readonly status: Status;
  readonly pending: Pending;
  readonly openedAt: Time;
  /** The last message of anybody. */
  readonly lastAt: Time;
  /** The oldest message of the customer that the agent has not answered; only while an agent holds it. */
  readonly unansweredAt?: Time;
  /** When the next timeout is due; see conversation/timeouts. Undefined = never. */
  readonly dueAt?: Time;
  /** The customer has been told that this is an automatic assistant. */
  readonly disclosed: boolean;
  /** Messages of the customer so far. */
  readonly customerMessages: number;
  /** The `activityId` of the last of them; of one that was edited, the original's. */
  readonly lastHeard?: string;
  /** Questions in a row that were not understood. */
  readonly misses: number;
  /** Times the customer said that an answer did not help. */
  readonly unhelpful: number;
  /** The entry answered last, while nothing else was said. */
  readonly lastAnswer?: string;
  /** Which of its answers that was, from 0, with small talk. */
  readonly lastVariant?: number;
  readonly answered: readonly Answered[];
  /** The last 20 questions, oldest first. */
  readonly questions: readonly Question[];
  readonly handoff?: Handoff;
  /** Who holds it, or held it when it closed. */
  readonly agent?: Agent;
  /** Since when `agent` holds it. */
  readonly claimedAt?: Time;
  /** An agent has said something in it, or resolved it. */
  readonly hadAgent: boolean;
  /** Set when it closes. */
  readonly closedAt?: Time;
  readonly solved?: Solved;
  /** What the agent said who ended it. */
  readonly outcome?: Resolution;
  /** It was closed because the customer can be written to no more. */
  readonly unreachable?: Unreachable;
  /** As it was told last. */
  readonly place?: Place;
  /** When this customer was last asked for a rating, in this or an earlier conversation. */
  readonly ratingAskedAt?: Time;
}
