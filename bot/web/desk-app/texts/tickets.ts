import type { Localized } from '../../../domain/language.ts';

const it = {
  title: 'Ticket',
  intro: 'Chi ha lasciato un contatto quando nessuno poteva rispondere.',
  none: 'Nessun ticket',
  noneHint: 'Arrivano quando un cliente lascia un contatto.',
  contact: 'Contatto',
  question: 'Domanda',
  left: 'Lasciato',
  read: 'Leggi la conversazione',
  markDone: 'Segna come fatto',
  done: (name: string, when: string) => `Fatto da ${name}, ${when}`,
};

const en: typeof it = {
  title: 'Tickets',
  intro: 'Those who left a contact when nobody could answer.',
  none: 'No tickets',
  noneHint: 'They come when a customer leaves a contact.',
  contact: 'Contact',
  question: 'Question',
  left: 'Left',
  read: 'Read the conversation',
  markDone: 'Mark as done',
  done: (name, when) => `Done by ${name}, ${when}`,
};

export const ticketTexts: Localized<typeof it> = { it, en };
