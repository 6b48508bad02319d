import type { Solved } from '../domain/conversation.ts';
import type { Intent } from '../domain/knowledge.ts';
import { awaited } from './choices.ts';
import { phrasing } from './phrasing.ts';
import { askRating } from './rating.ts';
import { change, say, wording, type Turn } from './turn.ts';

/** Closes the conversation; who solved it is as good as it is known. */
export function close(turn: Turn, solved: Solved): Turn {
  return change(turn, {
    status: 'closed',
    pending: { kind: 'none' },
    closedAt: turn.at,
    solved,
    unansweredAt: undefined,
  });
}

/** The customer says that the answer solved it. */
export function confirmSolved(turn: Turn): Turn {
  return askRating(close(say(turn, wording(turn).solved.yes), 'bot-confirmed'));
}

/**
 * The customer takes leave. While "Did this solve it?" stands unanswered the last answer counts as a solution; after a
 * rejected answer, or while waiting for a person, nothing was solved.
 */
export function sayGoodbye(turn: Turn, intent: Intent): Turn {
  const text =
    intent.texts[turn.conversation.language] === undefined ? wording(turn).goodbye : firstAnswer(turn, intent);
  const solved = awaited(turn.conversation) === 'solved' ? 'bot-implied' : 'nobody';
  return askRating(close(say(change(turn, { lastAnswer: intent.id }), text), solved));
}

function firstAnswer(turn: Turn, intent: Intent): string {
  return phrasing(intent, turn.conversation.language).answers[0] ?? wording(turn).goodbye;
}
