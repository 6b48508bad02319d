import { languages, type Language, type Localized } from '../domain/language.ts';
import { functionWords } from './function-words.ts';

/** What the words of a message say about its language. */
export interface LanguageEvidence {
  /** Where it is plain. */
  readonly language: Language | undefined;
  /** It is in some language that is neither. */
  readonly foreign: boolean;
}

/*
 * A function word of one language alone counts 1 for it; a word that only one language's corpus knows counts 1/2. A language is plain
 * when it leads the other by 1 or more, or has all of the evidence. A message is foreign when foreign function words outnumber
 * those of either language.
 */
export function languageEvidence(
  keys: Localized<readonly string[]>,
  knows: Localized<(word: string) => boolean>,
): LanguageEvidence {
  const points = { it: 0, en: 0 };
  let foreign = 0;
  for (const language of languages) {
    const other = language === 'it' ? 'en' : 'it';
    for (const key of keys[language]) {
      if (functionWords[language].has(key)) points[language] += 1;
      else if (key.length > 2 && knows[language](key) && !knows[other](key)) points[language] += 0.5;
    }
  }
  for (const key of keys.it) if (functionWords.foreign.has(key) && !knows.it(key) && !knows.en(key)) foreign += 1;
  if (foreign >= 1 && foreign > points.it && foreign > points.en) return { language: undefined, foreign: true };
  const lead = points.it - points.en;
  if (Math.abs(lead) < 0.5) return { language: undefined, foreign: false };
  const [ahead, behind]: [Language, number] = lead > 0 ? ['it', points.en] : ['en', points.it];
  return { language: Math.abs(lead) >= 1 || behind === 0 ? ahead : undefined, foreign: false };
}
