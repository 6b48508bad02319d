import { openQuestion } from '../conversation/open-question.ts';
import type { Agent, Channel, Conversation, Handoff, Resolution, Status, Unreachable } from '../domain/conversation.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import type { Time } from '../domain/time.ts';

/** A conversation as it stands in a list. */
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
  readonly openedAt: Time;
  readonly lastAt: Time;
  readonly closedAt?: Time;
  readonly outcome?: Resolution;
  /** It closed because the customer can be written to no more. */
  readonly unreachable?: Unreachable;
}

/** Why a person is needed; `title` is the question of the intent that asked for one, in the conversation's language. */
export interface DeskReason {
  readonly code: Handoff['reason'];
  readonly title?: string;
}

export function lineOf(conversation: Conversation, entries: ReadonlyMap<string, Entry>): DeskLine {
  const { thread, handoff, agent, unansweredAt, closedAt, outcome, unreachable } = conversation;
  const question = openQuestion(conversation);
  return {
    id: conversation.id,
    status: conversation.status,
    channel: thread.channel,
    language: conversation.language,
    openedAt: conversation.openedAt,
    lastAt: conversation.lastAt,
    ...(thread.customer.name !== undefined && { customer: thread.customer.name }),
    ...(handoff && { reason: reason(handoff, conversation.language, entries), queuedAt: handoff.queuedAt }),
    ...(question !== undefined && { question }),
    ...(agent && { agent }),
    ...(unansweredAt !== undefined && { unansweredAt }),
    ...(closedAt !== undefined && { closedAt }),
    ...(outcome !== undefined && { outcome }),
    ...(unreachable !== undefined && { unreachable }),
  };
}

/** Tells whether a conversation belongs among the open ones; a chat that was only opened is nobody's work. */
export function isOpenWork({ status, customerMessages }: Conversation): boolean {
  return status === 'waiting' || status === 'agent' || (status === 'bot' && customerMessages > 0);
}

/** How an entry is called in a language, or else in the first that it has; its id when it is gone. */
export function titleOf(id: string, language: Language, entries: ReadonlyMap<string, Entry>): string {
  const texts = entries.get(id)?.texts;
  return (texts?.[language] ?? texts?.it ?? texts?.en)?.question ?? id;
}

function reason({ reason: code, topic }: Handoff, language: Language, entries: ReadonlyMap<string, Entry>): DeskReason {
  return { code, ...(topic !== undefined && { title: titleOf(topic, language, entries) }) };
}
