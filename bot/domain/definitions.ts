import type { DefinitionGroup } from './definition.ts';
import { satisfactionDefinitions, scalesApart } from './definitions-of-ratings.ts';

const conversations: DefinitionGroup = {
  id: 'conversations',
  title: { it: 'Conversazioni', en: 'Conversations' },
  definitions: [
    {
      id: 'conversations',
      name: { it: 'Conversazioni', en: 'Conversations' },
      meaning: {
        it: 'Conversazioni aperte nel periodo. I giudizi contano nel periodo in cui sono stati chiesti.',
        en: 'Conversations opened in the period. Ratings count in the period in which they were asked.',
      },
      exclusions: {
        it: 'Quelle in cui il cliente non ha scritto niente, e lo spam.',
        en: 'Those in which the customer wrote nothing, and spam.',
      },
    },
    {
      id: 'bot-confirmed',
      name: { it: 'Risolte dal bot, confermate', en: 'Solved by the bot, confirmed' },
      meaning: {
        it: 'Il cliente ha detto che la risposta gli è servita.',
        en: 'The customer said that the answer helped.',
      },
    },
    {
      id: 'bot-implied',
      name: { it: 'Risolte dal bot, presunte', en: 'Solved by the bot, implied' },
      meaning: {
        it: 'Dopo una risposta non rifiutata il cliente ha salutato o ringraziato, senza dire altro.',
        en: 'After an answer that was not rejected the customer took leave or said thanks, and nothing else.',
      },
    },
    {
      id: 'agent',
      name: { it: 'Risolte da persone', en: 'Solved by people' },
      meaning: {
        it: 'L’operatore ha chiuso la conversazione come risolta.',
        en: 'The agent ended the conversation as solved.',
      },
    },
    {
      id: 'nobody',
      name: { it: 'Non risolte', en: 'Not solved' },
      meaning: {
        it: 'Chiuse senza che si sappia di una soluzione: per silenzio, con un ticket, o dall’operatore come non risolte. Il silenzio non è una soluzione.',
        en: 'Closed without a solution that is known of: by silence, with a ticket, or by the agent as not solved. Silence is no solution.',
      },
    },
    {
      id: 'handed-over',
      name: { it: 'Passate a una persona', en: 'Handed over' },
      meaning: {
        it: 'Conversazioni per cui è servita una persona, con l’ultimo motivo. Contano anche se poi il cliente ha rinunciato.',
        en: 'Conversations that needed a person, by the last reason. They count even when the customer gave up later.',
      },
    },
    {
      id: 'abandoned',
      name: { it: 'Abbandonate', en: 'Abandoned' },
      meaning: {
        it: 'Il cliente aspettava una persona e se n’è andato senza averne letto una parola.',
        en: 'The customer waited for a person, and left without a word of one.',
      },
      formula: {
        it: 'passate a una persona, chiuse e non risolte, senza un operatore che abbia scritto o chiuso e senza ticket',
        en: 'handed over, closed and not solved, without an agent who wrote or ended it and without a ticket',
      },
    },
    {
      id: 'tickets',
      name: { it: 'Ticket', en: 'Tickets' },
      meaning: {
        it: 'Conversazioni in cui il cliente ha lasciato un contatto.',
        en: 'Conversations in which the customer left a contact.',
      },
    },
    {
      id: 'handled-by',
      name: { it: 'Chi ha risposto', en: 'Handled by' },
      meaning: {
        it: 'Il bot: nessun operatore ha scritto né chiuso. Misto: hanno risposto il bot e un operatore. Operatore: solo una persona.',
        en: 'The bot: no agent wrote or ended it. Mixed: the bot answered, and an agent too. Agent: a person alone.',
      },
    },
    {
      id: 'period-before',
      name: { it: 'Periodo precedente', en: 'The period before' },
      meaning: {
        it: 'Il tempo della stessa durata che finisce dove comincia il periodo. Le differenze di quote sono in punti percentuali.',
        en: 'The time of the same length that ends where the period begins. Differences of shares are in percentage points.',
      },
    },
  ],
};

const times: DefinitionGroup = {
  id: 'times',
  title: { it: 'Tempi delle persone', en: 'Times of people' },
  definitions: [
    {
      id: 'first-response',
      name: { it: 'Prima risposta', en: 'First response' },
      meaning: {
        it: 'Da quando il cliente si mette in coda al primo messaggio di un operatore. La risposta del bot non è una prima risposta.',
        en: 'From when the customer joins the queue to the first message of an agent. The bot’s answer is no first response.',
      },
      exclusions: {
        it: 'Conversazioni in cui nessun operatore ha scritto, e quelle prese da un operatore di sua iniziativa.',
        en: 'Conversations in which no agent wrote, and those that an agent took of their own accord.',
      },
      source: {
        it: 'La pratica di ISO 10004: si misura il tempo fino alla risposta di una persona.',
        en: 'ISO 10004 practice: what is measured is the time until a person answers.',
      },
    },
    {
      id: 'handling',
      name: { it: 'Gestione', en: 'Handling' },
      meaning: {
        it: 'Da quando una persona prende la conversazione per la prima volta a quando un operatore la chiude, colleghi e attese compresi.',
        en: 'From when a person first takes the conversation to when an agent ends it, colleagues and waiting included.',
      },
      exclusions: { it: 'Quelle che nessun operatore ha chiuso.', en: 'Those that no agent ended.' },
    },
    {
      id: 'opening-time',
      name: { it: 'In orario di apertura', en: 'In opening hours' },
      meaning: {
        it: 'Conta solo il tempo in cui c’è qualcuno: una domanda del venerdì sera a cui si risponde il lunedì alle 9:10 ha aspettato 10 minuti. Valgono gli orari di oggi di intents/hours.yaml, anche per il passato.',
        en: 'Only time in which somebody is there counts: a question of Friday night answered on Monday at 9:10 has waited 10 minutes. The hours of intents/hours.yaml as they are today are taken for the past, too.',
      },
    },
    {
      id: 'median-p90',
      name: { it: 'Mediana e p90', en: 'Median and p90' },
      meaning: {
        it: 'Metà delle volte ci è voluto non più della mediana, nove volte su dieci non più del p90. La media direbbe meno: una notte dimenticata la rovina.',
        en: 'Half of the times it took no longer than the median, nine times in ten no longer than the p90. A mean would tell less: one forgotten night spoils it.',
      },
      formula: { it: 'il valore di quel rango (nearest rank)', en: 'the value of that rank (nearest rank)' },
    },
  ],
};

const content: DefinitionGroup = {
  id: 'content',
  title: { it: 'Contenuti', en: 'Content' },
  definitions: [
    {
      id: 'given',
      name: { it: 'Data', en: 'Given' },
      meaning: {
        it: 'Quante volte la risposta è stata data, dal bot o da un operatore che l’ha scelta. I saluti e le altre frasi di cortesia non contano.',
        en: 'How often the answer was given, by the bot or by an agent who chose it. Greetings and other small talk do not count.',
      },
    },
    {
      id: 'solved-after',
      name: { it: 'Risolto dopo', en: 'Solved after it' },
      meaning: {
        it: 'Era l’ultima risposta prima che la conversazione si chiudesse come risolta da chi l’ha data.',
        en: 'It was the last answer before the conversation was closed as solved by whoever gave it.',
      },
      formula: { it: 'risolte / volte data', en: 'solved / times given' },
    },
    {
      id: 'rejected',
      name: { it: 'Non è servita', en: 'Did not help' },
      meaning: {
        it: 'Il cliente ha detto che non gli è servita.',
        en: 'The customer said that it did not help.',
      },
      formula: { it: 'rifiutate / volte data', en: 'rejected / times given' },
    },
    {
      id: 'before-after',
      name: { it: 'Prima e dopo la modifica', en: 'Before and after the change' },
      meaning: {
        it: 'I giudizi delle conversazioni con questa risposta nei 90 giorni prima e nei 90 dopo l’ultima modifica delle sue parole o dei suoi link. Un esempio in più non è una modifica.',
        en: 'The ratings of conversations with this answer in the 90 days before and the 90 after the last change of its words or links. One example more is no change.',
      },
      exclusions: scalesApart,
    },
    {
      id: 'missed',
      name: { it: 'Domande senza risposta', en: 'Questions without an answer' },
      meaning: {
        it: 'Domande su cui il bot non era abbastanza sicuro, che non ha capito, per cui il cliente ha scelto «nessuna di queste», o la cui risposta non è servita. Domande che differiscono solo per maiuscole, accenti, punteggiatura, articoli, saluti, numeri d’ordine o indirizzi sono una domanda sola; indirizzi e-mail e numeri lunghi sono nascosti.',
        en: 'Questions of which the bot was not sure enough, that it did not understand, for which the customer chose "none of these", or whose answer did not help. Questions that differ in capitals, accents, punctuation, articles, greetings, order numbers or addresses only are one question; e-mail addresses and long numbers are hidden.',
      },
      exclusions: {
        it: 'Un contatto lasciato o scritto male, e un numero da solo: non sono domande.',
        en: 'A contact that was left or mistyped, and a bare number: they are no questions.',
      },
    },
  ],
};

export const definitions: readonly DefinitionGroup[] = [satisfactionDefinitions, conversations, times, content];
