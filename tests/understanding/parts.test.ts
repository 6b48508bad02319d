import { describe, expect, test } from 'vitest';
import { askedIn } from '../../bot/understanding/asked.ts';
import { buildUnderstand } from '../../bot/understanding/build.ts';
import { partsOf } from '../../bot/understanding/parts.ts';
import { shop } from './shop.ts';

describe('the sentences of a message', () => {
  test('the question weighs more than what is told around it', () => {
    expect(partsOf('Ho comprato un vaso. Quanto ci mette ad arrivare? Grazie mille.')).toEqual([
      { text: 'Ho comprato un vaso.', weight: 0.5 },
      { text: 'Quanto ci mette ad arrivare?', weight: 0.95 },
    ]);
  });

  test('without a question the last sentence does', () => {
    expect(partsOf('I paid by card yesterday. I need an invoice').map(({ weight }) => weight)).toEqual([0.5, 0.95]);
  });

  test('one sentence, or very many, are matched as a whole', () => {
    expect(partsOf('dove si trova il mio pacco?')).toEqual([]);
    expect(partsOf('questa frase si ripete. '.repeat(9))).toEqual([]);
  });

  test('a story before the question does not hide it', () => {
    const { matches, decision } = buildUnderstand(shop)(
      'Ho comprato una lampada per mia sorella. Lei abita in centro da tre anni. Quando arriva il rimborso?',
      { language: 'it', channel: 'webchat', date: '2026-11-21' },
    );
    expect([matches[0]?.id, decision.kind]).toEqual(['refund', 'answer']);
  });
});

describe('the questions that one sentence joins', () => {
  test.each([
    ['quanto costa la spedizione e come faccio un reso?', ['quanto costa la spedizione', 'e come faccio un reso?']],
    ['ciao, come posso pagare, e quando arriva il pacco?', ['come posso pagare,', 'e quando arriva il pacco?']],
    ['can I pay by card and also do you ship to france', ['can I pay by card', 'and also do you ship to france']],
    ['quanto costa la spedizione e accettate paypal', ['quanto costa la spedizione', 'e accettate paypal']],
  ])('"%s" is divided', (text, questions) => {
    expect(askedIn(text)).toEqual(questions);
  });

  test.each([
    'quando e come pago?',
    'come e dove ritiro il pacco?',
    'come faccio un reso e quanto mi costa?',
    'how do I return a vase and how long does it take?',
    'posso rendere un vaso, che è arrivato rotto, e una lampada?',
    'ho un vaso rotto, come faccio un reso?',
  ])('"%s" is one question', (text) => {
    expect(askedIn(text)).toEqual([]);
  });
});
