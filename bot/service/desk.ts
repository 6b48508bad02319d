import type { Agent } from '../domain/conversation.ts';
import type { SavedReply } from '../domain/knowledge.ts';
import type { Mind } from '../domain/mind.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Time } from '../domain/time.ts';
import type { AccountStore } from './account-store.ts';
import type { UntimedEntry } from './audit.ts';
import type { CaseStore } from './case-store.ts';
import { caseOf, type DeskConversation } from './desk-case.ts';
import { isOpenWork, lineOf, type DeskLine } from './desk-line.ts';
import { inDeskOrder } from './desk-order.ts';
import { isAgent, peopleOf, type DeskPerson } from './desk-people.ts';
import { createExplainer } from './explained.ts';
import type { Clock, ConversationStore, DeskStore, Feed } from './ports.ts';
import type { Presence } from './presence.ts';
import { suggest, type Suggestions } from './suggestions.ts';
import type { TicketStore } from './ticket-store.ts';
import type { AgentAct, TurnResult, Turns } from './turns.ts';

/*
 * What agents see and do. Everybody at the desk sees the same: whose a conversation is decides who may act, and that is
 * the conversation's own rule, asked through the turns. An act is saved with its line of the audit log, or not at all.
 */

/** What every page shows beside the conversations. */
export interface DeskPulse {
  /** Tickets that nobody has done yet. */
  readonly openTickets: number;
  /** Those among them that somebody should look at now. */
  readonly dueTickets: number;
  /** Who answers customers, by name. */
  readonly people: readonly DeskPerson[];
}

export interface DeskQueue extends DeskPulse {
  /** The server's time: pages count the waiting from it, whatever their own clock says. */
  readonly now: Time;
  /** In the order of desk-order.ts: those that wait, longest first, those that agents hold, those that the bot holds. */
  readonly lines: readonly DeskLine[];
}

export interface ClosedPage {
  readonly lines: readonly DeskLine[];
  /** Where the next page begins; absent on the last. */
  readonly next?: number;
}

/** What a colleague wrote, under the page's own name for it. */
export interface NewNote {
  readonly id: string;
  readonly text: string;
}

/** To whom, by id. */
export interface Transfer {
  readonly to: string;
  readonly note?: NewNote | undefined;
}

export interface Desk {
  queue(): Promise<DeskQueue>;
  /** Those of the ids that are open; the others are closed, or nobody has written in them. */
  lines(ids: readonly string[]): Promise<readonly DeskLine[]>;
  pulse(): Promise<DeskPulse>;
  conversation(id: string): Promise<DeskConversation | undefined>;
  act(conversationId: string, agent: Agent, act: AgentAct, entry: UntimedEntry): Promise<TurnResult>;
  /** Passes it to a colleague; a note of what that one should know is kept first. `no-agent`: there is no such colleague. */
  transfer(id: string, agent: Agent, to: Transfer, entry: UntimedEntry): Promise<TurnResult | 'no-agent'>;
  /** Whoever sits at the desk may note something, whatever the state; false when there is no such conversation. */
  note(conversationId: string, agent: Agent, note: NewNote, entry: UntimedEntry): Promise<boolean>;
  /** Shows the customer that the agent writes; nothing of it is kept. The refusal when the agent does not hold it. */
  typing(conversationId: string, agent: Agent): Promise<Refusal | 'shown' | 'unknown'>;
  /** Closed conversations that have all the words of `text`, the last closed first; `before` is the `next` of a page. */
  closed(text: string, before?: number): Promise<ClosedPage>;
  /** Answers and saved replies for what the agent writes, or else for what the customer asked. */
  suggestions(conversationId: string, agent: Agent, text: string): Promise<Suggestions | undefined>;
}

export interface DeskParts {
  readonly store: DeskStore &
    CaseStore &
    Pick<TicketStore, 'openTickets' | 'dueTickets'> &
    Pick<ConversationStore, 'conversation' | 'transcript'> &
    Pick<AccountStore, 'accounts'>;
  readonly turns: Pick<Turns, 'act'>;
  readonly feed: Pick<Feed, 'signal'>;
  readonly presence: Pick<Presence, 'of'>;
  readonly clock: Clock;
  /** What the bot thinks with now, for the names of topics and for why it did what it did; asked anew each time. */
  readonly mind: () => Mind;
  /** The saved replies of the knowledge in force. */
  readonly replies: () => readonly SavedReply[];
}

/** Conversations on a page of closed ones. */
const pageSize = 30;

/** Makes the desk on a store. */
export function createDesk({ store, turns, feed, presence, clock, mind, replies }: DeskParts): Desk {
  const explain = createExplainer();
  const desk: Desk = {
    async queue() {
      const [open, pulse] = await Promise.all([store.open(), desk.pulse()]);
      const { entries } = mind();
      const lines = open.map((conversation) => lineOf(conversation, entries)).sort(inDeskOrder);
      return { now: clock.now(), lines, ...pulse };
    },
    async lines(ids) {
      const { entries } = mind();
      const found = await store.conversations(ids);
      return found.filter(isOpenWork).map((conversation) => lineOf(conversation, entries));
    },
    async pulse() {
      const [openTickets, dueTickets, accounts] = await Promise.all([
        store.openTickets(),
        store.dueTickets(clock.now()),
        store.accounts(),
      ]);
      return { openTickets, dueTickets, people: peopleOf(accounts, presence) };
    },
    async conversation(id) {
      const conversation = await store.conversation(id);
      if (conversation === undefined) return undefined;
      const [questions, messages] = await Promise.all([explain(conversation, mind()), store.transcript(id)]);
      return caseOf({ conversation, messages, questions, store, mind: mind(), now: clock.now() });
    },
    act: (conversationId, agent, act, entry) => turns.act(conversationId, agent, act, entry),
    async transfer(conversationId, agent, { to, note }, entry) {
      const account = (await store.accounts()).find(({ id }) => id === to);
      if (account === undefined || !isAgent(account)) return 'no-agent';
      const noted = note === undefined || (await desk.note(conversationId, agent, note, noteEntry(entry)));
      if (!noted) return { kind: 'unknown' };
      return turns.act(conversationId, agent, { kind: 'transfer', to: { id: account.id, name: account.name } }, entry);
    },
    async note(conversationId, agent, note, entry) {
      if ((await store.conversation(conversationId)) === undefined) return false;
      const at = clock.now();
      await store.addNote(conversationId, { ...note, agent, at }, { ...entry, at });
      feed.signal({ kind: 'noted', conversationId });
      return true;
    },
    async typing(conversationId, agent) {
      const conversation = await store.conversation(conversationId);
      if (conversation === undefined) return 'unknown';
      const { status, agent: holder, claimedAt, lastAt, thread } = conversation;
      if (status === 'closed') return { code: 'closed' };
      if (status !== 'agent' || holder === undefined) return { code: 'not-yours' };
      if (holder.id !== agent.id) return { code: 'not-yours', by: holder, since: claimedAt ?? lastAt };
      feed.signal({ kind: 'agent-typing', threadId: thread.id, conversationId, agent });
      return 'shown';
    },
    async closed(text, before) {
      const words = text.split(/\s+/).filter((word) => word !== '');
      const found = await store.closed({ words, limit: pageSize + 1, ...(before !== undefined && { before }) });
      const page = found.slice(0, pageSize);
      const { entries } = mind();
      const next = found.length > pageSize ? page.at(-1)?.number : undefined;
      return {
        lines: page.map(({ conversation }) => lineOf(conversation, entries)),
        ...(next !== undefined && { next }),
      };
    },
    async suggestions(conversationId, agent, text) {
      const conversation = await store.conversation(conversationId);
      if (conversation === undefined) return undefined;
      const [ticket, messages] = await Promise.all([
        store.lastTicket(conversation.thread.id),
        store.transcript(conversationId),
      ]);
      const at = clock.now();
      return suggest({ conversation, messages, agent, text, ticket, mind: mind(), replies: replies(), at });
    },
  };
  return desk;
}

/** The note of a transfer is an act of its own: it stays, also when the transfer is refused. */
function noteEntry(entry: UntimedEntry): UntimedEntry {
  return { ...entry, act: 'conversations.note' };
}
