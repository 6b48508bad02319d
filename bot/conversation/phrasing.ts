import type { Entry, Phrasing } from '../domain/knowledge.ts';
import { languages, type Language } from '../domain/language.ts';

/** What an entry says in a language, or else in the first that it has. */
export function phrasing(entry: Entry, language: Language): Phrasing {
  const found = [language, ...languages].map((each) => entry.texts[each]).find((text) => text !== undefined);
  if (found === undefined)
    throw new Error(`The entry "${entry.id}" has no text in any language; give it an "it:" block.`);
  return found;
}
