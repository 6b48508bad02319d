/*
 * A contact is read out of free text ("scrivetemi a mario@example.it", "333 1234567 dopo le 18"). What is kept is built
 * from characters that are allowed, never cut out of what was written: no line break, bracket or second address can
 * travel into a mail's header or a page. An address counts only as a whole word, so that half of one is never taken. Digits
 * are a telephone number only where something says so: numbers of orders, parcels and taxpayers are as long.
 */

export interface Contact {
  /** An e-mail address, or a telephone number as digits, with `+` for an international one. */
  readonly contact: string;
  /** `likely`: a short message with a number that looks like a telephone's; it may still be about something else. */
  readonly certainty: 'plain' | 'likely';
}

/** The first e-mail address in a text, else the first telephone number. */
export function contactIn(text: string): Contact | undefined {
  const address = emailIn(text);
  return address === undefined ? telephoneIn(text) : { contact: address, certainty: 'plain' };
}

/** Tells whether a text is one e-mail address and nothing else, at most 254 characters. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && email.test(text);
}

/** The words of a text, of four letters or more, that say neither how somebody is reached nor thanks. */
export function wordsBeside(text: string): readonly string[] {
  if (spelledAddress.test(text)) return [];
  const words =
    text
      .replace(/(?<!\S)\S*@\S*/g, ' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => ![call, number, courtesy].some((known) => known.test(word)));
}

/** Tells whether a text is an address, written rightly or not, and says nothing else: no question that anybody could answer. */
export function isContactAlone(text: string): boolean {
  const written = /@/.test(text) || spelledAddress.test(text);
  return written && wordsBeside(text).every((word) => address.test(word));
}

/** Tells whether all that a text says beside a contact is that the one before was wrong. */
export function isCorrection(text: string): boolean {
  return wordsBeside(text).every((word) => correcting.test(word));
}

/** A text without the lines and parts of sentences that only say how somebody is reached; the whole text when nothing else is said. */
export function withoutContact(text: string): string {
  const rest = text
    .split('\n')
    .flatMap((line) => {
      const kept = parts(line).filter((part) => !isContactLine(part));
      return kept.length === 0 ? [] : [kept.join(' ')];
    })
    .join('\n');
  return rest.replace(/(?<![\s,;:])[\s,;:]+$/, '').trim() || text;
}

function parts(line: string): readonly string[] {
  return line.split(/(?<=[.!?;,])\s+/);
}

function isContactLine(part: string): boolean {
  return isContactAlone(part) || (telephoneIn(part)?.certainty === 'plain' && wordsBeside(part).length === 0);
}

const correcting =
  /^(?:scus\p{L}+|sbagli\p{L}+|errat[oa]|errore|giust[oa]|corrett[oa]|invece|anzi|aspett\p{L}+|quello|questo|sorry|wrong|mistake|correct|right|instead|actually|wait|rather|meant|should|better)$/u;
const spelledAddress = /chiocciola|\b(?:punto|dot) (?:it|com|net|org|eu)\b/i;
const address = /^(?:indirizz[oi]|address|casella|elettronica|electronic|quest[oa]|ecco|here)$/;
const courtesy = /^(?:grazie|prego|cortesemente|favore|please|thanks|thank)$/;

/** At most 254 characters, 64 before the `@`, as RFC 5321 has it; ASCII letters only. */
function emailIn(text: string): string | undefined {
  const words = text.split(/[\s<>()[\]{}",;:]+/).map((word) => word.replace(/^[.'!?]+|(?<![.'!?])[.'!?]+$/g, ''));
  return words.find(isEmailAddress)?.toLowerCase();
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const email = new RegExp(`^[a-z0-9_](?:[a-z0-9_+'&-]|\\.(?!\\.|@)){0,63}@(?:${label}\\.)+[a-z]{2,24}$`, 'i');

/**
 * 8 to 15 digits, grouped by single blanks, dots, hyphens, slashes or brackets; never a date or part of a longer word. The nearest word that
 * names a kind of number decides, those before it first; without one the message must be little but the number.
 */
function telephoneIn(text: string): Contact | undefined {
  const undated = text.replace(date, ' ; ');
  const words = Array.from(undated.matchAll(/\p{L}+/gu), ({ 0: word, index }) => ({ word: word.toLowerCase(), index }));
  const naming = words.filter(({ word }) => names(word));
  const isLittleElse = words.length === 0 || words.some(({ word }) => number.test(word));
  let before = 0;
  for (const { 0: found, index } of undated.matchAll(telephone)) {
    const digits = found.replace(/\D/g, '');
    const international = found.startsWith('+') || digits.startsWith('00');
    const contact = international ? `+${digits.replace(/^00/, '')}` : digits;
    if (!/^\+?\d{8,15}$/.test(contact) || shortMobile.test(contact)) continue;
    while ((naming[before]?.index ?? index) < index) before += 1;
    const named = (naming[before - 1] ?? naming[before])?.word;
    if (named === undefined ? isLittleElse : call.test(named)) return { contact, certainty: 'plain' };
    if (named === undefined && words.length <= 4 && usual.test(contact)) return { contact, certainty: 'likely' };
  }
  return undefined;
}

/** Mobile numbers of Italy have 9 or 10 digits. */
const shortMobile = /^3\d{7}$/;

/** How telephone numbers of Italy begin, and international ones. */
const usual = /^(?:\+|3\d{8,9}$|0\d{7,10}$)/;

function names(word: string): boolean {
  return call.test(word) || reference.test(word);
}

/** Words that say how somebody is reached: chiamatemi, telefonatemi, scrivetemi, il mio cell. */
const call =
  /^(?:(?:ri)?chiam(?:a|ate|are|ami|atemi|armi|arci|ateci)|telefon\p{L}*|scriv(?:etemi|imi|ermi|eteci)|(?:ri)?contatt\p{L}*|tel|cell|cellulare|fisso|whatsapp|recapito|e?mail|posta|call|phone|reach|text|contact)$/u;
/** Says nothing where another word says whose number it is. */
const number = /^(?:numero|number)$/;
/** Words for what else has long numbers. */
const reference =
  /^(?:ordin[ei]|orders?|fattur[ae]|invoices?|scontrin[oi]|receipt|iva|vat|piva|fiscale|tracking|track|spedizion[ei]|shipment|pacc(?:o|hi)|parcels?|collo|codice|code|iban|conto|account|carta|card|tessera|cliente|customer|pratica|ticket|reso|return|rimborso|refund|articolo|item|prodotto|product|ean|sku)$/;

const date = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b(?![\d/.-])|\b\d{4}-\d{2}-\d{2}\b/g;
const telephone = /(?<![\p{L}\p{N}@_-])(?:\+ ?)?\(?\d(?:[ ./()-]{0,2}\d){6,}(?![\p{L}\p{N}@_])/gu;
