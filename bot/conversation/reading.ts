import type { Pending } from '../domain/conversation.ts';
import type { MessageEvent } from '../domain/event.ts';
import { knownIntents } from '../domain/knowledge.ts';
import { dateIn } from '../domain/time.ts';
import type { Understanding } from '../domain/understanding.ts';
import { choiceWritten, fixedChoices } from './choices.ts';
import { contactIn } from './contact.ts';
import { plainWords } from './plain-words.ts';
import type { Turn } from './turn.ts';

/** Characters of a message that the bot reads; of a longer one it says so, and an agent sees it whole. */
export const longestQuestion = 2_000;

/**
 * What a customer's message is, before anything is done about it. What the bot awaits comes first (a button, its label or
 * words or number; a contact); whatever is none of it is a new question.
 */
export type Reading =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'contact'; readonly contact: string }
  | { readonly kind: 'no-contact' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'attachment' }
  /** A button of a message long gone that means nothing any more. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'question'; readonly understanding: Understanding };

export function readMessage(turn: Turn, event: MessageEvent): Reading {
  const { pending } = turn.conversation;
  const text = event.text.trim();
  const chosen = chosenValue(turn, pending, event);
  if (chosen !== undefined) return { kind: 'choice', value: chosen };
  if (event.choice?.startsWith('rating:') === true) return { kind: 'stale' };
  if (text === '' && event.attachments.length > 0) return { kind: 'attachment' };
  if (text.length > longestQuestion) return { kind: 'too-long' };
  if (pending.kind === 'contact') return readContact(turn, text);
  return { kind: 'question', understanding: understand(turn, text) };
}

/** Buttons of older messages stay on the screen in some channels; those that name an entry or a person work for ever. */
function chosenValue(turn: Turn, pending: Pending, { choice, text }: MessageEvent): string | undefined {
  const offered = pending.kind === 'choice' ? pending.choices : [];
  if (choice === undefined) return choiceWritten(text, offered)?.value;
  if (offered.some(({ value }) => value === choice) || choice === 'person') return choice;
  if (choice.startsWith('entry:') && turn.mind.entries.has(choice.slice('entry:'.length))) return choice;
  return choiceWritten(text, offered)?.value;
}

function readContact(turn: Turn, text: string): Reading {
  const contact = contactIn(text);
  if (contact !== undefined) return { kind: 'contact', contact };
  const refusals = fixedChoices(turn, 'decline', 'no', 'cancel');
  const words = refusals.flatMap((choice) => [choice.label, ...choice.words]).map(plainWords);
  if (words.includes(plainWords(text))) return { kind: 'no-contact' };
  const understanding = understand(turn, text);
  const { decision } = understanding;
  if (decision.kind === 'answer' && decision.id === knownIntents.deny) return { kind: 'no-contact' };
  return { kind: 'question', understanding };
}

function understand({ mind, conversation, at }: Turn, text: string): Understanding {
  const { language, thread } = conversation;
  const context = { language, channel: thread.channel, date: dateIn(mind.hours.zone, at) };
  const understanding = mind.understand(text, context);
  // A digit that chooses nothing is no question, even where the knowledge is full of prices.
  return /\p{L}/u.test(text) ? understanding : { ...understanding, noise: true };
}
