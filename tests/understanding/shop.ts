import type { Corpus, Entry, Phrasing } from '../../bot/domain/knowledge.ts';
import type { Language } from '../../bot/domain/language.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Context, Understanding } from '../../bot/domain/understanding.ts';

/** A small shop, the same in all tests of the understanding. */
export const shop: Corpus = {
  names: ['Aurora', 'Bottega Aurora'],
  policy: defaultPolicy,
  entries: [
    entry('track-order', {
      it: [
        "Dov'è il mio ordine?",
        'dove si trova il mio pacco',
        'a che punto è il mio pacco',
        'traccia la spedizione',
        'tracking del pacco',
      ],
      en: [
        'Where is my order?',
        'track my parcel',
        'where has my package got to',
        'tracking of my order',
        "what's the status of my parcel",
      ],
    }),
    entry('cancel-order', {
      it: [
        "Come annullo l'ordine?",
        'voglio annullare un ordine',
        "cancellare l'acquisto",
        'ho cambiato idea, annullate tutto',
      ],
      en: [
        'How do I cancel my order?',
        'I want to cancel an order',
        'cancel the purchase',
        'I changed my mind, cancel everything',
      ],
    }),
    entry('place-order', {
      it: ['Come faccio un ordine?', 'vorrei ordinare una lampada', 'come si compra sul sito', 'fare un ordine nuovo'],
      en: ['How do I place an order?', "I'd like to order a lamp", 'how can I buy on your site', 'make a new order'],
    }),
    entry('refund', {
      it: [
        'Quando arriva il rimborso?',
        'voglio i soldi indietro',
        'non ho ancora ricevuto il rimborso',
        'rimborso non arrivato',
      ],
      en: [
        'When do I get my refund?',
        'I want my money back',
        "I haven't received the refund yet",
        'refund not arrived',
      ],
    }),
    entry('payment', {
      it: ['Come posso pagare?', 'metodi di pagamento', 'accettate carte di credito', 'si può pagare con paypal'],
      en: ['How can I pay?', 'payment methods', 'do you accept credit cards', 'can I pay with paypal'],
    }),
    entry('opening-hours', {
      it: ['Quali sono gli orari del negozio?', 'a che ora aprite', 'siete aperti domenica', 'orario di apertura'],
      en: ['What are your opening hours?', 'what time do you open', 'are you open on sunday', 'shop hours'],
    }),
    entry('password', {
      it: [
        'Ho dimenticato la password',
        'non riesco ad accedere al mio account',
        'reimpostare la password',
        'perché non posso entrare',
      ],
      en: ['I forgot my password', "I can't sign in to my account", 'reset the password', "why can't I log in"],
    }),
    {
      ...entry('greeting', {
        it: ['Salutare', 'ciao', 'buongiorno', 'salve'],
        en: ['Say hello', 'hello', 'hi', 'good morning'],
      }),
      kind: 'intent',
      does: 'reply',
    },
    {
      ...entry('thanks', {
        it: ['Ringraziare', 'grazie', 'grazie mille', 'ti ringrazio'],
        en: ['Say thanks', 'thank you', 'thanks a lot', 'thanks'],
      }),
      kind: 'intent',
      does: 'reply',
    },
    {
      ...entry(
        'talk-to-human',
        { it: ['Parlare con una persona', 'vorrei un operatore'], en: ['Talk to a person', 'I want an agent'] },
        ['(parlare|parlo) * (operatore|persona)'],
      ),
      kind: 'intent',
      does: 'handoff',
    },
  ],
};

export const italian: Context = { language: 'it', channel: 'webchat', date: '2026-11-21' };
export const english: Context = { language: 'en', channel: 'webchat', date: '2026-11-21' };

/** All that an understanding says, its explanation too, as one value to compare. */
export function told({ explain, apart, ...rest }: Understanding): object {
  return { ...rest, explanation: explain(), apart: apart().map(told) };
}

/** An FAQ entry; the first text of each language is its question, the others are examples. */
export function entry(
  id: string,
  texts: Partial<Record<Language, readonly string[]>>,
  patterns: readonly string[] = [],
): Entry & { kind: 'faq' } {
  const phrasing = ([question = '', ...examples]: readonly string[]): Phrasing => ({
    question,
    examples,
    answers: [`Answer of ${id}.`],
    tests: [],
    patterns,
  });
  return {
    kind: 'faq',
    topic: 'shop',
    id,
    texts: Object.fromEntries(Object.entries(texts).map(([language, list]) => [language, phrasing(list)])),
    related: [],
    links: [],
  };
}
