import { z } from 'zod';

import { languages, type Language } from '../domain/language.ts';
import type { SynonymSet } from '../domain/knowledge.ts';
import { finding, type Finding } from './finding.ts';
import { quote, text } from './scalar.ts';

/*
 * The form of intents/synonyms.yaml: sets of single words, in one language or both, that customers use for the same thing. A word stands in one set of
 * its language only, since the sets that it joined would become one.
 */

const set = z.array(text).min(1).superRefine(finding(phraseFindings)).optional();

const row = z
  .strictObject({
    it: set.describe('Parole italiane che qui vogliono dire lo stesso. / Italian words that mean the same here.'),
    en: set.describe('Parole inglesi che qui vogliono dire lo stesso. / English words that mean the same here.'),
  })
  .superRefine(finding(sizeFindings))
  .describe('Un gruppo di sinonimi: parole singole. / A set of synonyms: single words.');

export const synonymsFile = z
  .array(row)
  .superRefine(finding(repeatFindings))
  .transform((rows): readonly SynonymSet[] =>
    rows.map(({ it, en }) => ({ ...(it !== undefined && { it }), ...(en !== undefined && { en }) })),
  );

type Words = { readonly [L in Language]?: readonly string[] | undefined };

function phraseFindings(words: readonly string[]): Finding[] {
  return words.flatMap((word, index): Finding[] => {
    if (/^[\p{L}\p{M}\p{N}]+$/u.test(word.trim())) return [];
    const message = { it: `${quote(word)} non è una parola sola.`, en: `${quote(word)} is not a single word.` };
    const help = {
      it: 'Scrivi parole singole; un modo di chiedere di più parole va tra gli esempi della sua voce.',
      en: 'Write single words; put a way of asking that takes several words among the examples of its entry.',
    };
    return [{ code: 'bad-synonym', message, help, path: [index] }];
  });
}

function sizeFindings({ it = [], en = [] }: Words): Finding[] {
  if (it.length + en.length >= 2) return [];
  const message = {
    it: 'Un gruppo di sinonimi ha due parole o più.',
    en: 'A set of synonyms holds two words or more.',
  };
  const help = {
    it: 'Aggiungi come altro la chiamano i clienti, o cancella il gruppo.',
    en: 'Add what else customers call it, or delete the set.',
  };
  return [{ code: 'bad-synonym', message, help }];
}

function repeatFindings(rows: readonly Words[]): Finding[] {
  return languages.flatMap((language) => {
    const seen = new Set<string>();
    return rows.flatMap((each, index) =>
      (each[language] ?? []).flatMap((word, place): Finding[] => {
        const key = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        const message = {
          it: `${quote(word)} sta in due posti: di due gruppi se ne farebbe uno.`,
          en: `${quote(word)} stands in two places; it would make one set of two.`,
        };
        const help = {
          it: 'Lascia la parola nel gruppo in cui i clienti la intendono di più, e cancellala qui.',
          en: 'Leave the word in the set where customers mean it most, and delete it here.',
        };
        return [{ code: 'duplicate-synonym', message, help, path: [index, language, place] }];
      }),
    );
  });
}
