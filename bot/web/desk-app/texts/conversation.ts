import type { HandoffReason, Resolution, Solved, Unreachable } from '../../../domain/conversation.ts';
import type { Localized } from '../../../domain/language.ts';

/** How a conversation ended. */
interface Ending {
  readonly solved?: Solved | undefined;
  readonly outcome?: Resolution;
  readonly unreachable?: Unreachable;
}

interface Reason {
  readonly code: HandoffReason;
  readonly title?: string;
}

const unreachableIt: Readonly<Record<Unreachable, string>> = {
  blocked: 'il cliente ha bloccato il bot',
  'not-found': 'il cliente o la chat non ci sono più',
  forbidden: 'il canale non permette più di scrivergli',
};
const unreachableEn: Readonly<Record<Unreachable, string>> = {
  blocked: 'the customer blocked the bot',
  'not-found': 'the customer or the chat is gone',
  forbidden: 'the channel no longer lets us write to them',
};

const it = {
  customer: 'Cliente',
  channels: { webchat: 'Chat web', teams: 'Teams', telegram: 'Telegram' },
  languages: { it: 'Italiano', en: 'Inglese' },
  reason({ code, title }: Reason): string {
    switch (code) {
      case 'requested':
        return 'Ha chiesto una persona';
      case 'topic':
        return title === undefined ? 'Argomento per una persona' : `Argomento: ${title}`;
      case 'details':
        return 'Ha mandato un numero d’ordine';
      case 'unsure':
        return 'Il bot non era sicuro';
      case 'noise':
        return 'Messaggio non compreso';
      case 'unhelpful':
        return 'Le risposte non sono servite';
      case 'failed':
        return 'Errore del bot';
      case 'taken':
        return 'È intervenuta una persona';
    }
  },
  back: 'Alla lista',
  claim: 'Prendi in carico',
  release: 'Rimetti in coda',
  resolve: 'Chiudi',
  claimHint: 'Il cliente aspetta. Prendendola in carico gli dici che ci sei tu.',
  waitsFor: 'In attesa da',
  unanswered: 'Aspetta risposta da',
  heldBy: (name: string) => `La segue ${name}`,
  heldByMe: 'La segui tu',
  heldByOther: (name: string) => `La sta seguendo ${name}. Puoi leggere, non scrivere.`,
  heldByBot: 'La sta seguendo il bot. Se intervieni, il cliente lo legge e il bot tace.',
  takeOver: 'Intervieni',
  howItEnded: 'Com’è finita?',
  mayRelease: 'La rimetti in coda?',
  mayReleaseHint: 'Il cliente aspetta di nuovo, e un altro può prenderla in carico.',
  outcomes: { solved: 'Risolta', 'not-solved': 'Non risolta', spam: 'Spam' },
  outcomeHints: {
    solved: 'Il cliente è ringraziato, e può dare un voto.',
    'not-solved': 'Il cliente è salutato, e può dare un voto.',
    spam: 'Chiude in silenzio, e non conta in nessuna cifra.',
  },
  unreachable: unreachableIt,
  closed({ solved, outcome, unreachable }: Ending): string {
    if (unreachable !== undefined) return `Chiusa: ${unreachableIt[unreachable]}.`;
    if (outcome === 'spam') return 'Chiusa: era spam.';
    if (outcome === 'not-solved') return 'Chiusa: non risolta.';
    switch (solved) {
      case 'agent':
        return 'Chiusa: risolta da una persona.';
      case 'bot-confirmed':
      case 'bot-implied':
        return 'Chiusa: risolta dal bot.';
      case 'nobody':
      case undefined:
        return 'Chiusa.';
    }
  },
  released: 'Rimessa in coda.',
  resolved: 'Conversazione chiusa.',
  messages: 'Messaggi',
  brief: 'In breve',
  edited: 'corregge un messaggio',
  authors: { customer: 'Cliente', bot: 'Bot', system: 'Sistema' },
  you: 'tu',
  withdrawn: 'Messaggio ritirato dal cliente',
  offered: 'Scelte offerte',
  toEnd: 'Vai agli ultimi messaggi',
  compose: 'Scrivi al cliente',
  composeHint: 'Invio manda, Maiusc+Invio va a capo.',
  send: 'Invia',
  facts: {
    reason: 'Motivo',
    waiting: 'In attesa da',
    customer: 'Cliente',
    account: 'Account (confermato)',
    language: 'Lingua',
    channel: 'Canale',
    opened: 'Iniziata',
    closed: 'Chiusa',
  },
  questions: 'Che cosa ha chiesto',
  noQuestions: 'Non ha ancora fatto domande.',
  candidates: 'A che cosa somigliava',
  confidence: 'Confidenza',
  why: 'Perché',
  teachWording: 'Insegna questa frase al bot',
  teachAnswer: 'Fanne una risposta del bot',
  knowledgeChanged: 'Perché non si sa più: da allora le risposte del bot sono cambiate.',
  became: {
    answer: 'Il bot l’ha riconosciuta',
    clarify: 'Il bot ha chiesto di precisare',
    handoff: 'Il bot non aveva risposta',
    noise: 'Il bot non ha capito',
  },
};

const en: typeof it = {
  customer: 'Customer',
  channels: { webchat: 'Web chat', teams: 'Teams', telegram: 'Telegram' },
  languages: { it: 'Italian', en: 'English' },
  reason({ code, title }: Reason): string {
    switch (code) {
      case 'requested':
        return 'Asked for a person';
      case 'topic':
        return title === undefined ? 'A topic for a person' : `Topic: ${title}`;
      case 'details':
        return 'Sent an order number';
      case 'unsure':
        return 'The bot was not sure';
      case 'noise':
        return 'Message not understood';
      case 'unhelpful':
        return 'The answers did not help';
      case 'failed':
        return 'The bot failed';
      case 'taken':
        return 'An agent stepped in';
    }
  },
  back: 'To the list',
  claim: 'Claim',
  release: 'Release',
  resolve: 'Close',
  claimHint: 'The customer is waiting. Claiming it tells them that you are there.',
  waitsFor: 'Waiting for',
  unanswered: 'Unanswered for',
  heldBy: (name) => `Held by ${name}`,
  heldByMe: 'Held by you',
  heldByOther: (name) => `${name} holds it. You can read, not write.`,
  heldByBot: 'The bot holds it. If you step in, the customer is told and the bot is silent.',
  takeOver: 'Step in',
  howItEnded: 'How did it end?',
  mayRelease: 'Release it?',
  mayReleaseHint: 'The customer waits again, and somebody else may claim it.',
  outcomes: { solved: 'Solved', 'not-solved': 'Not solved', spam: 'Spam' },
  outcomeHints: {
    solved: 'The customer is thanked, and may give a rating.',
    'not-solved': 'The customer hears goodbye, and may give a rating.',
    spam: 'Closes without a word, and counts in no figure.',
  },
  unreachable: unreachableEn,
  closed({ solved, outcome, unreachable }): string {
    if (unreachable !== undefined) return `Closed: ${unreachableEn[unreachable]}.`;
    if (outcome === 'spam') return 'Closed: it was spam.';
    if (outcome === 'not-solved') return 'Closed: not solved.';
    switch (solved) {
      case 'agent':
        return 'Closed: solved by a person.';
      case 'bot-confirmed':
      case 'bot-implied':
        return 'Closed: solved by the bot.';
      case 'nobody':
      case undefined:
        return 'Closed.';
    }
  },
  released: 'Back in the queue.',
  resolved: 'Conversation closed.',
  messages: 'Messages',
  brief: 'In brief',
  edited: 'corrects a message',
  authors: { customer: 'Customer', bot: 'Bot', system: 'System' },
  you: 'you',
  withdrawn: 'Message taken back by the customer',
  offered: 'Choices offered',
  toEnd: 'To the latest messages',
  compose: 'Write to the customer',
  composeHint: 'Enter sends, Shift+Enter starts a new line.',
  send: 'Send',
  facts: {
    reason: 'Reason',
    waiting: 'Waiting for',
    customer: 'Customer',
    account: 'Account (confirmed)',
    language: 'Language',
    channel: 'Channel',
    opened: 'Began',
    closed: 'Closed',
  },
  questions: 'What was asked',
  noQuestions: 'No questions yet.',
  candidates: 'What it looked like',
  confidence: 'Confidence',
  why: 'Why',
  teachWording: 'Teach the bot this wording',
  teachAnswer: 'Make it an answer of the bot',
  knowledgeChanged: 'Why can no longer be told: the bot’s answers have changed since.',
  became: {
    answer: 'The bot recognised it',
    clarify: 'The bot asked back',
    handoff: 'The bot had no answer',
    noise: 'The bot did not understand',
  },
};

/** One conversation: its lines in lists, its transcript, its brief, and what can be done in it. */
export const conversationTexts: Localized<typeof it> = { it, en };
