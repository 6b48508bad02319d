import type { TicketStatus } from '../../../domain/ticket.ts';
import type { Localized } from '../../../domain/language.ts';
import type { MailFault, TicketEvent, TicketList } from '../../../service/ticket-store.ts';
import type { FailureSentences } from './failures.ts';
import { ago, clockTime } from './time-words.ts';

type ShownList = Exclude<TicketList, 'open'>;

const statusesIt: Readonly<Record<TicketStatus, string>> = { open: 'Aperto', answered: 'Risposto', done: 'Chiuso' };
const listsIt: Readonly<Record<ShownList, string>> = {
  todo: 'Da fare',
  due: 'Scaduti',
  mine: 'Miei',
  answered: 'Risposti',
  done: 'Chiusi',
  all: 'Tutti',
};
const faultsIt: Readonly<Record<MailFault, string>> = {
  mailbox: 'la casella non esiste o non accetta posta',
  refused: 'il server di posta ha rifiutato il messaggio',
  unreachable: 'il server di posta non risponde',
  'sign-in': 'il server di posta non accetta nome e password di Sportello',
  encryption: 'la connessione cifrata con il server di posta non riesce',
};

const it = {
  title: 'Ticket',
  intro: 'Chi ha lasciato un contatto quando nessuno poteva rispondere.',
  lists: listsIt,
  listsLabel: 'Quali ticket',
  search: 'Cerca nei ticket',
  searchHint: 'Numero, contatto, parole…',
  none: 'Nessun ticket',
  noneHint: 'Arrivano quando un cliente lascia un contatto.',
  noneHere: 'Qui non c’è niente',
  noneHereHint: 'Guarda in un altro elenco.',
  nothingFound: 'Nessun risultato',
  nothingFoundHint: 'Prova con il numero, l’e-mail o una parola della domanda.',
  more: 'Ce ne sono altri: cerca per trovarli.',
  statuses: statusesIt,
  due: 'Scaduto',
  nobody: 'Nessuno',
  with: (name: string) => `Lo segue ${name}`,
  left: (when: string) => `Lasciato ${when}`,
  back: 'Tutti i ticket',
  notThere: 'Questo ticket non c’è',
  notThereHint: 'Controlla il numero, o torna all’elenco.',
  ticket: (number: string) => `Ticket ${number}`,
  request: 'La richiesta',
  question: 'Domanda',
  noQuestion: 'Il cliente non ha scritto una domanda.',
  contact: 'Contatto',
  copy: 'Copia',
  leftAt: 'Lasciato',
  answered: 'Risposto',
  closed: 'Chiuso',
  closedBy: (name: string, when: string) => `${when}, da ${name}`,
  ways: { mail: 'per e-mail', called: 'per telefono', other: 'in altro modo' },
  conversation: 'Apri la conversazione',
  answer: 'Rispondi',
  answerAgain: 'Scrivi ancora',
  yourAnswer: 'La tua risposta',
  answerHint: 'Parte come e-mail, con il tuo nome, il negozio e la domanda in fondo.',
  send: 'Manda per e-mail',
  preview: 'Anteprima',
  subject: 'Oggetto',
  notSetUp: 'La posta non è configurata: copia il testo e mandalo dal tuo programma di posta, poi segna come risposto.',
  copyText: 'Copia il testo',
  noAddress: 'Ha lasciato un numero di telefono: chiama, poi segna come risposto.',
  call: (number: string) => `Chiama ${number}`,
  called: 'Ho telefonato',
  otherWay: 'Risposto in altro modo',
  isDone: 'Il ticket è chiuso. Riaprilo per continuare.',
  markDone: 'Chiudi il ticket',
  reopen: 'Riapri',
  state: 'Stato',
  agent: 'Chi lo segue',
  takeIt: 'Lo seguo io',
  reminder: 'Promemoria',
  noReminder: 'Nessun promemoria',
  dueSince: (when: string) => `Scaduto ${when}`,
  remindAt: 'Ricordamelo il',
  setReminder: 'Imposta',
  clearReminder: 'Togli',
  presets: { hour: 'Tra un’ora', day: 'Domani', week: 'Tra una settimana' },
  mails: 'E-mail',
  noMails: 'Nessuna e-mail.',
  mailKinds: { ticket: 'Conferma con il numero', answer: 'Risposta' },
  mailSent: (when: string) => `Spedita ${when}`,
  mailWaiting: 'In partenza',
  mailDelayed: (why: string, when: string) => `Non ancora partita: ${why}. Si riprova: ${when}.`,
  mailFailed: (why: string) => `Non consegnata: ${why}.`,
  faults: faultsIt,
  sendAgain: 'Manda di nuovo',
  showText: 'Mostra il testo',
  history: 'Note e storia',
  note: 'Nuova nota',
  noteHint: 'La leggono solo i colleghi.',
  addNote: 'Aggiungi',
  event: ({ kind, by, detail = '' }: TicketEvent): string => {
    switch (kind) {
      case 'assigned':
        return `${by.name} l’ha affidato a ${detail}`;
      case 'unassigned':
        return `${by.name} non l’affida più a nessuno`;
      case 'mailed':
        return `${by.name} ha risposto per e-mail`;
      case 'called':
        return `${by.name} ha telefonato`;
      case 'other':
        return `${by.name} ha risposto in altro modo`;
      case 'done':
        return `${by.name} l’ha chiuso`;
      case 'reopened':
        return `${by.name} l’ha riaperto`;
      case 'reminder':
        return detail === ''
          ? `${by.name} ha tolto il promemoria`
          : `${by.name} ha messo un promemoria: ${clockTime(Number(detail), 'it')}`;
      case 'sent-again':
        return `${by.name} ha mandato di nuovo l’e-mail`;
      case 'note':
        return `${by.name}:`;
    }
  },
  transcript: 'Che cosa si è detto',
};

const en: typeof it = {
  title: 'Tickets',
  intro: 'Those who left a contact when nobody could answer.',
  lists: { todo: 'To do', due: 'Due', mine: 'Mine', answered: 'Answered', done: 'Done', all: 'All' },
  listsLabel: 'Which tickets',
  search: 'Search the tickets',
  searchHint: 'Number, contact, words…',
  none: 'No tickets',
  noneHint: 'They come when a customer leaves a contact.',
  noneHere: 'There is nothing here',
  noneHereHint: 'Look in another list.',
  nothingFound: 'Nothing found',
  nothingFoundHint: 'Try the number, the e-mail address or a word of the question.',
  more: 'There are more: search to find them.',
  statuses: { open: 'Open', answered: 'Answered', done: 'Done' },
  due: 'Due',
  nobody: 'Nobody',
  with: (name) => `With ${name}`,
  left: (when) => `Left ${when}`,
  back: 'All tickets',
  notThere: 'There is no such ticket',
  notThereHint: 'Check the number, or go back to the list.',
  ticket: (number) => `Ticket ${number}`,
  request: 'The request',
  question: 'Question',
  noQuestion: 'The customer wrote no question.',
  contact: 'Contact',
  copy: 'Copy',
  leftAt: 'Left',
  answered: 'Answered',
  closed: 'Done',
  closedBy: (name, when) => `${when}, by ${name}`,
  ways: { mail: 'by e-mail', called: 'by telephone', other: 'in another way' },
  conversation: 'Open the conversation',
  answer: 'Answer',
  answerAgain: 'Write again',
  yourAnswer: 'Your answer',
  answerHint: 'It goes out as an e-mail, with your name, the shop and the question at the end.',
  send: 'Send by e-mail',
  preview: 'Preview',
  subject: 'Subject',
  notSetUp: 'Mail is not set up: copy the text, send it from your own mail program, then mark as answered.',
  copyText: 'Copy the text',
  noAddress: 'They left a telephone number: call, then mark as answered.',
  call: (number) => `Call ${number}`,
  called: 'I called',
  otherWay: 'Answered in another way',
  isDone: 'The ticket is done. Reopen it to go on.',
  markDone: 'Mark as done',
  reopen: 'Reopen',
  state: 'State',
  agent: 'Who sees to it',
  takeIt: 'I see to it',
  reminder: 'Reminder',
  noReminder: 'No reminder',
  dueSince: (when) => `Due ${when}`,
  remindAt: 'Remind me on',
  setReminder: 'Set',
  clearReminder: 'Remove',
  presets: { hour: 'In an hour', day: 'Tomorrow', week: 'In a week' },
  mails: 'E-mails',
  noMails: 'No e-mails.',
  mailKinds: { ticket: 'Confirmation with the number', answer: 'Answer' },
  mailSent: (when) => `Sent ${when}`,
  mailWaiting: 'On its way',
  mailDelayed: (why, when) => `Not sent yet: ${why}. Next try: ${when}.`,
  mailFailed: (why) => `Not delivered: ${why}.`,
  faults: {
    mailbox: 'the mailbox is unknown or takes no mail',
    refused: 'the mail server refused the message',
    unreachable: 'the mail server does not answer',
    'sign-in': 'the mail server does not take the user name and password of Sportello',
    encryption: 'the encrypted connection to the mail server fails',
  },
  sendAgain: 'Send again',
  showText: 'Show the text',
  history: 'Notes and history',
  note: 'New note',
  noteHint: 'Only colleagues read it.',
  addNote: 'Add',
  event: ({ kind, by, detail = '' }) => {
    switch (kind) {
      case 'assigned':
        return `${by.name} gave it to ${detail}`;
      case 'unassigned':
        return `${by.name} gives it to nobody any more`;
      case 'mailed':
        return `${by.name} answered by e-mail`;
      case 'called':
        return `${by.name} called`;
      case 'other':
        return `${by.name} answered in another way`;
      case 'done':
        return `${by.name} marked it as done`;
      case 'reopened':
        return `${by.name} reopened it`;
      case 'reminder':
        return detail === ''
          ? `${by.name} removed the reminder`
          : `${by.name} set a reminder: ${clockTime(Number(detail), 'en')}`;
      case 'sent-again':
        return `${by.name} sent the e-mail again`;
      case 'note':
        return `${by.name}:`;
    }
  },
  transcript: 'What was said',
};

export const ticketTexts: Localized<typeof it> = { it, en };

/** What only these pages are refused with. */
export const ticketFailures: Localized<FailureSentences> = {
  it: {
    'no-ticket': () => 'Questo ticket non c’è.',
    'ticket-open': () => 'Il ticket è già aperto.',
    'answered-before': ({ by, at }) =>
      `${by ?? 'Un collega'} ha risposto ${ago(Number(at), 'it')}. Leggi la sua risposta; se serve, manda anche la tua.`,
    'mail-off': () => 'La posta non è configurata: copia il testo e mandalo tu.',
    'no-address': () => 'Questo cliente non ha lasciato un’e-mail.',
    'unknown-agent': () => 'Questo collega non c’è più: scegline un altro.',
    'mail-not-failed': () => 'Questa e-mail è già partita, o sta per partire.',
  },
  en: {
    'no-ticket': () => 'There is no such ticket.',
    'ticket-open': () => 'The ticket is open already.',
    'answered-before': ({ by, at }) =>
      `${by ?? 'A colleague'} answered ${ago(Number(at), 'en')}. Read that answer; if need be, send yours too.`,
    'mail-off': () => 'Mail is not set up: copy the text and send it yourself.',
    'no-address': () => 'This customer left no e-mail address.',
    'unknown-agent': () => 'This colleague is no longer there: choose another one.',
    'mail-not-failed': () => 'This e-mail has gone out, or is about to.',
  },
};
