import type { Conversation, Question } from '../domain/conversation.ts';
import { knownIntents } from '../domain/knowledge.ts';

/**
 * What the customer wants of a person, in their own words: the last question before the call for one if the bot left it
 * open, else the last that it left open after the call, else the last that it answered, else the call itself. Undefined when
 * the customer has written nothing that the bot could read.
 */
export function openQuestion({ questions, handoff }: Conversation): string | undefined {
  const asked = questions.filter(({ decision }) => decision !== 'noise');
  const more = asked.filter(({ candidates }) => candidates[0]?.id !== knownIntents.person);
  const before = more.findLast(({ at }) => at <= (handoff?.queuedAt ?? at));
  const open = before !== undefined && isOpen(before) ? before : more.findLast(isOpen);
  return (open ?? before ?? more.at(-1) ?? asked.at(-1))?.text;
}

function isOpen({ decision }: Question): boolean {
  return decision !== 'answer';
}
