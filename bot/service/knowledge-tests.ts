import type { Corpus } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';
import type { Decision, Understand } from '../domain/understanding.ts';
import { alwaysOpen } from '../domain/hours.ts';
import { dateIn, type Time } from '../domain/time.ts';

/** One question under `tests:`, and what the matching makes of it. */
export interface KnowledgeTest {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  /** Its entry is the best match, and the bot answers or asks back instead of handing over. */
  readonly passed: boolean;
  readonly decision: Decision['kind'];
  /** The best match, and the test's own entry among the matches. */
  readonly best?: Found;
  readonly own?: Found;
}

export interface Found {
  readonly id: string;
  /** 0..1 */
  readonly confidence: number;
}

/** Asks all tests of a corpus, as on a day; entries outside their dates too: their tests must hold when their time comes. */
export function runTests(corpus: Corpus, understand: Understand, at: Time): readonly KnowledgeTest[] {
  const date = dateIn(alwaysOpen.zone, at);
  return corpus.entries.flatMap(({ id, texts }) =>
    languages.flatMap((language) =>
      (texts[language]?.tests ?? []).map((text): KnowledgeTest => {
        const { matches, decision } = understand(text, { language, channel: 'webchat', date });
        const [best] = matches;
        const own = matches.find((match) => match.id === id);
        return {
          id,
          language,
          text,
          passed: best?.id === id && decision.kind !== 'handoff',
          decision: decision.kind,
          ...(best && { best: { id: best.id, confidence: best.confidence } }),
          ...(own && { own: { id, confidence: own.confidence } }),
        };
      }),
    ),
  );
}
