import { isEmailAddress } from '../conversation/contact.ts';
import { fillPlain } from '../conversation/fill.ts';
import type { Agent } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Mind } from '../domain/mind.ts';
import type { Ticket } from '../domain/outcome.ts';
import type { Time } from '../domain/time.ts';
import type { NewMail } from './ticket-store.ts';

/*
 * The letters to those who left an e-mail address, in the editors' words. They are plain text: what a customer or an agent
 * wrote cannot become markup, and in a subject it cannot become a header, for it stays on its line.
 */

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Words = Pick<Mind, 'wording' | 'shopName'>;

/** Tells the customer that the ticket is made. */
export function ticketLetter(
  { wording, shopName }: Words,
  ticket: Pick<Ticket, 'number' | 'question'>,
  language: Language,
): Letter {
  const values = { number: ticket.number, question: oneLine(ticket.question, mostQuoted), shop: shopName };
  return letter(wording[language].mail.ticket, values);
}

/** An agent's answer. */
export function answerLetter(
  { wording, shopName }: Words,
  ticket: Pick<Ticket, 'number' | 'question'>,
  language: Language,
  answer: { readonly by: Agent; readonly text: string },
): Letter {
  return letter(wording[language].mail.answer, {
    number: ticket.number,
    question: oneLine(ticket.question, mostQuoted),
    shop: shopName,
    agent: oneLine(answer.by.name, 100),
    answer: answer.text.trim(),
  });
}

/** The mail of a new ticket; undefined when the contact is no e-mail address. `domain` stands in the Message-ID. */
export function ticketMail(words: Words, ticket: Ticket, language: Language, domain: string): NewMail | undefined {
  const { number, contact, at } = ticket;
  if (!isEmailAddress(contact)) return undefined;
  const id = `ticket-${number}`;
  return {
    id,
    ticket: number,
    kind: 'ticket',
    to: contact,
    ...ticketLetter(words, ticket, language),
    messageId: `<${id}@${domain}>`,
    at,
  };
}

/** What of an answer is its mail; `id` is the page's own name for it, and `inReplyTo` the Message-ID of the mail before. */
export function answerMail(
  ticket: Pick<Ticket, 'number' | 'contact'>,
  written: Letter,
  sending: { readonly id: string; readonly domain: string; readonly inReplyTo?: string; readonly at: Time },
): NewMail {
  const { id, domain, inReplyTo, at } = sending;
  return {
    id: `answer-${id}`,
    ticket: ticket.number,
    kind: 'answer',
    to: ticket.contact,
    ...written,
    messageId: `<answer-${id}@${domain}>`,
    ...(inReplyTo !== undefined && { inReplyTo }),
    at,
  };
}

/** Characters of the question that a mail quotes. */
const mostQuoted = 300;

function letter(wording: Letter, values: Readonly<Record<string, string>>): Letter {
  const inSubject = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, oneLine(value, 80)]));
  return {
    subject: oneLine(fillPlain(wording.subject, inSubject), 200),
    text: `${withoutControls(fillPlain(wording.text.trim(), values))}\n`,
  };
}

/** Text on one line, without control characters, cut to a length. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}
