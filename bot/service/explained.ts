import { setImmediate } from 'node:timers/promises';

import type { Conversation, Question } from '../domain/conversation.ts';
import type { Language, Localized } from '../domain/language.ts';
import type { Mind } from '../domain/mind.ts';
import { dateIn } from '../domain/time.ts';
import type { Explanation, Match } from '../domain/understanding.ts';
import { tell, tellFacts } from '../understanding/tell.ts';

/*
 * Why the bot did what it did with a question, worked out when an agent looks: a turn does not need it, and the understanding gives the
 * same again as long as the knowledge is the same. A change of the knowledge makes it unknowable, and then it says so.
 */

export type QuestionExplanation =
  | ExplainedDecision
  /** The knowledge is not the one that the question was matched against. */
  | { readonly kind: 'knowledge-changed' };

/** For the weights, and for each list, see `Explanation` in domain/understanding.ts. */
export interface ExplainedDecision extends Pick<
  Explanation,
  'words' | 'mended' | 'expanded' | 'synonyms' | 'setAside' | 'difference'
> {
  readonly kind: 'explained';
  /** The match that came first, and how it was found; null when there was none. */
  readonly best: NonNullable<Explanation['best']> | null;
  /** The match that came second; null when there was none. */
  readonly runnerUp: Match | null;
  /** All of it in sentences, in the order in which a person would tell them. */
  readonly sentences: Localized<readonly string[]>;
}

export interface ExplainedQuestion extends Question {
  readonly explanation: QuestionExplanation;
}

/** Makes what explains the questions of a conversation by a mind; the latest 500 explanations are remembered. */
export function createExplainer(): (conversation: Conversation, mind: Mind) => Promise<readonly ExplainedQuestion[]> {
  const known = new Map<string, ExplainedDecision>();
  return async ({ questions, thread, language: spoken }, mind) => {
    const explained: ExplainedQuestion[] = [];
    for (const question of questions) {
      const { revision, language = spoken, text, at, decision } = question;
      if (revision !== mind.revision) {
        explained.push({ ...question, explanation: { kind: 'knowledge-changed' } });
        continue;
      }
      const context = { language, channel: thread.channel, date: dateIn(mind.hours.zone, at) };
      const key = JSON.stringify([revision, context, decision, text]);
      let explanation = known.get(key);
      if (explanation === undefined) {
        // One takes milliseconds: customers are served between two of them.
        await setImmediate();
        const understanding = mind.understand(text, context);
        const told = understanding.noise ? 'noise' : understanding.decision.kind;
        explanation = told === decision ? whole(understanding.explain()) : factsOnly(understanding.explain());
        known.set(key, explanation);
        if (known.size > most) known.delete(known.keys().next().value ?? '');
      }
      explained.push({ ...question, explanation });
    }
    return explained;
  };
}

const most = 500;

function whole(explanation: Explanation): ExplainedDecision {
  return shown(explanation, (language) => tell(explanation, language));
}

/** Where the conversation decided otherwise (a contact was awaited), what the understanding by itself would do is not told. */
function factsOnly(explanation: Explanation): ExplainedDecision {
  return shown(explanation, (language) => tellFacts(explanation, language));
}

function shown(
  { words, mended, expanded, synonyms, setAside, difference, best, runnerUp }: Explanation,
  sentencesIn: (language: Language) => readonly string[],
): ExplainedDecision {
  return {
    kind: 'explained',
    words,
    mended,
    expanded,
    synonyms,
    setAside,
    best: best ?? null,
    runnerUp: runnerUp ?? null,
    difference,
    sentences: { it: sentencesIn('it'), en: sentencesIn('en') },
  };
}
