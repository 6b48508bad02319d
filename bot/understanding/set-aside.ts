import type { Language } from '../domain/language.ts';
import { appealBefore, requestAt } from './requests.ts';

/*
 * What stands around a question and is not part of it: order numbers, addresses, telephone numbers and links, taken out of
 * the text; greetings, thanks and names, taken from both ends of the words, and what asks for help or leads to the question
 * (requests.ts). They are set aside only while something else is left: alone, "ciao", "grazie mille" and "mi
 * aiuti?" are what the customer says, and match their own intents.
 */
/** The text without identifiers, and those found, in the order of kinds below. */
export function withoutIdentifiers(text: string): { readonly text: string; readonly found: readonly string[] } {
  const found: string[] = [];
  if (!/[\d@]|www|http/i.test(text)) return { text, found };
  let rest = text;
  for (const pattern of identifiers) {
    rest = rest.replace(pattern, (match) => {
      found.push(match.trim());
      return ' ';
    });
  }
  return { text: rest, found };
}

/** The span [from, to) of keys that is left when courtesies and names are taken from both ends; all of them when nothing would be left. */
export function coreOf(keys: readonly string[], courtesies: Courtesies): readonly [from: number, to: number] {
  let from = 0;
  let to = keys.length;
  for (let taken = -1; taken !== 0 && from < to; to -= taken)
    taken = longestBefore(keys, from, to, courtesies) || appealBefore(keys, from, to);
  for (let taken = -1; taken !== 0 && from < to; from += taken)
    taken = longestAt(keys, from, to, courtesies) || requestAt(keys, from, to);
  return from < to ? [from, to] : [0, keys.length];
}

/** Tells whether words are courtesies and names through and through. */
export function isCourtesy(keys: readonly string[], courtesies: Courtesies): boolean {
  let from = 0;
  for (let taken = -1; taken !== 0 && from < keys.length; from += taken)
    taken = longestAt(keys, from, keys.length, courtesies);
  return from === keys.length;
}

/** Phrases as joined keys. */
export type Courtesies = ReadonlySet<string>;

/** The courtesies of one language together with the names of the bot and the shop (already folded into words). */
export function courtesiesOf(language: Language, names: readonly (readonly string[])[]): Courtesies {
  return new Set(
    [...phrases[language].split('|'), ...names.map((name) => name.join(' '))].filter((phrase) => phrase !== ''),
  );
}

const longest = 4;

function longestAt(keys: readonly string[], from: number, to: number, courtesies: Courtesies): number {
  for (let length = Math.min(longest, to - from); length > 0; length--) {
    if (courtesies.has(keys.slice(from, from + length).join(' '))) return length;
  }
  return 0;
}

function longestBefore(keys: readonly string[], from: number, to: number, courtesies: Courtesies): number {
  for (let length = Math.min(longest, to - from); length > 0; length--) {
    if (courtesies.has(keys.slice(to - length, to).join(' '))) return length;
  }
  return 0;
}

/* In this order: a link may hold an address, an address may hold digits. Each is linear in the text. */
const identifiers: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)[^\s]{1,500}/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}\.\p{L}{2,20}/gu,
  /(?<![\p{L}\p{N}])\p{Lu}{1,4}[-/_ ]?\d{4,12}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\p{L}{1,4}[-/_]\d{4,12}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\+?\d(?:[ ./-]?\d){6,14}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])#?\d{5,20}(?![\p{L}\p{N}])/gu,
  /#\d{1,20}(?![\p{L}\p{N}])/gu,
];

const phrases: Readonly<Record<Language, string>> = {
  it:
    'ciao|ciao ciao|ciao a tutti|salve|salve a tutti|buongiorno|buon giorno|buondi|buonasera|buona sera|buon pomeriggio|buonanotte|buona notte|ehi|' +
    'hey|ehila|hei|ei|hello|hi|grazie|grazie mille|mille grazie|grazie tante|tante grazie|molte grazie|grazie in anticipo|grazie a tutti|grazie ancora|' +
    'vi ringrazio|ti ringrazio|la ringrazio|ringrazio|per favore|perfavore|per piacere|per cortesia|cortesemente|gentilmente|scusa|scusi|scusate|' +
    'scusami|scusatemi|mi scusi|scusa il disturbo|scusate il disturbo|senti|senta|sentite|ascolta|cordiali saluti|distinti saluti|saluti|un saluto|' +
    'arrivederci|a presto|buona giornata|buona serata|buon lavoro|allora|ragazzi|signori|una domanda|avrei una domanda|ho una domanda|' +
    'come stai|come va|tutto bene|gentili signori|spettabile|dunque|ok|okay|attendo risposta|resto in attesa|fatemi sapere|fammi sapere|' +
    'e|ed|ma|pero|poi|quindi|invece|comunque|insomma|ah|oh|eh',
  en:
    'hi|hi there|hello|hello there|hey|hey there|hiya|hi all|hello all|good morning|good afternoon|good evening|good day|greetings|dear|dear sir|' +
    'dear team|thanks|thank you|many thanks|thanks a lot|thanks a million|thank you very much|thank you so much|thanks so much|thanks in advance|' +
    'thank you in advance|thanks again|cheers|please|kindly|excuse me|sorry|sorry to bother you|pardon|sir|madam|guys|team|mate|folks|regards|' +
    'best regards|kind regards|best|have a nice day|have a good day|ok|okay|well|listen|quick question|i have a question|a question|question|' +
    'let me know|look forward to hearing|how are you|ciao|and|but|so|then|also|anyway|oh|ah|um|uh',
};
