/*
 * A contact is read out of free text ("scrivetemi a mario@example.it", "333 1234567 dopo le 18"). What is kept is built
 * from characters that are allowed, never cut out of what was written: no line break, bracket or second address can
 * travel into a mail's header or a page. An address counts only as a whole word, so that half of one is never taken.
 */

/** The first e-mail address in a text, else the first telephone number (digits, with `+` for an international one). */
export function contactIn(text: string): string | undefined {
  return emailIn(text) ?? telephoneIn(text);
}

/** At most 254 characters, 64 before the `@`, as RFC 5321 has it; ASCII letters only. */
function emailIn(text: string): string | undefined {
  const words = text.split(/[\s<>()[\]{}",;:]+/).map((word) => word.replace(/^[.'!?]+|[.'!?]+$/g, ''));
  return words.find((word) => word.length <= 254 && email.test(word))?.toLowerCase();
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const email = new RegExp(`^[a-z0-9_](?:[a-z0-9_+'&-]|\\.(?!\\.|@)){0,63}@(?:${label}\\.)+[a-z]{2,24}$`, 'i');

/** 8 to 15 digits, grouped by single blanks, dots, hyphens, slashes or brackets; never a date or part of a longer word. */
function telephoneIn(text: string): string | undefined {
  for (const [found] of text.replace(date, ' ; ').matchAll(telephone)) {
    const digits = found.replace(/\D/g, '');
    const international = found.startsWith('+') || digits.startsWith('00');
    const number = international ? `+${digits.replace(/^00/, '')}` : digits;
    if (/^\+?\d{8,15}$/.test(number)) return number;
  }
  return undefined;
}

const date = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b(?![\d/.-])|\b\d{4}-\d{2}-\d{2}\b/g;
const telephone = /(?<![\p{L}\p{N}@_-])(?:\+ ?)?\(?\d(?:[ ./()-]{0,2}\d){6,}(?![\p{L}\p{N}@_])/gu;
