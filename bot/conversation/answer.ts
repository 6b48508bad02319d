import type { Entry } from '../domain/knowledge.ts';
import type { Language } from '../domain/language.ts';
import { awaited, entryChoices, fixedChoices, offer } from './choices.ts';
import { escapeMarkdown } from './fill.ts';
import { noteForAgent } from './handoff.ts';
import { phrasing } from './phrasing.ts';
import { repeatContact } from './ticket.ts';
import { change, say, wording, type Turn } from './turn.ts';

/** An entry that is to be answered, with the confidence (0..1) that it is meant; 1 when the customer chose it. */
export interface Meant {
  readonly entry: Entry;
  readonly confidence: number;
}

/** Gives the answer of an FAQ entry and asks, in the same message, whether it helped; never the same answer twice in a row. */
export function answer(turn: Turn, meant: Meant): Turn {
  if (turn.conversation.lastAnswer === meant.entry.id) return repeated(turn);
  return sayAnswer(given(turn, meant), answerNow(turn, meant.entry), meant);
}

/** Gives the answers to a message that asked several things, a message each, and asks with the last whether it helped. */
export function answerAll(turn: Turn, meant: readonly Meant[]): Turn {
  const before = turn.conversation.lastAnswer;
  const fresh = meant.filter(({ entry }) => entry.id !== before);
  const last = fresh.at(-1);
  if (last === undefined) return repeated(turn);
  const first = fresh
    .slice(0, -1)
    .reduce((now, each) => say(given(now, each), answerNow(now, each.entry), extras(now, each)), turn);
  return answer(first, last);
}

/** Writes down that an answer is given. */
function given(turn: Turn, { entry: { id }, confidence }: Meant): Turn {
  const { conversation, mind, at } = turn;
  const answered = [...conversation.answered, { entry: id, confidence, revision: mind.revision, at }].slice(-50);
  return change(turn, { lastAnswer: id, answered });
}

/** The answer, another variant each time that it is given. */
function answerNow(turn: Turn, entry: Entry): string {
  return answerText(turn, entry, turn.conversation.answered.filter(({ entry: id }) => id === entry.id).length);
}

/**
 * Answers small talk: no question whether it helped, no part in a rating, and what the bot awaits stays awaited. The
 * customer's messages so far choose the variant, and two in a row differ.
 */
export function chat(turn: Turn, meant: Meant): Turn {
  const { entry } = meant;
  const { conversation } = turn;
  const variant = nextVariant(turn, entry);
  if (variant === undefined) return repeated(turn);
  const text = answerText(turn, entry, variant);
  const related = relatedChoices(turn, entry);
  const next = change(turn, { lastAnswer: entry.id, lastVariant: variant });
  if (awaited(conversation) === 'waiting') return sayWaiting(next, text, meant);
  if (conversation.pending.kind !== 'none' || related.length === 0) return say(next, text, extras(turn, meant));
  return offer(next, 'related', text, related);
}

/** Answers a courtesy after the end: nothing is offered, and what is awaited stays awaited. */
export function courtesy(turn: Turn, meant: Meant): Turn {
  const { entry } = meant;
  const variant = nextVariant(turn, entry);
  if (variant === undefined) return say(turn, wording(turn).goodbye);
  const next = change(turn, { lastAnswer: entry.id, lastVariant: variant });
  return say(next, answerText(turn, entry, variant), extras(turn, meant));
}

/** Undefined when the only one was given last. */
function nextVariant({ conversation }: Turn, entry: Entry): number | undefined {
  const { lastAnswer, lastVariant, customerMessages, language } = conversation;
  const { length } = phrasing(entry, language).answers;
  const next = (customerMessages - 1) % length;
  if (lastAnswer !== entry.id) return next;
  return length === 1 ? undefined : next === lastVariant ? (next + 1) % length : next;
}

function sayAnswer(turn: Turn, text: string, meant: Meant): Turn {
  const { status } = turn.conversation;
  if (status === 'waiting') return sayWaiting(turn, text, meant);
  const choices = [...fixedChoices(turn, 'yes', 'no'), ...relatedChoices(turn, meant.entry)];
  return offer(turn, 'solved', `${text}\n\n${wording(turn).solved.ask}`, choices, extras(turn, meant));
}

/** Who waits keeps the button that ends the waiting. */
function sayWaiting(turn: Turn, text: string, meant: Meant): Turn {
  const choices = [...relatedChoices(turn, meant.entry), ...fixedChoices(turn, 'cancel')];
  return offer(turn, 'waiting', text, choices, extras(turn, meant));
}

/** What the bot says instead of an answer that it has just given. */
function repeated(turn: Turn): Turn {
  const { status, pending } = turn.conversation;
  if (pending.kind === 'contact') return repeatContact(turn);
  if (status === 'waiting') return noteForAgent(turn);
  return offer(turn, 'person', wording(turn).repeated, fixedChoices(turn, 'person', 'no'));
}

function answerText(turn: Turn, entry: Entry, times: number): string {
  const { language } = turn.conversation;
  const { answers } = phrasing(entry, language);
  const text = (answers[times % answers.length] ?? '').trim();
  return entry.links.length === 0 ? text : `${text}\n\n${wording(turn).links}\n${linkList(entry, language)}`;
}

/** An entry's links as a list in Markdown; empty without any. */
export function linkList(entry: Entry, language: Language): string {
  const url = (each: string) => each.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
  return entry.links.map((link) => `- [${escapeMarkdown(link.label[language])}](${url(link.url)})`).join('\n');
}

/** What is answered in this very turn is not offered as well. */
function relatedChoices(turn: Turn, entry: Entry) {
  const now = turn.messages.map((message) => message.answer?.entry);
  return entryChoices(
    turn,
    entry.related.filter((id) => !now.includes(id)),
  ).slice(0, 3);
}

function extras({ mind }: Turn, { entry, confidence }: Meant) {
  return { answer: { entry: entry.id, confidence, revision: mind.revision } };
}
