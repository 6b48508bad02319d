import type { Localized } from '../../../domain/language.ts';

const it = {
  presence: {
    label: 'Presenza',
    available: 'Disponibile',
    away: 'Assente',
    idle: 'Assente: da un po’ non tocchi la pagina',
  },
  transfer: {
    act: 'Passa a un collega',
    title: 'A chi la passi?',
    to: 'Collega',
    note: 'Una nota per chi la riceve',
    noteHint: 'Facoltativa. Il cliente non la vede.',
    submit: 'Passa',
    nobody: 'Non c’è nessun altro che risponde ai clienti.',
    done: (name: string) => `Passata a ${name}.`,
  },
  note: {
    mode: 'Nota interna',
    reply: 'Risposta',
    what: 'Che cosa scrivi',
    box: 'Scrivi una nota per i colleghi',
    hint: 'La vedono solo i colleghi. Invio la salva, Maiusc+Invio va a capo.',
    save: 'Salva',
    author: (name: string) => `Nota di ${name}`,
  },
  suggestions: {
    label: 'Suggerimenti',
    missing: (names: string) => `Da completare: ${names}`,
  },
  typing: (who: string) => `${who} sta scrivendo…`,
  delivery: {
    delivered: 'Consegnato',
    sending: 'In consegna…',
    waiting: 'Arriva quando il cliente riapre la pagina',
    retrying: (error: string, at: string) => `Non ancora consegnato (${error}): riprovo ${at}`,
    lost: (error: string) => `Non consegnato: ${error}`,
  },
  answered: 'Che cosa ha già ricevuto',
  answeredBy: { agent: 'da una persona', bot: 'dal bot' },
  ratings: 'I suoi voti',
  rating: (score: number) => `${score} su 5`,
  notRated: 'Senza voto',
  page: 'Pagina',
  localTime: 'Ora locale',
  actions: 'Azioni',
  nextPage: 'Mostra altre',
  searchClosed: 'Parole dette nella conversazione',
};

const en: typeof it = {
  presence: {
    label: 'Presence',
    available: 'Available',
    away: 'Away',
    idle: 'Away: nobody touched the page for a while',
  },
  transfer: {
    act: 'Pass to a colleague',
    title: 'Who shall have it?',
    to: 'Colleague',
    note: 'A note for whoever gets it',
    noteHint: 'Optional. The customer does not see it.',
    submit: 'Pass',
    nobody: 'There is nobody else who answers customers.',
    done: (name) => `Passed to ${name}.`,
  },
  note: {
    mode: 'Internal note',
    reply: 'Reply',
    what: 'What you write',
    box: 'Write a note for colleagues',
    hint: 'Only colleagues see it. Enter saves, Shift+Enter starts a new line.',
    save: 'Save',
    author: (name) => `Note by ${name}`,
  },
  suggestions: {
    label: 'Suggestions',
    missing: (names) => `To be filled in: ${names}`,
  },
  typing: (who) => `${who} is writing…`,
  delivery: {
    delivered: 'Delivered',
    sending: 'On its way…',
    waiting: 'Arrives when the customer opens the page again',
    retrying: (error, at) => `Not delivered yet (${error}): next try ${at}`,
    lost: (error) => `Not delivered: ${error}`,
  },
  answered: 'What was answered',
  answeredBy: { agent: 'by a person', bot: 'by the bot' },
  ratings: 'Ratings given',
  rating: (score) => `${score} of 5`,
  notRated: 'Not rated',
  page: 'Page',
  localTime: 'Local time',
  actions: 'Actions',
  nextPage: 'Show more',
  searchClosed: 'Words of the conversation',
};

/** What agents do with each other and with the knowledge while they answer. */
export const workTexts: Localized<typeof it> = { it, en };
