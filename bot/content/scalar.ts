import { z } from 'zod';

import type { Localized } from '../domain/language.ts';
import { parsePattern } from '../domain/pattern.ts';
import { finding, type Finding } from './finding.ts';
import type { ProblemCode } from './problem.ts';

/* The single values that content is made of, each with its check and the shape that an editor's program is told. */

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Text that says something and holds no control characters (a database would refuse some of them). */
export const text = z.string().superRefine(finding(textFindings)).meta({ pattern: '\\S' });

/** An id: small letters, digits and single hyphens. */
export const id = z
  .string()
  .superRefine(
    finding((value: string) =>
      idForm.test(value)
        ? []
        : one(
            'bad-id',
            { it: `${quote(value)} non è un id.`, en: `${quote(value)} is no id.` },
            {
              it: 'Scrivi lettere minuscole senza accenti, cifre e trattini singoli: delivery-time.',
              en: 'Write small letters without accents, digits and single hyphens: delivery-time.',
            },
          ),
    ),
  )
  .meta({ pattern: idForm.source });

/** A calendar date `YYYY-MM-DD`. */
export const date = z
  .string()
  .superRefine(
    finding((value: string) =>
      isDate(value)
        ? []
        : one('bad-date', noDate(value), {
            it: 'Scrivi anno-mese-giorno: 2026-12-31.',
            en: 'Write year-month-day: 2026-12-31.',
          }),
    ),
  )
  .meta({ pattern: dateForm.source });

/** An address for a link: https, http, mailto or tel. */
export const url = z
  .string()
  .superRefine(
    finding((value: string) =>
      isUrl(value)
        ? []
        : one(
            'bad-url',
            { it: `${quote(value)} non è l’indirizzo di un link.`, en: `${quote(value)} is no address for a link.` },
            {
              it: 'Scrivilo per intero: comincia con https://, http://, mailto: o tel:.',
              en: 'Write it whole, beginning with https://, http://, mailto: or tel:.',
            },
          ),
    ),
  )
  .meta({ pattern: '^(https?://|mailto:|tel:)' });

const phoneForm = /^\+?\d[\d\s()./-]{4,30}$/;
const emailForm = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** A telephone number as it is read. */
export const phone = contact(
  phoneForm,
  { it: 'un numero di telefono', en: 'telephone number' },
  {
    it: 'Scrivi cifre, anche con spazi e con il + del Paese: +39 051 555 0142.',
    en: 'Write digits, with spaces if you like and a + for the country: +39 051 555 0142.',
  },
);

/** An e-mail address. */
export const email = contact(
  emailForm,
  { it: 'un indirizzo e-mail', en: 'e-mail address' },
  { it: 'Scrivilo per intero: nome@negozio.example.', en: 'Write it whole: name@shop.example.' },
);

function contact(form: RegExp, what: Localized<string>, help: Localized<string>) {
  const wrong = (value: string) =>
    one('bad-contact', { it: `${quote(value)} non è ${what.it}.`, en: `${quote(value)} is no ${what.en}.` }, help);
  return z
    .string()
    .superRefine(finding((value: string) => (form.test(value) ? [] : wrong(value))))
    .meta({ pattern: form.source });
}

/** A pattern over the words of a whole message; see domain/pattern. */
export const pattern = z.string().superRefine(
  finding((value: string) => {
    const parsed = parsePattern(value);
    if (parsed.kind === 'pattern') return [];
    const part = value.slice(parsed.at).match(/^\S[^\s()|*]*/)?.[0];
    const message = {
      it: `Lo schema ${quote(value)} ${parsed.message.it}.`,
      en: `The pattern ${quote(value)} ${parsed.message.en}.`,
    };
    return [{ code: 'bad-pattern', message, help: patternHelp, ...(part !== undefined && { part }) }];
  }),
);

const patternHelp: Localized<string> = {
  it: 'Uno schema è fatto di parole, di (questo|oppure quello) e di * per parole qualsiasi; deve corrispondere a tutto il messaggio.',
  en: 'A pattern is made of words, (this|or that), and * for any words; it must fit the whole message.',
};

/** A number from 0 to 1. */
export const share = z.number().min(0).max(1);

/** One text or several. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]);
}

/** Tells whether `YYYY-MM-DD` is a day of the calendar. */
export function isDate(value: string): boolean {
  const [, year, month, day] = dateForm.exec(value) ?? [];
  if (year === undefined) return false;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}

/** Puts a value of the file in quotes, shortened, for a message. */
export function quote(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}

function isUrl(value: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(value) && URL.canParse(value);
}

/** Says that a value is no date. */
export function noDate(value: string): Localized<string> {
  return {
    it: `${quote(value)} non è una data del calendario.`,
    en: `${quote(value)} is no date of the calendar.`,
  };
}

function textFindings(value: string): Finding[] {
  if (value.trim() === '') {
    return one(
      'empty-text',
      { it: 'Qui non c’è testo.', en: 'There is no text here.' },
      { it: 'Scrivi il testo, o cancella la riga.', en: 'Write the text, or delete the line.' },
    );
  }
  // Lone halves of a surrogate pair can be written as "\ud800" in quotes; they are no characters either.
  if (/[\p{Cs}\p{Cc}]/u.test(value.replaceAll(/[\n\t]/g, ''))) {
    return one(
      'control-character',
      {
        it: 'Il testo contiene un carattere che non si può mostrare.',
        en: 'The text holds a character that cannot be shown.',
      },
      { it: 'Cancellalo e scrivi di nuovo il testo.', en: 'Delete it and type the text again.' },
    );
  }
  return [];
}

function one(code: ProblemCode, message: Localized<string>, help: Localized<string>): Finding[] {
  return [{ code, message, help }];
}
