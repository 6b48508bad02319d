import type { Event } from '../domain/event.ts';
import { rejectAnswer } from './bot-turn.ts';
import { awaited } from './choices.ts';
import { confirmSolved } from './closing.ts';
import { add, change, type Turn } from './turn.ts';

/** How a sign stands in the transcript. */
const signs = { yes: '👍', no: '👎' } as const;

/** A sign on the last answer, while "Did this solve it?" is open, answers that question; on anything else it means nothing. */
export function takeReaction(turn: Turn, event: Extract<Event, { kind: 'reaction' }>): Turn {
  const { status, answered } = turn.conversation;
  const last = answered.at(-1)?.at;
  const { entry, at } = event.answer;
  const isLast = at === last && answered.some((each) => each.entry === entry && each.at === at);
  if (status !== 'bot' || awaited(turn.conversation) !== 'solved' || !isLast) return turn;
  const signed = add(turn, { author: 'customer', text: signs[event.helpful], origin: event.origin });
  return event.helpful === 'yes' ? confirmSolved(signed) : rejectAnswer(signed);
}

/** Of a message that the customer took back nothing stays in the brief. */
export function forget(turn: Turn, texts: readonly string[]): Turn {
  const { questions } = turn.conversation;
  const kept = questions.filter(({ text }) => !texts.includes(text));
  return kept.length === questions.length ? turn : change(turn, { questions: kept });
}
