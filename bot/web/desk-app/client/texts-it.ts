import type { Texts } from './texts.ts';

export const it: Texts = {
  title: 'Sportello – Assistenza',
  desk: 'Assistenza',
  skip: 'Vai al contenuto',
  languages: 'Lingua della pagina',
  signIn: {
    heading: 'Accedi allo sportello',
    login: 'Nome utente',
    password: 'Password',
    submit: 'Accedi',
    lost: 'Non hai un account, o hai perso la password? Chiedi a chi gestisce Sportello.',
    ended: 'La sessione è finita. Accedi di nuovo.',
    showPassword: 'Mostra la password',
  },
  field: {
    missing: 'Compila questo campo.',
    tooShort: (least, now) => `Servono almeno ${least} caratteri: ora sono ${now}.`,
  },
  welcome: {
    heading: 'Benvenuto allo sportello',
    intro: 'Crea il tuo account: con questo risponderai ai clienti.',
    name: 'Il tuo nome',
    nameHint: 'Lo vedono i clienti e i colleghi.',
    loginHint: 'Per accedere: lettere minuscole, cifre, punto o trattino.',
    passwordHint: 'Almeno 12 caratteri. Una frase lunga va benissimo.',
    submit: 'Crea l’account e accedi',
    expiredHeading: 'Questo link non vale più',
    expired:
      'È già stato usato, oppure ha più di 24 ore. Per averne un altro, chi gestisce Sportello usa questo comando:',
    toSignIn: 'Ho già un account: accedi',
  },
  signOut: 'Esci',
  conversations: 'Conversazioni',
  tickets: 'Ticket',
  waiting: 'In attesa',
  mine: 'Le mie',
  others: 'Dei colleghi',
  nobodyWaits: 'Nessuno in attesa. Bene così.',
  noneMine: 'Non ne segui nessuna.',
  noneOthers: 'I colleghi non ne seguono nessuna.',
  waitsFor: 'In attesa da',
  unanswered: 'Aspetta risposta da',
  heldBy: (name) => `La segue ${name}`,
  customer: 'Cliente',
  noQuestion: 'Nessuna domanda finora',
  reason: ({ code, title }) => {
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
  channels: { webchat: 'Chat web', teams: 'Teams', telegram: 'Telegram' },
  languageNames: { it: 'Italiano', en: 'Inglese' },
  newWaiting: (count, reason) => `Un nuovo cliente aspetta: ${reason}. In attesa: ${count}.`,
  newMessage: (who) => `Nuovo messaggio: ${who}.`,
  connectionLost: 'Collegamento interrotto: riprovo…',
  loading: 'Un momento…',
  pick: 'Scegli una conversazione',
  pickMore: 'Quelle in attesa da più tempo sono in alto.',
  back: 'Indietro',
  claim: 'Prendi in carico',
  release: 'Rimetti in coda',
  resolve: 'Risolta',
  claimHint: 'Il cliente aspetta. Prendendola in carico gli dici che ci sei tu.',
  released: 'Rimessa in coda.',
  resolved: 'Conversazione risolta.',
  heldByOther: (name) => `La sta seguendo ${name}. Puoi leggere, non scrivere.`,
  heldByBot: 'La sta seguendo il bot.',
  closed: (solved) => {
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
  compose: 'Scrivi al cliente',
  composeHint: 'Invio manda, Maiusc+Invio va a capo.',
  send: 'Invia',
  transcript: 'Messaggi',
  authors: { customer: 'Cliente', bot: 'Bot', system: 'Sistema', you: 'tu' },
  offered: 'Scelte offerte',
  brief: 'In breve',
  briefOf: {
    reason: 'Motivo',
    waiting: 'In attesa da',
    language: 'Lingua',
    channel: 'Canale',
    customer: 'Cliente',
    opened: 'Iniziata',
    questions: 'Che cosa ha chiesto',
    noQuestions: 'Non ha ancora fatto domande.',
    candidates: 'A che cosa somigliava',
    why: 'Perché',
    knowledgeChanged: 'Perché non si sa più: da allora le risposte del bot sono cambiate.',
  },
  became: {
    answer: 'Il bot l’ha riconosciuta',
    clarify: 'Il bot ha chiesto di precisare',
    handoff: 'Il bot non aveva risposta',
    noise: 'Il bot non ha capito',
  },
  confidence: 'Confidenza',
  noTickets: 'Nessun ticket. Arrivano quando un cliente lascia un contatto.',
  pickTicket: 'Scegli un ticket',
  ticket: 'Ticket',
  contact: 'Contatto',
  question: 'Domanda',
  left: 'Lasciato',
  markDone: 'Segna come fatto',
  toDo: 'Da fare',
  done: 'Fatti',
  doneBy: (name, when) => `Fatto da ${name}, ${when}`,
  failure: (error, ago) => {
    switch (error.code) {
      case 'already-claimed':
        return `${error.by ?? 'Un collega'} l’ha presa in carico ${ago(Number(error.since))}.`;
      case 'not-yours':
        return error.by === undefined
          ? 'Non la segui tu: è di nuovo in coda.'
          : `Non la segui tu: la segue ${error.by}.`;
      case 'not-waiting':
        return 'Il cliente non aspetta più: è tornato al bot.';
      case 'closed':
        return 'La conversazione è chiusa. Se il cliente scrive ancora, ne comincia un’altra.';
      case 'ticket-done':
        return 'Un collega ha già chiuso questo ticket.';
      case 'no-conversation':
        return 'Questa conversazione non c’è.';
      case 'wrong-credentials':
        return 'Nome utente e password non corrispondono.';
      case 'locked':
        return `Troppi tentativi. Riprova tra ${error.seconds ?? 'pochi'} secondi.`;
      case 'busy':
        return 'Troppi accessi insieme. Riprova tra qualche secondo.';
      case 'login-taken':
        return 'Questo nome utente è già preso: scegline un altro.';
      case 'offline':
        return 'Il server non risponde. Controlla il collegamento e riprova: quello che hai scritto è ancora qui.';
      case 'bad-input':
        return `Qualcosa non va in quello che hai scritto. ${error.message}`;
      default:
        return `Non è andata a buon fine: ${error.message}`;
    }
  },
};
