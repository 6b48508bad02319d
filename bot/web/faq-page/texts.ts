import type { Language, Localized } from '../../domain/language.ts';

/** The labels of the FAQ page. */
export const texts: Localized<
  Record<'title' | 'description' | 'lead' | 'search' | 'none' | 'ask' | 'askText' | 'topics' | 'one' | 'many', string>
> = {
  it: {
    title: 'Domande frequenti',
    description: 'Risposte su ordini, consegne, pagamenti, resi e garanzia.',
    lead: 'Ordini, consegne, pagamenti, resi e garanzia: qui trovi le stesse risposte che dà il nostro assistente.',
    search: 'Cerca tra le domande',
    none: 'Nessuna domanda con queste parole.',
    ask: 'Scrivici in chat',
    askText: 'Non hai trovato quello che cercavi?',
    topics: 'Argomenti',
    one: '1 domanda',
    many: '{n} domande',
  },
  en: {
    title: 'Frequently asked questions',
    description: 'Answers about orders, delivery, payment, returns and warranty.',
    lead: 'Orders, delivery, payment, returns and warranty: the same answers that our assistant gives.',
    search: 'Search the questions',
    none: 'No question has these words.',
    ask: 'Write to us in the chat',
    askText: 'Didn’t find what you were looking for?',
    topics: 'Topics',
    one: '1 question',
    many: '{n} questions',
  },
};

/** The title of a topic; a topic of the editor's own is called as its file is. */
export function topicTitle(topic: string, language: Language): string {
  const words = topic.replaceAll(/[-_]/g, ' ');
  return titles[topic]?.[language] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const titles: Readonly<Record<string, Localized<string>>> = {
  orders: { it: 'Ordini', en: 'Orders' },
  delivery: { it: 'Consegna', en: 'Delivery' },
  payment: { it: 'Pagamenti', en: 'Payment' },
  returns: { it: 'Resi e rimborsi', en: 'Returns and refunds' },
  products: { it: 'Prodotti e garanzia', en: 'Products and warranty' },
  invoices: { it: 'Fatture', en: 'Invoices' },
  offers: { it: 'Offerte e sconti', en: 'Offers and discounts' },
  account: { it: 'Il mio account', en: 'My account' },
  shop: { it: 'Il negozio e noi', en: 'The shop and us' },
};

/** The order of the topics that are known; others follow by name. */
export const topicOrder: readonly string[] = Object.keys(titles);
