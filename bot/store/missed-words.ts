import { isContactAlone, withoutContact } from '../conversation/contact.ts';
import { plainWords } from '../conversation/plain-words.ts';
import { languages } from '../domain/language.ts';
import { coreOf, courtesiesOf, withoutIdentifiers } from '../understanding/set-aside.ts';

/**
 * The words by which questions without an answer are counted together: "Buongiorno, vendete LE mongolfiere?" is `vendete mongolfiere`. Empty for what
 * is no question that an editor could answer: a bare number, or an address, even one written wrongly.
 *
 * What cannot change a question's meaning is left out: capitals, accents, punctuation, greetings and thanks around it, articles,
 * and the customer's own numbers and addresses. Words themselves are kept as they are: no other form of a word is taken for the same.
 */
export function missedWords(text: string): string {
  if (isContactAlone(text) || !/\p{L}/u.test(text)) return '';
  const words = plainWords(withoutIdentifiers(withoutContact(text)).text).split(' ');
  const core = words.slice(...coreOf(words, courtesies));
  const told = core.filter((word) => !articles.has(word));
  return (told.length === 0 ? core : told).join(' ') || plainWords(text);
}

/** Of both languages: the same question comes in conversations of either. */
const courtesies = new Set(languages.flatMap((language) => [...courtesiesOf(language, [])]));
/** Those that are no other word in the other language. */
const articles = new Set(['il', 'lo', 'la', 'l', 'gli', 'le', 'un', 'uno', 'una', 'the', 'an']);
