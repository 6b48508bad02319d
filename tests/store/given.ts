import type { Channel, Conversation } from '../../bot/domain/conversation.ts';
import type { Message } from '../../bot/domain/message.ts';
import type { Ticket } from '../../bot/domain/outcome.ts';
import type { RatingRequest } from '../../bot/domain/rating.ts';
import { alwaysOpen } from '../../bot/domain/hours.ts';
import type { Figures } from '../../bot/domain/figures.ts';
import type { Satisfaction } from '../../bot/domain/satisfaction.ts';
import type { Account, NewInvitation, NewSession } from '../../bot/service/account-store.ts';
import type { AuditEntry } from '../../bot/service/audit.ts';
import type { Store, TurnRecord } from '../../bot/service/ports.ts';
import type { NewMail } from '../../bot/service/ticket-store.ts';

/** A conversation of thread `t1`, fresh, with what is given changed. */
export function aConversation(
  given: Partial<Conversation> & { threadId?: string; channel?: Channel } = {},
): Conversation {
  const { threadId = 't1', channel = 'webchat', ...changes } = given;
  return {
    id: `${threadId}-c1`,
    thread: { id: threadId, channel, customer: { id: `customer-of-${threadId}` }, language: 'it' },
    language: 'it',
    status: 'bot',
    pending: { kind: 'none' },
    openedAt: 1_000,
    lastAt: 1_000,
    disclosed: true,
    customerMessages: 1,
    misses: 0,
    unhelpful: 0,
    answered: [],
    questions: [],
    hadAgent: false,
    ...changes,
  };
}

export function aMessage(conversation: Conversation, seq: number, given: Partial<Message> = {}): Message {
  return {
    seq,
    threadId: conversation.thread.id,
    conversationId: conversation.id,
    author: 'bot',
    text: `message ${seq}`,
    language: 'it',
    at: conversation.lastAt,
    ...given,
  };
}

/** The first turn of a conversation's thread, with nothing said. */
export function aTurn(conversation: Conversation, given: Partial<TurnRecord> = {}): TurnRecord {
  return { expectedVersion: 0, conversation, messages: [], ...given };
}

export function anAccount(given: Partial<Account> = {}): Account {
  return { id: 'a1', login: 'anna', name: 'Anna', passwordHash: 'hash', disabled: false, roles: ['agent'], ...given };
}

/** The ticket of a thread's first conversation. */
export function aTicket(thread: string, at: number, remindAt = at + 1_000): Ticket {
  return {
    number: `261121-${thread}`,
    conversationId: `${thread}-c1`,
    contact: `${thread}@example.it`,
    question: 'dov’è?',
    at,
    remindAt,
  };
}

/** A mail of that ticket. */
export function aMail(thread: string, given: Partial<NewMail> = {}): NewMail {
  return {
    id: `m-${thread}`,
    ticket: `261121-${thread}`,
    kind: 'ticket',
    to: `${thread}@example.it`,
    subject: 's',
    text: 't\n',
    messageId: `<m-${thread}@example.it>`,
    at: 10,
    ...given,
  };
}

/** A line of the audit log, for acts of which it is not the point. */
export function anEntry(act = 'act'): AuditEntry {
  return { at: 1, actor: { name: 'Admin' }, act };
}

/** A session of `a1` that ends at the given time. */
export function aSession(tokenHash: string, expiresAt: number, given: Partial<NewSession> = {}): NewSession {
  return { tokenHash, accountId: 'a1', openedAt: 0, expiresAt, address: '10.0.0.x', browser: 'Firefox', ...given };
}

/** A link that opens an account, good until 1000. */
export function aLink(tokenHash: string, given: Partial<NewInvitation> = {}): NewInvitation {
  return { tokenHash, expiresAt: 1_000, opens: { kind: 'account', roles: ['agent'] }, ...given };
}

export function aRequest(conversation: Conversation, given: Partial<RatingRequest> = {}): RatingRequest {
  return {
    conversationId: conversation.id,
    scale: 'csat-5',
    askedAt: conversation.lastAt,
    handledBy: 'bot',
    entries: ['delivery-time'],
    revision: '0123456789ab',
    channel: conversation.thread.channel,
    language: conversation.language,
    ...given,
  };
}

/** Saves the turns one after the other and returns what became of each. */
export async function saved(store: Store, ...turns: readonly TurnRecord[]): Promise<string[]> {
  const results: string[] = [];
  for (const turn of turns) results.push(await store.commit(turn));
  return results;
}

/** Tells whether an activity of a thread was taken: a second commit of it is a duplicate, and one of a version far ahead saves nothing. */
export async function wasTaken(store: Store, threadId: string, activityId: string): Promise<boolean> {
  const again = aTurn(aConversation({ threadId }), { expectedVersion: 1_000_000, activityId });
  return (await store.commit(again)) === 'duplicate';
}

/** The figures of what was opened and asked at or after `from` and before `to`, without the days and hours of the period. */
export async function figures(store: Store, from: number, to: number): Promise<Figures> {
  return store.figures({ period: { from, to }, hours: { ...alwaysOpen, zone: 'UTC' } });
}

/** All ratings that there are, by scale; a test's clock may be ahead of this machine's. */
export async function ratings(store: Store): Promise<readonly Satisfaction[]> {
  return (await figures(store, 0, Math.max(Date.now(), Date.parse('2027-01-01')))).now.satisfaction;
}
