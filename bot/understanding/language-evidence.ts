import { languages, type Language, type Localized } from '../domain/language.ts';
import { functionWords } from './function-words.ts';
import type { Word } from './words.ts';

/** What the words of a message say about its language. */
export interface LanguageEvidence {
  /** Where it is plain. */
  readonly language: Language | undefined;
  /** It is in some language that is neither. */
  readonly foreign: boolean;
  /** Nothing at all speaks for the other language, so that it need not be tried. */
  readonly only: Language | undefined;
}

/*
 * A function word of one language alone counts 1 for it; a word that only one language's corpus knows counts 1/2. A language is
 * plain when it leads the other by 1 or more, or has all of the evidence. A message is foreign when foreign function words
 * are at least as many as the evidence for either language.
 */
export function languageEvidence(
  words: Localized<readonly Word[]>,
  knows: Localized<(word: string) => boolean>,
): LanguageEvidence {
  const points = { it: 0, en: 0 };
  for (const language of languages) {
    const other = language === 'it' ? 'en' : 'it';
    for (const { key } of words[language]) {
      if (functionWords[language].has(key)) points[language] += 1;
      else if (key.length > 2 && knows[language](key) && !knows[other](key)) points[language] += 0.5;
    }
  }
  const strange = words.it.filter(
    ({ key }) => functionWords.foreign.has(key) && !knows.it(key) && !knows.en(key),
  ).length;
  if (strange > 0 && strange >= points.it && strange >= points.en)
    return { language: undefined, foreign: true, only: undefined };
  const lead = points.it - points.en;
  if (lead === 0) return { language: undefined, foreign: false, only: undefined };
  const [ahead, behind]: [Language, number] = lead > 0 ? ['it', points.en] : ['en', points.it];
  return {
    language: Math.abs(lead) >= 1 || behind === 0 ? ahead : undefined,
    foreign: false,
    only: Math.abs(lead) >= 1 && behind === 0 ? ahead : undefined,
  };
}
