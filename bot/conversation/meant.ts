import type { Understanding } from '../domain/understanding.ts';
import type { Meant } from './answer.ts';
import { phrasing } from './phrasing.ts';
import type { Turn } from './turn.ts';

/** The entry that a message is sure to mean; undefined when none is. */
export function meantBy({ mind }: Turn, { decision, matches, noise }: Understanding): Meant | undefined {
  if (decision.kind !== 'answer' || noise) return undefined;
  const entry = mind.entries.get(decision.id);
  const confidence = matches.find(({ id }) => id === decision.id)?.confidence ?? 0;
  return entry === undefined ? undefined : { entry, confidence };
}

export interface Asked {
  /** The sentence, as it was understood by itself. */
  readonly question: Understanding;
  readonly meant: Meant;
}

/**
 * What a message means that asks several things at once: each sentence that is by itself sure to mean an answer of its own, in
 * the order asked. Fewer than two where the message is to be taken as a whole: also where the whole is sure to mean something
 * else than its sentences do.
 */
export function severalMeant(turn: Turn, understanding: Understanding): readonly Asked[] {
  const sure = understanding.apart().flatMap((question): readonly Asked[] => {
    const meant = meantBy(turn, question);
    return meant?.entry.kind === 'faq' ? [{ question, meant }] : [];
  });
  const answerOf = ({ meant: { entry } }: Asked): string =>
    phrasing(entry, turn.conversation.language).answers.join('\n');
  const answers = sure.map(answerOf);
  const different = sure.filter((_, place) => answers.indexOf(answers[place] ?? '') === place);
  const whole = meantBy(turn, understanding);
  const agrees = whole === undefined || different.some(({ meant }) => meant.entry.id === whole.entry.id);
  return agrees ? different : [];
}
