import type { Language, Localized } from '../../../domain/language.ts';
import type { Failure } from '../api/client.ts';
import { badInput } from './bad-input.ts';
import { ago } from './time-words.ts';

/** A sentence for each code of an error; what it needs to say more stands among the error's facts. */
export type FailureSentences = Readonly<Record<string, (failure: Failure) => string>>;

/** Says in the page's language what did not work; `own` are the codes of one page. */
export function failureSentence(failure: Failure, language: Language, own?: Localized<FailureSentences>): string {
  const sentence = own?.[language][failure.code] ?? shared[language][failure.code] ?? others[language];
  return sentence(failure);
}

const others: Localized<(failure: Failure) => string> = {
  it: ({ message }) => `Non è riuscito: ${message}`,
  en: ({ message }) => `That did not work: ${message}`,
};

const shared: Localized<FailureSentences> = {
  it: {
    offline: () => 'Il server non risponde. Controlla il collegamento e riprova: quello che hai scritto è ancora qui.',
    'not-signed-in': () => 'La sessione è finita. Accedi di nuovo.',
    role: () => 'Il tuo account non può farlo. Chiedi a chi gestisce gli account.',
    'already-claimed': ({ by, since }) => `${by ?? 'Un collega'} l’ha presa in carico ${ago(Number(since), 'it')}.`,
    'not-yours': ({ by }) =>
      by === undefined ? 'Non la segui tu: è di nuovo in coda.' : `Non la segui tu: la segue ${by}.`,
    'not-waiting': () => 'Il cliente non aspetta più: è tornato al bot.',
    closed: () => 'La conversazione è chiusa. Se il cliente scrive ancora, ne comincia un’altra.',
    'ticket-done': () => 'Un collega ha già chiuso questo ticket.',
    'no-conversation': () => 'Questa conversazione non c’è.',
    'no-agent': () => 'Questo collega non c’è, o il suo account non è più in uso. Scegline un altro.',
    internal: ({ id }) =>
      `Qualcosa non ha funzionato sul server. Riprova; se succede ancora, riferisci questo codice a chi gestisce Sportello: ${id ?? '?'}.`,
    unexplained: () => 'Il server non è riuscito a rispondere. Riprova tra poco.',
    'foreign-origin': () => 'Questa pagina non è quella del banco. Ricaricala e riprova.',
    'wrong-credentials': () => 'Nome utente e password non corrispondono.',
    locked: ({ seconds }) => `Troppi tentativi. Riprova tra ${seconds ?? 'pochi'} secondi.`,
    busy: () => 'Troppi accessi insieme. Riprova tra qualche secondo.',
    'login-taken': () => 'Questo nome utente è già preso: scegline un altro.',
    'bad-input': ({ wrong }) => badInput(wrong ?? '', 'it'),
  },
  en: {
    offline: () => 'The server does not answer. Check the connection and try again: what you wrote is still here.',
    'not-signed-in': () => 'Your session has ended. Sign in again.',
    role: () => 'Your account may not do this. Ask whoever looks after the accounts.',
    'already-claimed': ({ by, since }) => `${by ?? 'A colleague'} claimed this ${ago(Number(since), 'en')}.`,
    'not-yours': ({ by }) =>
      by === undefined ? 'You do not hold it: it is back in the queue.' : `You do not hold it: ${by} does.`,
    'not-waiting': () => 'The customer no longer waits: they went back to the bot.',
    closed: () => 'The conversation is closed. If the customer writes again, a new one begins.',
    'ticket-done': () => 'A colleague has already done this ticket.',
    'no-conversation': () => 'There is no such conversation.',
    'no-agent': () => 'There is no such colleague, or that account is no longer in use. Choose another one.',
    internal: ({ id }) =>
      `Something failed on the server. Try again; if it happens again, tell this code to whoever runs Sportello: ${id ?? '?'}.`,
    unexplained: () => 'The server could not answer. Try again in a moment.',
    'foreign-origin': () => 'This page is not one of the desk. Load it again and retry.',
    'wrong-credentials': () => 'User name and password do not belong together.',
    locked: ({ seconds }) => `Too many attempts. Try again in ${seconds ?? 'a few'} seconds.`,
    busy: () => 'Too many sign-ins at once. Try again in a few seconds.',
    'login-taken': () => 'Somebody has this user name already: choose another one.',
    'bad-input': ({ wrong }) => badInput(wrong ?? '', 'en'),
  },
};
