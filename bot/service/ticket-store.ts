import type { Agent, Channel } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Ticket } from '../domain/outcome.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { Time } from '../domain/time.ts';
import type { AuditEntry } from './audit.ts';

/*
 * What the service asks of the store for tickets and for the mails that belong to them. A mail is saved in the transaction of
 * what it tells of, and sent afterwards: the outbox is a table, and a crash forgets none.
 */

export interface StoredTicket extends Omit<Ticket, 'remindAt'>, TicketState {
  readonly channel: Channel;
  readonly language: Language;
  /** 1 when it is made, one more with each change. */
  readonly version: number;
}

/** `todo`: not done; `mine` and `due` are not done either. */
export const ticketLists = ['todo', 'open', 'mine', 'due', 'answered', 'done', 'all'] as const;
export type TicketList = (typeof ticketLists)[number];

export interface TicketQuery {
  readonly list: TicketList;
  /** Whose are `mine`. */
  readonly agentId: string;
  readonly now: Time;
  /** In number, contact, question or the name of who sees to it, whatever the case of ASCII letters. */
  readonly search?: string;
  readonly limit: number;
}

export type TicketCounts = Readonly<Record<'todo' | 'open' | 'mine' | 'due' | 'answered', number>>;

/** What somebody did with a ticket, or noted beside it. */
export interface TicketEvent {
  readonly at: Time;
  readonly by: Agent;
  readonly kind: TicketEventKind;
  /** The note, the name of who it was given to, or the time (milliseconds) of the reminder. */
  readonly detail?: string;
}

export type TicketEventKind =
  'assigned' | 'unassigned' | 'mailed' | 'called' | 'other' | 'done' | 'reopened' | 'reminder' | 'note' | 'sent-again';

/** A mail as it is composed, before it is sent. */
export interface NewMail {
  /** Unique; the same for a mail that a page sends twice. */
  readonly id: string;
  readonly ticket: string;
  readonly kind: 'ticket' | 'answer';
  /** An address that was checked. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** With its brackets; the same at every try, so that a mail that is sent twice can be known. */
  readonly messageId: string;
  /** The Message-ID that it answers. */
  readonly inReplyTo?: string;
  readonly at: Time;
}

/** Why a mail was not delivered; see channels/mail/fault.ts. */
export type MailFault = 'mailbox' | 'refused' | 'unreachable' | 'sign-in' | 'encryption';

export interface StoredMail extends NewMail {
  readonly status: 'waiting' | 'sent' | 'failed';
  /** Failed tries so far. */
  readonly tries: number;
  /** When it is tried next, while it waits. */
  readonly dueAt?: Time;
  readonly sentAt?: Time;
  /** Of the last try that failed. */
  readonly fault?: MailFault;
  /** What the mail server said, at most 300 characters. */
  readonly said?: string;
}

export interface TicketChange {
  readonly number: string;
  /** The version that the change started from. */
  readonly version: number;
  readonly state: TicketState;
  readonly event: TicketEvent;
  readonly mail?: NewMail;
  /** The line of the audit log. */
  readonly audit: AuditEntry;
}

export interface TicketStore {
  /** Due ones first, the longest due on top, then the oldest; done ones last, the last done first. */
  tickets(query: TicketQuery): Promise<readonly StoredTicket[]>;
  ticketCounts(agentId: string, now: Time): Promise<TicketCounts>;
  ticket(number: string): Promise<StoredTicket | undefined>;
  /** Oldest first. */
  ticketEvents(number: string): Promise<readonly TicketEvent[]>;
  /** Oldest first. */
  ticketMails(number: string): Promise<readonly StoredMail[]>;
  /** Saves a change with its event, its mail and its line of the audit log in one transaction. `duplicate`: the mail was saved before. */
  changeTicket(change: TicketChange): Promise<'saved' | 'conflict' | 'duplicate'>;
  /** Not done. */
  openTickets(): Promise<number>;
  /** Not done, and due. */
  dueTickets(now: Time): Promise<number>;
}

export interface SendAgain {
  readonly ticket: string;
  readonly mail: string;
  readonly event: TicketEvent;
  readonly audit: AuditEntry;
}

export interface MailStore {
  /** Mails whose time has come, oldest first; each is kept from other takers until `until`. */
  takeMails(now: Time, until: Time, limit: number): Promise<readonly StoredMail[]>;
  mailSent(id: string, at: Time): Promise<void>;
  /** A try failed; the next is at `retryAt`; null gives up. */
  mailFailed(id: string, fault: MailFault, said: string, retryAt: Time | null): Promise<void>;
  /** Puts a mail of this ticket that was given up back into the outbox; false when the ticket has none such. */
  sendMailAgain(again: SendAgain): Promise<boolean>;
  mailCounts(): Promise<Readonly<Record<StoredMail['status'], number>>>;
}
