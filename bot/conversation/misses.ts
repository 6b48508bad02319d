import type { Question } from '../domain/conversation.ts';
import type { Understanding } from '../domain/understanding.ts';
import { knownIntents } from '../domain/knowledge.ts';
import { entryChoices, fixedChoices, offer } from './choices.ts';
import { handOver } from './handoff.ts';
import { change, say, wording, type Turn } from './turn.ts';

/*
 * Questions that were not understood. `misses` counts them in a row; a question that is understood sets it to 0. The
 * `misses_before_handoff`-th goes to a person at once (1 by default: the first). "None of these" always gets one more try,
 * and so does a message without any known word; the second such message in a row goes to a person whatever the patience.
 */

/** Asks which of up to three questions was meant. */
export function clarify(turn: Turn, ids: readonly string[]): Turn {
  const meant = entryChoices(turn, ids.filter((id) => id !== knownIntents.person).slice(0, 3));
  const asked = change(turn, { lastAnswer: undefined });
  return offer(asked, 'clarify', wording(turn).clarify, [...meant, ...fixedChoices(turn, 'none', 'person')]);
}

/** The question was not understood at all. */
export function missed(turn: Turn): Turn {
  const { misses } = turn.conversation;
  return misses + 1 >= turn.mind.policy.missesBeforeHandoff ? handOver(count(turn), 'unsure') : rephrase(turn);
}

/** "None of these". */
export function noneOfThese(turn: Turn): Turn {
  const { misses } = turn.conversation;
  const patience = Math.max(2, turn.mind.policy.missesBeforeHandoff);
  const marked = markMissed(turn, 'none-of-these');
  return misses + 1 >= patience ? handOver(count(marked), 'unsure') : rephrase(marked);
}

/** The message has no word that the bot knows. `before` is the turn without this message among the questions. */
export function noise(turn: Turn, before: Turn): Turn {
  const { misses, questions } = before.conversation;
  if (misses > 0 && questions.at(-1)?.decision === 'noise') return handOver(count(turn), 'noise');
  return say(change(count(turn), { pending: { kind: 'none' }, lastAnswer: undefined }), wording(turn).noise);
}

/** A question was understood. */
export function understood(turn: Turn): Turn {
  return change(turn, { misses: 0 });
}

/** Keeps a question for the agent's brief: what was asked, what the bot thought of it, what it did. The last 20. */
export function remember(turn: Turn, { text, noise: isNoise, decision, matches }: Understanding): Turn {
  const candidates = matches.slice(0, 3).map(({ id, title, confidence }) => ({ id, title, confidence }));
  const question: Question = {
    text,
    at: turn.at,
    decision: isNoise ? 'noise' : decision.kind,
    candidates,
    revision: turn.mind.revision,
    language: turn.conversation.language,
  };
  return change(turn, { questions: [...turn.conversation.questions, question].slice(-20) });
}

/** Keeps a question that the bot leaves to a person, whatever it thinks of it. */
export function rememberOpen(turn: Turn, understanding: Understanding): Turn {
  return remember(turn, { ...understanding, noise: false, decision: { kind: 'handoff' } });
}

/** Writes down that the last question was not met by what the bot made of it. */
export function markMissed(turn: Turn, missed: NonNullable<Question['missed']>): Turn {
  const { questions } = turn.conversation;
  const last = questions.at(-1);
  return last === undefined ? turn : change(turn, { questions: [...questions.slice(0, -1), { ...last, missed }] });
}

function rephrase(turn: Turn): Turn {
  const missedOnce = change(count(turn), { lastAnswer: undefined });
  return offer(missedOnce, 'person', wording(turn).rephrase, fixedChoices(turn, 'person'));
}

function count(turn: Turn): Turn {
  return change(turn, { misses: turn.conversation.misses + 1 });
}
