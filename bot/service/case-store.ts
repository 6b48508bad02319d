import type { Agent, Channel, Conversation } from '../domain/conversation.ts';
import type { HandledBy, Score } from '../domain/rating.ts';
import type { Time } from '../domain/time.ts';
import type { AuditEntry } from './audit.ts';

/* What the desk asks of the store about single cases. It passes the contract tests as the rest of the store does. */

/** What an agent tells colleagues about a conversation; no customer ever sees it. */
export interface Note {
  /** Unique; a second note of the same id is the first one, sent again. */
  readonly id: string;
  readonly agent: Agent;
  readonly text: string;
  readonly at: Time;
}

export interface ClosedQuery {
  /** Words that a conversation must all have, each from its beginning; none = every conversation. */
  readonly words: readonly string[];
  /** Only those that closed before the one of this number. */
  readonly before?: number;
  readonly limit: number;
}

/** A closed conversation, and its number in the order in which they closed. */
export interface Closed {
  readonly number: number;
  readonly conversation: Conversation;
}

/** A rating that this customer was asked for. */
export interface PastRating {
  readonly conversationId: string;
  readonly askedAt: Time;
  readonly handledBy: HandledBy;
  /** Undefined when it was not given. */
  readonly score?: Score;
}

/** How far the messages of a thread came. */
export interface ThreadDelivery {
  /** The last message that reached the customer, or was given up. */
  readonly deliveredSeq: number;
  /** Why the last try failed; undefined when it did not. */
  readonly error?: string;
  /** When the next try is. */
  readonly retryAt?: Time;
  /** Messages after the one and up to the other that were given up last. */
  readonly lost?: { readonly after: number; readonly to: number; readonly error: string };
}

export interface CaseStore {
  /** Those of the ids that there are, in any order. */
  conversations(ids: readonly string[]): Promise<readonly Conversation[]>;
  /** Which conversations agents hold, and who. */
  held(): Promise<readonly { readonly id: string; readonly agentId: string }[]>;
  /** Closed conversations in which the customer said something, the last closed first. */
  closed(query: ClosedQuery): Promise<readonly Closed[]>;
  /** With its line of the audit log, unless the note was there before. */
  addNote(conversationId: string, note: Note, entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  notes(conversationId: string): Promise<readonly Note[]>;
  /** Newest first. */
  ratingsOf(channel: Channel, customerId: string, limit: number): Promise<readonly PastRating[]>;
  /** The number of the last ticket on a thread. */
  lastTicket(threadId: string): Promise<string | undefined>;
  threadDelivery(threadId: string): Promise<ThreadDelivery | undefined>;
}
