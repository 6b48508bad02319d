import { linkList } from '../conversation/answer.ts';
import { openQuestion } from '../conversation/open-question.ts';
import { phrasing } from '../conversation/phrasing.ts';
import { plainWords } from '../conversation/plain-words.ts';
import type { Agent, Conversation } from '../domain/conversation.ts';
import type { SavedReply } from '../domain/knowledge.ts';
import type { Message } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import { dateIn, type Time } from '../domain/time.ts';

/*
 * What an agent may send with one key. Answers of the FAQ are found as the bot finds them, by what the agent types, or else by
 * what the customer last said at length to the agent, or else by what was asked of the bot, and are offered whatever their confidence: the agent decides. Saved replies are ranked by the words that
 * they share with the same text; without any in common they come in the editor's order.
 */

export interface Suggestions {
  /** Best first, five at most. */
  readonly answers: readonly SuggestedAnswer[];
  /** Best first, eight at most. */
  readonly replies: readonly SuggestedReply[];
}

export interface SuggestedAnswer {
  readonly entry: string;
  readonly title: string;
  /** 0..1 */
  readonly confidence: number;
  /** In Markdown, in the conversation's language, its links below. */
  readonly answer: string;
}

export interface SuggestedReply {
  readonly id: string;
  readonly title: string;
  /** Plain text with its values filled in. */
  readonly text: string;
  /** Names in braces that are still in the text: nothing is known to fill them with. */
  readonly missing: readonly string[];
}

export interface SuggestParts {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly agent: Agent;
  /** What the agent has typed; empty = what the customer asked. */
  readonly text: string;
  /** The number of the last ticket on the thread. */
  readonly ticket: string | undefined;
  readonly mind: Mind;
  readonly replies: readonly SavedReply[];
  readonly at: Time;
}

const mostAnswers = 5;
/** 0..1; what is less likely only fills the list. */
const worthShowing = 0.05;
const mostReplies = 8;

export function suggest(parts: SuggestParts): Suggestions {
  const { conversation, messages } = parts;
  const asked = saidToAgent(conversation, messages) ?? openQuestion(conversation) ?? lastOf(messages)?.text ?? '';
  const text = parts.text.trim() === '' ? asked : parts.text;
  return { answers: answers(text, parts), replies: ranked(text, parts) };
}

/** An order number or a thank-you asks nothing: what was asked before stays. */
const fewestWords = 3;

/** What the customer last said, in three words or more, since the bot is silent. */
function saidToAgent({ status }: Conversation, messages: readonly Message[]): string | undefined {
  if (status !== 'agent') return undefined;
  const said = messages.slice(messages.findLastIndex(({ author }) => author === 'bot') + 1);
  return lastOf(said.filter(({ text }) => plainWords(text).split(' ').length >= fewestWords))?.text;
}

function lastOf(messages: readonly Message[]): Message | undefined {
  return messages.findLast(({ author }) => author === 'customer');
}

function answers(text: string, { conversation, mind, at }: SuggestParts): readonly SuggestedAnswer[] {
  if (text.trim() === '') return [];
  const { language, thread } = conversation;
  const context = { language, channel: thread.channel, date: dateIn(mind.hours.zone, at) };
  const { matches } = mind.understand(text, context);
  const found = matches.flatMap(({ id, confidence }) => {
    const entry = mind.entries.get(id);
    return entry?.kind === 'faq' && confidence >= worthShowing ? [{ entry, confidence }] : [];
  });
  return found.slice(0, mostAnswers).map(({ entry, confidence }) => {
    const { question, answers: variants } = phrasing(entry, language);
    const answer = `${(variants[0] ?? '').trim()}\n\n${linkList(entry, language)}`.trim();
    return { entry: entry.id, title: question, confidence, answer };
  });
}

function ranked(text: string, parts: SuggestParts): readonly SuggestedReply[] {
  const { language } = parts.conversation;
  const wanted = [...new Set(plainWords(text).split(' '))].filter((word) => word.length >= 3);
  const scored = parts.replies.map((reply) => {
    const own = reply.texts[language];
    return { id: reply.id, own, score: 2 * shared(wanted, own.title) + shared(wanted, own.text) };
  });
  // toSorted is stable: equal ones stay in the editor's order.
  const best = scored.toSorted((one, other) => other.score - one.score).slice(0, mostReplies);
  return best.map(({ id, own }) => ({ id, title: own.title, ...filled(own.text, parts) }));
}

/** How many of the words, or their beginnings as one types, a text has. */
function shared(wanted: readonly string[], text: string): number {
  const there = plainWords(text).split(' ');
  return wanted.filter((word) => there.some((each) => each.startsWith(word))).length;
}

function filled(text: string, parts: SuggestParts): Pick<SuggestedReply, 'text' | 'missing'> {
  const values = valuesOf(parts);
  const missing = new Set<string>();
  // A customer without a name is greeted without one: the space before goes with it.
  const named = values.customer === undefined ? text.replaceAll(/ ?\{customer\}/g, '') : text;
  const whole = named.replaceAll(/\{(\w+)\}/g, (mark, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as keyof typeof values] : undefined;
    if (value === undefined) missing.add(name);
    return value ?? mark;
  });
  return { text: whole.trim(), missing: [...missing] };
}

function valuesOf({ conversation, messages, agent, ticket, mind }: SuggestParts) {
  return {
    customer: conversation.thread.customer.name,
    agent: agent.name,
    shop: mind.shopName,
    ticket,
    order: messages
      .filter(({ author }) => author === 'customer')
      .findLast(orderIn)
      ?.text.match(order)?.[0],
  };
}

/** Five digits or more, with the letters that shops put before them: BA-123456. */
const order = /\b(?:[A-Z]{1,4}-?)?\d{5,12}\b/i;

function orderIn({ text }: Message): boolean {
  return order.test(text);
}
