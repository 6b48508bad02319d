import type { Conversation } from '../domain/conversation.ts';
import { knownIntents } from '../domain/knowledge.ts';

/**
 * What the customer wanted when a person was called: the last question before, else after, that is more than the call itself.
 * Undefined when nothing was asked.
 */
export function openQuestion({ questions, handoff }: Conversation): string | undefined {
  const asked = questions.filter(({ decision }) => decision !== 'noise');
  const open = asked.filter(({ candidates }) => candidates[0]?.id !== knownIntents.person);
  const before = open.findLast(({ at }) => at <= (handoff?.queuedAt ?? at));
  return (before ?? open.at(-1) ?? asked.at(-1))?.text;
}
