import type { Localized } from '../../domain/language.ts';
import type { things } from './drawings.ts';

export interface Product {
  readonly drawing: keyof typeof things;
  readonly name: string;
  readonly made: string;
  /** Euros. */
  readonly price: number;
  readonly stock: 'here' | 'coming';
}

export interface ShopTexts {
  readonly title: string;
  readonly description: string;
  readonly eyebrow: string;
  readonly headline: string;
  readonly lead: string;
  readonly see: string;
  readonly ask: string;
  readonly collection: string;
  readonly collectionLead: string;
  readonly stock: Readonly<Record<Product['stock'], string>>;
  readonly products: readonly Product[];
  readonly promises: string;
  readonly facts: readonly { readonly title: string; readonly text: string }[];
  readonly workshop: string;
  readonly workshopText: string;
  readonly visit: string;
  readonly help: string;
  readonly helpText: string;
  readonly all: string;
}

/** What the front page says; its facts are those of faq/, `{hours}` those of intents/hours.yaml. */
export const texts: Localized<ShopTexts> = {
  it: {
    title: 'Bottega Aurora · Cose belle per la casa, da Bologna',
    description:
      'Lampade, ceramiche, tessili e piccoli mobili fatti a mano. Consegna in 2-4 giorni lavorativi, gratuita da 59 €.',
    eyebrow: 'Bologna, via Saragozza',
    headline: 'Cose semplici per case piene di luce.',
    lead: 'Lampade, ceramiche, lini e piccoli mobili fatti con calma nella nostra bottega, e spediti in tutta Italia in 2-4 giorni lavorativi.',
    see: 'Guarda la collezione',
    ask: 'Hai una domanda?',
    collection: 'La collezione',
    collectionLead: 'Pochi pezzi, fatti bene. Quello che vedi qui esce dal nostro laboratorio.',
    stock: { here: 'Disponibile', coming: 'In arrivo' },
    products: [
      { drawing: 'lamp', name: 'Lampada Alba', made: 'Ottone e lino, luce calda', price: 89, stock: 'here' },
      { drawing: 'vase', name: 'Vaso Reno', made: 'Terracotta tornita a mano', price: 34, stock: 'here' },
      { drawing: 'throw', name: 'Plaid Savena', made: 'Lino lavato, 130 × 180 cm', price: 59, stock: 'here' },
      { drawing: 'stool', name: 'Sgabello Setta', made: 'Frassino oliato, alto 45 cm', price: 119, stock: 'coming' },
      { drawing: 'cups', name: 'Tazze Portico', made: 'Due pezzi, gres smaltato', price: 28, stock: 'here' },
      { drawing: 'bowl', name: 'Ciotola Colli', made: 'Ceramica, diametro 28 cm', price: 45, stock: 'here' },
    ],
    promises: 'Comprare da noi',
    facts: [
      {
        title: 'Consegna in 2-4 giorni',
        text: '5,90 € in Italia, gratuita da 59 €. Espressa il giorno lavorativo dopo a 9,90 €.',
      },
      {
        title: '14 giorni per ripensarci',
        text: 'Stampi l’etichetta da Il mio account e consegni il pacco a GLS. Il reso costa 4,90 €.',
      },
      { title: '2 anni di garanzia', text: 'Se un pezzo ha un difetto lo ripariamo o lo sostituiamo senza spese.' },
      {
        title: 'Rispondono persone',
        text: '{hours}. Il nostro assistente c’è sempre.',
      },
    ],
    workshop: 'Il laboratorio è dietro la vetrina',
    workshopText:
      'Dal martedì al sabato puoi venire a vedere come nasce una lampada, toccare i lini e portare a casa quello che ti piace. Siamo in via Saragozza 118, sotto il portico.',
    visit: 'Orari e indirizzo',
    help: 'Le domande che ci fate più spesso',
    helpText: 'Se non trovi la risposta, scrivici in chat: se serve, ti passiamo a una persona.',
    all: 'Tutte le domande',
  },
  en: {
    title: 'Bottega Aurora · Lovely things for the home, from Bologna',
    description:
      'Lamps, ceramics, textiles and small furniture made by hand. Delivery in 2-4 working days, free from €59.',
    eyebrow: 'Bologna, via Saragozza',
    headline: 'Simple things for homes full of light.',
    lead: 'Lamps, ceramics, linen and small furniture, made unhurriedly in our workshop and delivered all over Italy in 2-4 working days.',
    see: 'See the collection',
    ask: 'Got a question?',
    collection: 'The collection',
    collectionLead: 'A few pieces, made well. What you see here comes from our own workshop.',
    stock: { here: 'Available', coming: 'Arriving soon' },
    products: [
      { drawing: 'lamp', name: 'Alba lamp', made: 'Brass and linen, warm light', price: 89, stock: 'here' },
      { drawing: 'vase', name: 'Reno vase', made: 'Hand-thrown terracotta', price: 34, stock: 'here' },
      { drawing: 'throw', name: 'Savena throw', made: 'Washed linen, 130 × 180 cm', price: 59, stock: 'here' },
      { drawing: 'stool', name: 'Setta stool', made: 'Oiled ash, 45 cm high', price: 119, stock: 'coming' },
      { drawing: 'cups', name: 'Portico cups', made: 'Set of two, glazed stoneware', price: 28, stock: 'here' },
      { drawing: 'bowl', name: 'Colli bowl', made: 'Ceramic, 28 cm across', price: 45, stock: 'here' },
    ],
    promises: 'Buying from us',
    facts: [
      {
        title: 'Delivery in 2-4 days',
        text: '€5.90 in Italy, free from €59. Express on the next working day for €9.90.',
      },
      {
        title: '14 days to change your mind',
        text: 'Print the label from My account and hand the parcel to GLS. A return costs €4.90.',
      },
      { title: '2-year warranty', text: 'If a piece has a fault we repair or replace it at no cost.' },
      {
        title: 'People who answer',
        text: '{hours}. Our assistant is there at any time.',
      },
    ],
    workshop: 'The workshop is behind the shop window',
    workshopText:
      'From Tuesday to Saturday you can come and see how a lamp is made, feel the linen and take home what you like. We are at via Saragozza 118, under the portico.',
    visit: 'Hours and address',
    help: 'What people ask us most',
    helpText: 'If you don’t find the answer, write to us in the chat: if it takes a person, we’ll get you one.',
    all: 'All questions',
  },
};
