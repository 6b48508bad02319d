import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Sportello – Desk',
  desk: 'Desk',
  skip: 'Skip to content',
  languages: 'Language of this page',
  signIn: {
    heading: 'Sign in to the desk',
    login: 'User name',
    password: 'Password',
    submit: 'Sign in',
    lost: 'No account, or a lost password? Ask whoever runs Sportello.',
    ended: 'Your session has ended. Sign in again.',
    showPassword: 'Show the password',
  },
  field: {
    missing: 'Fill in this field.',
    tooShort: (least, now) => `At least ${least} characters are needed: there are ${now}.`,
  },
  welcome: {
    heading: 'Welcome to the desk',
    intro: 'Create your account: you will answer customers with it.',
    name: 'Your name',
    nameHint: 'Customers and colleagues see it.',
    loginHint: 'To sign in: lower-case letters, digits, dot or hyphen.',
    passwordHint: 'At least 12 characters. A long phrase is fine.',
    submit: 'Create the account and sign in',
    expiredHeading: 'This link no longer works',
    expired: 'It was used before, or it is older than 24 hours. Whoever runs Sportello makes another one with:',
    toSignIn: 'I have an account: sign in',
  },
  signOut: 'Sign out',
  conversations: 'Conversations',
  tickets: 'Tickets',
  waiting: 'Waiting',
  mine: 'Mine',
  others: 'Colleagues’',
  nobodyWaits: 'Nobody is waiting. All good.',
  noneMine: 'You hold none.',
  noneOthers: 'Your colleagues hold none.',
  waitsFor: 'Waiting for',
  unanswered: 'Unanswered for',
  heldBy: (name) => `Held by ${name}`,
  customer: 'Customer',
  noQuestion: 'No question so far',
  reason: ({ code, title }) => {
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
  channels: { webchat: 'Web chat', teams: 'Teams', telegram: 'Telegram' },
  languageNames: { it: 'Italian', en: 'English' },
  newWaiting: (count, reason) => `A new customer is waiting: ${reason}. Waiting: ${count}.`,
  newMessage: (who) => `New message: ${who}.`,
  connectionLost: 'Connection lost: trying again…',
  loading: 'One moment…',
  pick: 'Choose a conversation',
  pickMore: 'Those who have waited longest are at the top.',
  back: 'Back',
  claim: 'Claim',
  release: 'Release',
  resolve: 'Resolve',
  claimHint: 'The customer is waiting. Claiming it tells them that you are there.',
  released: 'Back in the queue.',
  resolved: 'Conversation resolved.',
  heldByOther: (name) => `${name} holds it. You can read, not write.`,
  heldByBot: 'The bot holds it.',
  closed: (solved) => {
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
  compose: 'Write to the customer',
  composeHint: 'Enter sends, Shift+Enter starts a new line.',
  send: 'Send',
  transcript: 'Messages',
  authors: { customer: 'Customer', bot: 'Bot', system: 'System', you: 'you' },
  offered: 'Choices offered',
  brief: 'In brief',
  briefOf: {
    reason: 'Reason',
    waiting: 'Waiting for',
    language: 'Language',
    channel: 'Channel',
    customer: 'Customer',
    opened: 'Began',
    questions: 'What was asked',
    noQuestions: 'No questions yet.',
    candidates: 'What it looked like',
    why: 'Why',
    knowledgeChanged: 'Why can no longer be told: the bot’s answers have changed since.',
  },
  became: {
    answer: 'The bot recognised it',
    clarify: 'The bot asked back',
    handoff: 'The bot had no answer',
    noise: 'The bot did not understand',
  },
  confidence: 'Confidence',
  noTickets: 'No tickets. They come when a customer leaves a contact.',
  pickTicket: 'Choose a ticket',
  ticket: 'Ticket',
  contact: 'Contact',
  question: 'Question',
  left: 'Left',
  markDone: 'Mark as done',
  toDo: 'To do',
  done: 'Done',
  doneBy: (name, when) => `Done by ${name}, ${when}`,
  failure: (error, ago) => {
    switch (error.code) {
      case 'already-claimed':
        return `${error.by ?? 'A colleague'} claimed this ${ago(Number(error.since))}.`;
      case 'not-yours':
        return error.by === undefined
          ? 'You do not hold it: it is back in the queue.'
          : `You do not hold it: ${error.by} does.`;
      case 'not-waiting':
        return 'The customer no longer waits: they went back to the bot.';
      case 'closed':
        return 'The conversation is closed. If the customer writes again, a new one begins.';
      case 'ticket-done':
        return 'A colleague has already done this ticket.';
      case 'no-conversation':
        return 'There is no such conversation.';
      case 'wrong-credentials':
        return 'User name and password do not belong together.';
      case 'locked':
        return `Too many attempts. Try again in ${error.seconds ?? 'a few'} seconds.`;
      case 'busy':
        return 'Too many sign-ins at once. Try again in a few seconds.';
      case 'login-taken':
        return 'Somebody has this user name already: choose another one.';
      case 'offline':
        return 'The server does not answer. Check the connection and try again: what you wrote is still here.';
      case 'bad-input':
        return `Something is wrong in what you entered. ${error.message}`;
      default:
        return `That did not work: ${error.message}`;
    }
  },
};
