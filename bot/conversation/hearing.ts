import type { MessageEvent } from '../domain/event.ts';
import type { Reading } from './reading.ts';
import { add, change, type Turn } from './turn.ts';

/** Writes the customer's message into the transcript, whole, with the kinds of what came with it. */
export function hear(turn: Turn, { text, attachments, origin, place }: MessageEvent): Turn {
  const { customerMessages, status, unansweredAt } = turn.conversation;
  const kinds = attachments.map((kind) => `[${kind}]`).join(' ');
  const written = [text, kinds].filter((part) => part.trim() !== '').join('\n');
  const heard = add(turn, { author: 'customer', text: written, origin });
  const lastHeard = origin.edits ?? origin.activityId;
  const counted = change(heard, { customerMessages: customerMessages + 1, lastHeard, ...(place && { place }) });
  return status === 'agent' ? change(counted, { unansweredAt: unansweredAt ?? turn.at }) : counted;
}

/** The conversation goes on in the message's language where that is plain; an answer in another language is a new one. */
export function inLanguageOf(turn: Turn, reading: Reading): Turn {
  const language = reading.kind === 'question' ? reading.understanding.language : undefined;
  const same = language === undefined || language === turn.conversation.language;
  return same ? turn : change(turn, { language, lastAnswer: undefined });
}
