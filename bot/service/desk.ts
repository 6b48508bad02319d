import { openQuestion } from '../conversation/open-question.ts';
import type { Agent, Channel, Conversation, Handoff, Solved, Status } from '../domain/conversation.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Message } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import type { Time } from '../domain/time.ts';
import { createExplainer, type ExplainedQuestion } from './explained.ts';
import type { Clock, ConversationStore, DeskStore, StoredTicket } from './ports.ts';
import type { AgentAct, TurnResult, Turns } from './turns.ts';

/*
 * What agents see and do. Everybody at the desk sees the same: whose a conversation is decides who may act, and that is
 * the conversation's own rule, asked through the turns.
 */

/** A line of the queue. */
export interface DeskLine {
  readonly id: string;
  readonly status: Status;
  readonly channel: Channel;
  readonly language: Language;
  /** As the channel names the customer. */
  readonly customer?: string;
  readonly reason?: DeskReason;
  /** What the customer wants a person for. */
  readonly question?: string;
  /** Since when the customer waits for a person; kept when a claim is released. */
  readonly queuedAt?: Time;
  /** Who holds it. */
  readonly agent?: Agent;
  /** The oldest message that the agent has not answered. */
  readonly unansweredAt?: Time;
  readonly lastAt: Time;
}

/** Why a person is needed; `title` is the question of the intent that asked for one, in the conversation's language. */
export interface DeskReason {
  readonly code: Handoff['reason'];
  readonly title?: string;
}

export interface DeskQueue {
  /** The server's time: pages count the waiting from it, whatever their own clock says. */
  readonly now: Time;
  /** Those that wait, longest first, then those that agents hold. */
  readonly lines: readonly DeskLine[];
  /** Tickets that nobody has done yet. */
  readonly openTickets: number;
}

export interface DeskConversation extends DeskLine {
  readonly now: Time;
  readonly openedAt: Time;
  readonly closedAt?: Time;
  readonly solved?: Solved;
  /** Oldest first. */
  readonly questions: readonly ExplainedQuestion[];
  readonly messages: readonly Message[];
}

export interface Desk {
  queue(): Promise<DeskQueue>;
  conversation(id: string): Promise<DeskConversation | undefined>;
  act(conversationId: string, agent: Agent, act: AgentAct): Promise<TurnResult>;
  /** Those to be done first, the oldest of them at the top; then those that are done, newest first. */
  tickets(): Promise<readonly StoredTicket[]>;
  /** False when there is no such ticket, or it was done before. */
  ticketDone(number: string, agent: Agent): Promise<boolean>;
}

export interface DeskParts {
  readonly store: DeskStore & Pick<ConversationStore, 'conversation' | 'transcript'>;
  readonly turns: Pick<Turns, 'act'>;
  readonly clock: Clock;
  /** What the bot thinks with now, for the names of topics and for why it did what it did; asked anew each time. */
  readonly mind: () => Mind;
}

/** Makes the desk on a store. */
export function createDesk({ store, turns, clock, mind }: DeskParts): Desk {
  const explain = createExplainer();
  return {
    async queue() {
      const [open, openTickets] = await Promise.all([store.open(), store.openTickets()]);
      return {
        now: clock.now(),
        lines: open.map((conversation) => line(conversation, mind().entries)),
        openTickets,
      };
    },
    async conversation(id) {
      const conversation = await store.conversation(id);
      if (conversation === undefined) return undefined;
      return {
        ...line(conversation, mind().entries),
        now: clock.now(),
        openedAt: conversation.openedAt,
        ...(conversation.closedAt !== undefined && { closedAt: conversation.closedAt }),
        ...(conversation.solved !== undefined && { solved: conversation.solved }),
        questions: await explain(conversation, mind()),
        messages: await store.transcript(id),
      };
    },
    act: (conversationId, agent, act) => turns.act(conversationId, agent, act),
    tickets: () => store.tickets(),
    ticketDone: (number, agent) => store.ticketDone(number, agent, clock.now()),
  };
}

function line(conversation: Conversation, entries: ReadonlyMap<string, Entry>): DeskLine {
  const { thread, handoff, agent, unansweredAt } = conversation;
  const question = openQuestion(conversation);
  return {
    id: conversation.id,
    status: conversation.status,
    channel: thread.channel,
    language: conversation.language,
    lastAt: conversation.lastAt,
    ...(thread.customer.name !== undefined && { customer: thread.customer.name }),
    ...(handoff && { reason: reason(handoff, conversation.language, entries), queuedAt: handoff.queuedAt }),
    ...(question !== undefined && { question }),
    ...(agent && { agent }),
    ...(unansweredAt !== undefined && { unansweredAt }),
  };
}

function reason(handoff: Handoff, language: Language, entries: ReadonlyMap<string, Entry>): DeskReason {
  const texts = handoff.topic === undefined ? undefined : entries.get(handoff.topic)?.texts;
  const title = (texts?.[language] ?? texts?.it ?? texts?.en)?.question ?? handoff.topic;
  return { code: handoff.reason, ...(title !== undefined && { title }) };
}
