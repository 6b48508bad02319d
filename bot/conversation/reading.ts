import type { MessageEvent } from '../domain/event.ts';
import { knownIntents, type Entry } from '../domain/knowledge.ts';
import { dateIn } from '../domain/time.ts';
import type { Understanding } from '../domain/understanding.ts';
import { choiceWritten, chosenEntry, fixedChoices, isNamed } from './choices.ts';
import { contactIn, wordsBeside } from './contact.ts';
import { wording, type Turn } from './turn.ts';

/** Characters of a message that the bot reads; of a longer one it says so, and an agent sees it whole. */
export const longestQuestion = 2_000;

/**
 * What a customer's message is, before anything is done about it. What the bot awaits comes first (a button, its label or
 * words or number; a contact); whatever is none of it is a new question.
 */
export type Reading =
  | { readonly kind: 'choice'; readonly value: string }
  /** `problem`: what the customer wrote says what it is about, too. */
  | { readonly kind: 'contact'; readonly contact: string; readonly problem: Understanding | undefined }
  | { readonly kind: 'no-contact' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'attachment' }
  /** A button of a message long gone that means nothing any more. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'question'; readonly understanding: Understanding };

export function readMessage(turn: Turn, event: MessageEvent): Reading {
  const text = event.text.trim();
  const chosen = event.choice === undefined ? undefined : readButton(turn, event.choice);
  if (chosen !== undefined) return chosen;
  const named = namedValue(turn, text);
  if (named !== undefined) return { kind: 'choice', value: named };
  if (text === '' && event.attachments.length > 0) return { kind: 'attachment' };
  if (text.length > longestQuestion) return { kind: 'too-long' };
  const { pending, handoff } = turn.conversation;
  if (pending.kind === 'contact') return readContact(turn, text);
  if (handoff?.contactOffered === true) return readLateContact(turn, text);
  return { kind: 'question', understanding: understand(turn, text) };
}

/**
 * Buttons of older messages stay on the screen in some channels. Those that name an entry or a person work for ever; those
 * that answer a question of the bot's mean nothing once it is no longer asked. Undefined when only the label can tell.
 */
function readButton(turn: Turn, value: string): Reading | undefined {
  const { pending, status } = turn.conversation;
  const offered = pending.kind === 'choice' && pending.choices.some((choice) => choice.value === value);
  const leaves = value === 'cancel' && status === 'waiting';
  if (offered || leaves || value === 'person' || chosenEntry(turn, value) !== undefined)
    return { kind: 'choice', value };
  if (value === 'decline' && pending.kind === 'contact') return { kind: 'no-contact' };
  if (value.startsWith('rating:') || Object.hasOwn(wording(turn).choices, value)) return { kind: 'stale' };
  return undefined;
}

/** The value of the button that is meant in writing; who waits may always write that it has been long enough. */
function namedValue(turn: Turn, text: string): string | undefined {
  const { pending, status } = turn.conversation;
  const value = choiceWritten(text, pending.kind === 'choice' ? pending.choices : [])?.value;
  if (value !== undefined || status !== 'waiting') return value;
  return fixedChoices(turn, 'cancel').find((choice) => isNamed(text, choice))?.value;
}

/** What is plainly a contact comes first, then a refusal, then a question that the bot is sure of, then what may be a number. */
function readContact(turn: Turn, text: string): Reading {
  const found = contactIn(text);
  const understanding = understand(turn, text);
  const entry = sureEntry(turn, understanding);
  const problem = entry?.kind !== 'intent' && isProblem(understanding) ? understanding : undefined;
  if (found?.certainty === 'plain') return { kind: 'contact', contact: found.contact, problem };
  // "Cancel" gives up the contact where there is no queue to be left.
  const refusals = fixedChoices(turn, 'decline', 'no', 'cancel');
  if (refusals.some((choice) => isNamed(text, choice)) || entry?.id === knownIntents.deny)
    return { kind: 'no-contact' };
  if (found === undefined || entry?.kind === 'faq') return { kind: 'question', understanding };
  return { kind: 'contact', contact: found.contact, problem };
}

/** Who was offered to leave a contact and asked something else first may still leave it. */
function readLateContact(turn: Turn, text: string): Reading {
  const found = contactIn(text);
  const understanding = understand(turn, text);
  if (found?.certainty !== 'plain') return { kind: 'question', understanding };
  return { kind: 'contact', contact: found.contact, problem: isProblem(understanding) ? understanding : undefined };
}

/** Tells whether a message that was written where a contact is awaited says what the matter is. */
export function isProblem({ text, noise }: Understanding): boolean {
  return !noise && wordsBeside(text).length >= 2;
}

function sureEntry({ mind }: Turn, { decision, noise }: Understanding): Entry | undefined {
  return decision.kind === 'answer' && !noise ? mind.entries.get(decision.id) : undefined;
}

function understand({ mind, conversation, at }: Turn, text: string): Understanding {
  const { language, thread } = conversation;
  const context = { language, channel: thread.channel, date: dateIn(mind.hours.zone, at) };
  const understanding = mind.understand(text, context);
  // A digit that chooses nothing is no question, even where the knowledge is full of prices.
  return /\p{L}/u.test(text) ? understanding : { ...understanding, noise: true };
}
