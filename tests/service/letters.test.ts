import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Language } from '../../bot/domain/language.ts';
import { answerLetter, answerMail, ticketLetter, ticketMail } from '../../bot/service/letters.ts';
import { sampleKnowledge } from '../conversation/sample.ts';

const words = sampleKnowledge();
const ticket = {
  number: '261121-K7Q4MX',
  conversationId: 'c1',
  contact: 'marta@example.it',
  question: 'dov’è il mio *pacco*?',
  at: 10,
  remindAt: 20,
};
const by = { id: 'a1', name: 'Giulia' };

describe('the letter of a ticket', () => {
  test('tells the number and what was asked, as it was written', () => {
    const { subject, text } = ticketLetter(words, ticket, 'it');
    expect(subject).toBe('La tua richiesta 261121-K7Q4MX a Bottega Aurora');
    expect(text).toContain('Il suo numero è 261121-K7Q4MX.\n\nCi hai scritto:\n«dov’è il mio *pacco*?»\n');
  });

  test('is a mail to an e-mail address, and none to a telephone number', () => {
    const mail = ticketMail(words, ticket, 'en', 'shop.example');
    expect(mail).toMatchObject({
      id: 'ticket-261121-K7Q4MX',
      kind: 'ticket',
      to: 'marta@example.it',
      messageId: '<ticket-261121-K7Q4MX@shop.example>',
      at: 10,
    });
    expect(ticketMail(words, { ...ticket, contact: '3331234567' }, 'it', 'shop.example')).toBeUndefined();
  });

  test('quotes no more than the beginning of a long question', () => {
    const { text } = ticketLetter(words, { ...ticket, question: `pacco ${'a'.repeat(5_000)}` }, 'it');
    expect(text.length).toBeLessThan(900);
    expect(text).toContain('aaa…»');
  });
});

describe('the letter of an answer', () => {
  test('holds the answer with its lines, who wrote it, and what it answers', () => {
    const { subject, text } = answerLetter(words, ticket, 'it', { by, text: '  Ciao Marta,\r\nè partito ieri.\n' });
    expect(subject).toBe('Re: La tua richiesta 261121-K7Q4MX a Bottega Aurora');
    expect(text).toBe(
      'Ciao Marta,\nè partito ieri.\n\nGiulia\nBottega Aurora\n\n--\nLa tua richiesta 261121-K7Q4MX: «dov’è il mio *pacco*?»\n',
    );
  });

  test('leaves marks that an agent or a customer wrote as they are', () => {
    const { text } = answerLetter(words, { ...ticket, question: '{answer}' }, 'it', { by, text: 'scrivi {number}' });
    expect(text).toMatch(/^scrivi \{number\}\n/);
    expect(text).toContain('«{answer}»');
  });

  test('follows the mail before it', () => {
    const letter = { subject: 's', text: 't' };
    const mail = answerMail(ticket, letter, { id: 'u1', domain: 'shop.example', inReplyTo: '<x@y>', at: 5 });
    expect(mail).toMatchObject({ id: 'answer-u1', messageId: '<answer-u1@shop.example>', inReplyTo: '<x@y>' });
  });
});

test('whatever is written, a subject is one line and a text has no control characters', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(
      anything,
      anything,
      anything,
      fc.constantFrom<Language>('it', 'en'),
      (question, name, text, language) => {
        const letter = answerLetter(words, { ...ticket, question }, language, { by: { id: 'a', name }, text });
        expect(letter.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(letter.subject.length).toBeLessThanOrEqual(200);
        expect(letter.text.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      },
    ),
  );
});
