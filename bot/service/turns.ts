import { isDeepStrictEqual } from 'node:util';

import { newConversation } from '../conversation/new-conversation.ts';
import { step } from '../conversation/step.ts';
import type { Agent, Conversation, Resolution, Thread, Unreachable } from '../domain/conversation.ts';
import type { Event } from '../domain/event.ts';
import type { Language } from '../domain/language.ts';
import type { Message } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import type { Outcome, Refusal, StepResult, Ticket } from '../domain/outcome.ts';
import type { UntimedEntry } from './audit.ts';
import { customerEvent, type CustomerEvent, type Incoming } from './incoming.ts';
import { createLanes, type InLane } from './lanes.ts';
import type { Clock, ConversationStore, Feed, Log, Meter, StoredThread, TurnRecord } from './ports.ts';
import type { NewMail } from './ticket-store.ts';

/*
 * One turn: load, step, commit in one transaction, and only then tell. Nobody holds a lock: a commit names the version that
 * it started from, and when another node was faster the thread is loaded and stepped again. Within this process the turns
 * of a thread follow one another in the order in which they came.
 */

export type AgentAct =
  | { readonly kind: 'claim' }
  /** A conversation that the bot holds. */
  | { readonly kind: 'take-over' }
  /**
   * `messageId` is the page's own name for the message: one that was taken before is not said twice. `entry`: the FAQ entry
   * whose answer this is.
   */
  | { readonly kind: 'say'; readonly text: string; readonly messageId?: string; readonly entry?: string }
  /** Whoever asks for it has made sure that `to` is an agent. */
  | { readonly kind: 'transfer'; readonly to: Agent }
  | { readonly kind: 'release' }
  /** The agent has been away from the desk for too long; it is the desk that says so. */
  | { readonly kind: 'agent-gone' }
  | { readonly kind: 'resolve'; readonly outcome: Resolution };

export type TurnResult =
  /** Saved; `messages` are all that the turn added, the customer's own first. */
  | { readonly kind: 'taken'; readonly conversation: Conversation; readonly messages: readonly Message[] }
  /** This activity was taken before; nothing was done. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown' };

export type { Incoming } from './incoming.ts';

export interface Turns {
  /** Takes what a customer's channel brings; `reference` is what the channel needs to send later. */
  receive(thread: Thread, incoming: Incoming, reference?: string): Promise<TurnResult>;
  /**
   * An agent's act on a conversation; `unknown` when there is none of that id. `entry` is saved with it; what changes nothing,
   * such as a message that was taken before, leaves no second one.
   */
  act(conversationId: string, agent: Agent, act: AgentAct, entry?: UntimedEntry): Promise<TurnResult>;
  /** A channel can no longer reach the customer of a thread: its conversation closes. */
  readonly lose: (threadId: string, reason: Unreachable) => Promise<TurnResult>;
  /** Steps every thread whose time has come; returns how many. */
  takeDue(): Promise<number>;
}

export interface TurnParts {
  readonly store: ConversationStore;
  readonly feed: Feed;
  readonly clock: Clock;
  /** The mind in force; asked anew for each turn. */
  readonly mind: () => Mind;
  readonly log: Log;
  readonly meter: Meter;
  /** The mail that tells the customer of a ticket; undefined when there is none to send. Default: none ever. */
  readonly ticketMail?: (ticket: Ticket, language: Language) => NewMail | undefined;
}

/** How often a turn is stepped again after conflicts before it is given up. */
const maxAttempts = 25;

/** How many due threads are stepped in one go. */
const dueBatch = 200;

/** Makes the one way in which conversations change. */
export function createTurns(given: TurnParts): Turns {
  const parts: Parts = { ...given, inLane: createLanes() };
  return {
    receive(thread, incoming, reference) {
      const event = customerEvent(incoming, parts.clock);
      const extra: Extra = {
        ...('origin' in event && { activityId: event.origin.activityId }),
        ...(incoming.kind === 'withdrawn' && { withdraws: { name: incoming.activityId, at: event.at } }),
        ...(reference !== undefined && { reference }),
      };
      return takeTurn(parts, thread.id, event, extra, async (stored) =>
        stored === undefined
          ? await firstConversation(parts, thread, event)
          : withCustomer(stored.conversation, thread),
      );
    },
    async act(conversationId, agent, act, entry) {
      const known = await parts.store.conversation(conversationId);
      if (known === undefined) return { kind: 'unknown' };
      const event = agentEvent(act, agent, parts.clock);
      const audit = entry && { audit: { ...entry, at: event.at } };
      return takeTurn(parts, known.thread.id, event, { ...agentExtra(act, agent), ...audit }, async (stored) =>
        stored?.conversation.id === conversationId ? stored.conversation : undefined,
      );
    },
    lose(threadId, reason) {
      const event: Event = { kind: 'unreachable', id: parts.clock.newId(), at: parts.clock.now(), reason };
      return takeTurn(parts, threadId, event, {}, async (stored) => stored?.conversation);
    },
    async takeDue() {
      const at = parts.clock.now();
      const threadIds = await parts.store.due(at, dueBatch);
      for (const threadId of threadIds) await takeDueTurn(parts, threadId);
      return threadIds.length;
    },
  };
}

type Parts = TurnParts & { readonly inLane: InLane };

/** Which conversation a turn steps; undefined when the thread has gone on to another one since. */
type ConversationOf = (stored: StoredThread | undefined) => Promise<Conversation | undefined>;

type Extra = Pick<TurnRecord, 'activityId' | 'reference' | 'mail' | 'withdraws' | 'audit'>;

function takeTurn(
  parts: Parts,
  threadId: string,
  event: Event,
  extra: Extra,
  conversationOf: ConversationOf,
): Promise<TurnResult> {
  return parts.inLane(threadId, () => attemptTurn(parts, threadId, event, extra, conversationOf));
}

async function attemptTurn(
  parts: TurnParts,
  threadId: string,
  event: Event,
  extra: Extra,
  conversationOf: ConversationOf,
): Promise<TurnResult> {
  const { store, feed, clock, log, meter } = parts;
  const startedAt = clock.now();
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const stored = await store.load(threadId);
    const before = await conversationOf(stored);
    if (before === undefined) return { kind: 'refused', refusal: { code: 'closed' } };
    const result = stepOrHandOver(parts, before, event);
    if ('refusal' in result) return { kind: 'refused', refusal: result.refusal };
    const nothing = result.conversation === before && result.messages.length === 0 && extra.withdraws === undefined;
    if (stored !== undefined && nothing) {
      return { kind: 'taken', conversation: before, messages: [] };
    }
    const record = turnRecord(threadId, stored, result, { ...extra, ...mailOf(parts, result) });
    const commit = await store.commit(record);
    if (commit === 'duplicate') return { kind: 'duplicate' };
    if (commit === 'saved') {
      const lastSeq = (stored?.lastSeq ?? 0) + record.messages.length;
      const { conversation } = result;
      feed.publish({ threadId, conversationId: conversation.id, lastSeq, status: conversation.status });
      meter.turn(event.kind, result, clock.now() - startedAt);
      return { kind: 'taken', conversation, messages: record.messages };
    }
    log('info', 'turn-conflict', { threadId, attempt });
  }
  throw new Error(`The turn on thread ${threadId} met a newer one ${maxAttempts} times; try again in a moment.`);
}

/** A customer who signs in at the shop while the conversation goes on is known from then on. */
function withCustomer(conversation: Conversation, { customer }: Thread): Conversation {
  const { thread } = conversation;
  if (customer.verified !== true || isDeepStrictEqual(customer, thread.customer)) return conversation;
  return { ...conversation, thread: { ...thread, customer } };
}

/** A customer who was asked for a rating on another thread is not asked again so soon. */
async function firstConversation({ store }: TurnParts, thread: Thread, event: CustomerEvent): Promise<Conversation> {
  const ratingAskedAt = await store.ratingAskedAt(thread.channel, thread.customer.id);
  return { ...newConversation(thread, event), ...(ratingAskedAt !== undefined && { ratingAskedAt }) };
}

async function takeDueTurn(parts: Parts, threadId: string): Promise<void> {
  const event: Event = { kind: 'due', id: parts.clock.newId(), at: parts.clock.now() };
  try {
    await takeTurn(parts, threadId, event, {}, async (newest) => newest?.conversation);
  } catch (error) {
    parts.log('error', 'due-turn-failed', { threadId, error: String(error) });
  }
}

/** A fault in understanding or stepping a customer's message must not silence the chat: a person takes over. */
function stepOrHandOver(parts: TurnParts, conversation: Conversation, event: Event): StepResult {
  const mind = parts.mind();
  if (event.kind !== 'message') return step(conversation, event, mind);
  try {
    return step(conversation, event, mind);
  } catch (error) {
    const facts = { threadId: conversation.thread.id, eventId: event.id, error: faultOf(error) };
    parts.log('error', 'step-failed', facts);
    const failed: Event = { kind: 'failed', id: event.id, at: event.at, message: event };
    return step(conversation, failed, mind);
  }
}

/** Name and place of a fault; its message may quote the customer, so it stays out of the log. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...places.slice(0, 5).map((line) => line.trim())].join(' ');
}

function mailOf({ ticketMail }: TurnParts, { ticket, conversation }: Outcome): Extra {
  const mail = ticket && ticketMail?.(ticket, conversation.language);
  return mail === undefined ? {} : { mail };
}

function turnRecord(threadId: string, stored: StoredThread | undefined, outcome: Outcome, extra: Extra): TurnRecord {
  const firstSeq = (stored?.lastSeq ?? 0) + 1;
  const { conversation } = outcome;
  return {
    expectedVersion: stored?.version ?? 0,
    conversation,
    messages: outcome.messages.map((draft, index) => ({
      ...draft,
      seq: firstSeq + index,
      threadId,
      conversationId: conversation.id,
    })),
    ...extra,
    ...(outcome.rating && { rating: outcome.rating }),
    ...(outcome.ticket && { ticket: outcome.ticket }),
  };
}

function agentExtra(act: AgentAct, agent: Agent): Extra {
  return act.kind === 'say' && act.messageId !== undefined ? { activityId: `agent.${agent.id}.${act.messageId}` } : {};
}

function agentEvent(act: AgentAct, agent: Agent, clock: Clock): Event {
  const base = { id: clock.newId(), at: clock.now(), agent };
  switch (act.kind) {
    case 'say':
      return {
        ...base,
        kind: 'agent-message',
        text: act.text,
        ...(act.entry !== undefined && { entry: act.entry }),
      };
    case 'transfer':
      return { ...base, kind: 'transfer', to: act.to };
    case 'resolve':
      return { ...base, kind: 'resolve', outcome: act.outcome };
    case 'claim':
    case 'take-over':
    case 'release':
    case 'agent-gone':
      return { ...base, kind: act.kind };
  }
}
