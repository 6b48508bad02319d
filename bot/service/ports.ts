import type { Problem } from '../content/problem.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import type { Agent, Channel, Conversation } from '../domain/conversation.ts';
import type { Corpus, Knowledge } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Message } from '../domain/message.ts';
import type { Event } from '../domain/event.ts';
import type { Outcome, Ticket } from '../domain/outcome.ts';
import type { RatingChange } from '../domain/rating.ts';
import type { CaseStore } from './case-store.ts';
import type { ReportStore } from './report-store.ts';
import type { Time } from '../domain/time.ts';
import type { Decision, Match } from '../domain/understanding.ts';
import type { Model } from '../understanding/model.ts';
import type { AccountStore } from './account-store.ts';
import type { AuditEntry, AuditStore } from './audit.ts';
import type { MailStore, NewMail, TicketStore } from './ticket-store.ts';
import type { KnowledgeTest } from './knowledge-tests.ts';

/*
 * What the service asks of floor 3. Every implementation passes the contract tests in tests/store/.
 * NUL and lone surrogates, which not every database takes, are kept as U+FFFD; all other text comes back as it was.
 */

/** A thread as it is stored: its newest conversation, and the numbers that guard and order its turns. */
export interface StoredThread {
  readonly conversation: Conversation;
  /** 1 after the first turn, one more with each; a commit names the version that it started from. */
  readonly version: number;
  /** The number of the last message; 0 when there is none. */
  readonly lastSeq: number;
}

/** All that one turn changes, saved in one transaction or not at all. */
export interface TurnRecord {
  /** 0 for a new thread. */
  readonly expectedVersion: number;
  readonly conversation: Conversation;
  /** Numbered from lastSeq + 1 without a gap. */
  readonly messages: readonly Message[];
  /** The channel's name for the activity; a second commit of the same one in the same thread is a duplicate. */
  readonly activityId?: string;
  readonly rating?: RatingChange;
  readonly ticket?: Ticket;
  /** What tells the customer of the ticket. */
  readonly mail?: NewMail;
  /** The channel's name for a message of the customer's that is taken back: its text is forgotten, its place stays. */
  readonly withdraws?: { readonly name: string; readonly at: Time };
  /** What the channel needs to send later (a Bot Framework conversation reference), as JSON. */
  readonly reference?: string;
  /** The line of the audit log: no act of an agent stands without it. */
  readonly audit?: AuditEntry;
}

export type CommitResult = 'saved' | 'conflict' | 'duplicate';

export interface ConversationStore {
  load(threadId: string): Promise<StoredThread | undefined>;
  /**
   * Saves the turn durably before it resolves. A duplicate is told whatever the version. Rejects, with nothing saved, when the
   * database cannot take it (disk full, locked by another program).
   */
  commit(turn: TurnRecord): Promise<CommitResult>;
  /** Messages of a thread with seq > `after`, in order, at most `limit`. */
  messages(threadId: string, after: number, limit: number): Promise<readonly Message[]>;
  /** All messages of one conversation, in order. */
  transcript(conversationId: string): Promise<readonly Message[]>;
  conversation(conversationId: string): Promise<Conversation | undefined>;
  /** When a customer was last asked for a rating, on whichever thread. */
  ratingAskedAt(channel: Channel, customerId: string): Promise<Time | undefined>;
  /** Threads whose current conversation is due at or before `at`, earliest first. */
  due(at: Time, limit: number): Promise<readonly string[]>;
}

/** Delivery to channels to which messages are pushed (Teams, Telegram): in order within a thread, at least once. */
export interface DeliveryStore {
  /**
   * Threads of a pushed channel with messages that were not delivered yet and whose next try is due, the longest due first;
   * only those whose id begins with `prefix`.
   */
  undelivered(at: Time, limit: number, prefix?: string): Promise<readonly string[]>;
  /** How many messages are not delivered yet on threads whose id begins with `prefix`, and since when the oldest waits. */
  backlog(prefix: string): Promise<Backlog>;
  delivery(threadId: string): Promise<Delivery | undefined>;
  delivered(threadId: string, seq: number): Promise<void>;
  /** A try failed; the next is at `retryAt`; null gives up on what is there now. */
  failed(threadId: string, error: string, retryAt: Time | null): Promise<void>;
  /** The channel did not take this one message, and never will; those after it go on. */
  lost(threadId: string, seq: number, error: string): Promise<void>;
}

/** What the channel calls messages, where it tells of them later: a button of one is pressed, a sign is put to it, it is taken back. */
export interface ChannelNames {
  /** The channel took a message and calls it `name`; sent twice, the later name counts. Its buttons stand until they are settled. */
  named(threadId: string, seq: number, name: string, bears?: 'buttons'): Promise<void>;
  /** The messages whose buttons stand, oldest first. */
  standing(threadId: string): Promise<readonly Standing[]>;
  /** The buttons of a message stand no more. */
  settled(threadId: string, seq: number): Promise<void>;
  nameOf(threadId: string, seq: number): Promise<string | undefined>;
  /** The message that the bot or an agent sent under a name. */
  sentAs(threadId: string, name: string): Promise<Message | undefined>;
  /** What the customer wrote under a name, first as it was, then as it was put right. */
  heardAs(threadId: string, name: string): Promise<readonly Message[]>;
}

export interface Standing {
  readonly seq: number;
  readonly name: string;
}

export interface Backlog {
  readonly waiting: number;
  readonly oldestAt?: Time;
}

export interface Delivery {
  readonly reference: string | undefined;
  readonly deliveredSeq: number;
  readonly tries: number;
}

export interface DeskStore {
  /** Open conversations, in no order: those that wait, that agents hold, and that the bot holds if the customer has said something. */
  open(): Promise<readonly Conversation[]>;
}

export interface Store
  extends
    ConversationStore,
    DeliveryStore,
    ChannelNames,
    DeskStore,
    TicketStore,
    MailStore,
    CaseStore,
    AccountStore,
    AuditStore,
    ReportStore {
  /** Secrets that Sportello makes for itself on first use (the signing key of web chat tokens), kept in the store. */
  secret(name: string, make: () => string): Promise<string>;
  close(): Promise<void>;
}

/** What has changed, told after it is saved, so that streams and pages can show it. */
export interface Change {
  readonly threadId: string;
  readonly conversationId: string;
  readonly lastSeq: number;
  readonly status: Conversation['status'];
}

/** What is of this moment only: it is told, and kept nowhere. */
export type Signal =
  | { readonly kind: 'customer-typing'; readonly conversationId: string }
  | {
      readonly kind: 'agent-typing';
      readonly threadId: string;
      readonly conversationId: string;
      readonly agent: Agent;
    }
  /** An agent noted something, or messages came further on their way: whoever shows the conversation looks again. */
  | { readonly kind: 'noted' | 'delivered'; readonly conversationId: string }
  /** Something changed in the ticket of this number, or `all`: others have become due. */
  | { readonly kind: 'ticket'; readonly number: string }
  /** Something was done with accounts, sessions or links. */
  | { readonly kind: 'accounts' }
  /** A channel fails, fails once more, or works again. */
  | { readonly kind: 'channels' };

export interface Feed {
  signal(signal: Signal): void;
  /** Returns what ends it. A listener must not throw. */
  onSignal(listener: (signal: Signal) => void): () => void;
  publish(change: Change): void;
  /** Returns what ends the subscription. A listener must not throw. */
  subscribe(listener: (change: Change) => void): () => void;
}

/** Where the knowledge comes from. */
export interface KnowledgeSource {
  /** All files of faq/ and intents/, and the Problems of those that could not be read. Never rejects. */
  read(): Promise<KnowledgeFiles>;
  /** Calls `changed` each time the files differ from those read last and have come to rest. Returns what ends it. */
  watch(changed: () => void): () => void;
}

export interface KnowledgeFiles {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** Reads and learns knowledge away from the thread that serves customers. */
export interface Learner {
  /** Rejects when it cannot be done, and when the learner is closed meanwhile. `known` is the revision already in force. */
  learn(files: KnowledgeFiles, known?: string): Promise<Lesson>;
  /** Learns files as they are and as they would be, and asks both the same; rejects like `learn`. */
  rehearse(wanted: Rehearsal): Promise<Rehearsed>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** What is to be tried before knowledge is changed. */
export interface Rehearsal {
  readonly before: KnowledgeFiles;
  readonly after: KnowledgeFiles;
  /** Asked of both, beside the tests of each. */
  readonly questions: readonly { readonly text: string; readonly language: Language }[];
  readonly at: Time;
}

export interface Rehearsed {
  readonly before: Performance;
  readonly after: Performance;
}

/** What came of files: their Problems, or what they make of their tests and of the questions. */
export type Performance =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'tried';
      readonly tests: readonly KnowledgeTest[];
      /** For each question, the best three matches. */
      readonly answers: readonly { readonly decision: Decision['kind']; readonly matches: readonly Match[] }[];
    };

/** Changes the knowledge's files. */
export interface KnowledgeWriter {
  /**
   * Writes a file whole, or not at all; it must hold `before` still ('' when there must be none), else nothing is done and
   * `changed` is told; `unwritable`, with nothing changed, when the system does not allow it (rights, a full disk, a folder that is gone).
   */
  write(path: string, before: string, after: string): Promise<Written>;
}

export type Written =
  | { readonly kind: 'written' | 'changed' }
  /** `why` is the system's name for it: EACCES, ENOSPC. */
  | { readonly kind: 'unwritable'; readonly why: string };

/** What became of files; plain data. */
export type Lesson =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** The knowledge is that of the revision already known. */
  | { readonly kind: 'same' }
  | { readonly kind: 'learned'; readonly knowledge: Knowledge; readonly model: Model };

/** Models that were learned before, on disk. What is amiss is told and never fails: then it is learned anew. */
export interface ModelCache {
  load(corpus: Corpus): Model | undefined;
  save(corpus: Corpus, model: Model): void;
}

/** A line in the log: JSON, no text of customers, no secrets. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => void;

/** What is counted for /metrics. */
export interface Meter {
  turn(event: Event['kind'], outcome: Outcome, milliseconds: number): void;
}

/** The one place where time and randomness come in. */
export interface Clock {
  readonly now: () => Time;
  readonly newId: () => string;
}
