import type { Localized } from '../../../domain/language.ts';
import type { SignInProblem } from '../../oidc/routes.ts';

const it = {
  signIn: 'Accedi allo sportello',
  login: 'Nome utente',
  password: 'Password',
  submit: 'Accedi',
  lost: 'Non hai un account, o hai perso la password? Chiedi a chi gestisce Sportello.',
  ended: 'La sessione è finita. Accedi di nuovo.',
  showPassword: 'Mostra la password',
  welcome: 'Benvenuto allo sportello',
  intro: 'Crea il tuo account: con questo risponderai ai clienti.',
  name: 'Il tuo nome',
  nameHint: 'Lo vedono i clienti e i colleghi.',
  loginHint: 'Per accedere: lettere minuscole, cifre, punto o trattino.',
  passwordHint: 'Almeno 12 caratteri. Una frase lunga va benissimo.',
  newPassword: 'Scegli una password',
  newPasswordIntro: (name: string, login: string) =>
    `${name}, il tuo nome utente è ${login}. La password la conosci solo tu.`,
  setPassword: 'Salva e accedi',
  with: (provider: string) => `Accedi con ${provider}`,
  or: 'oppure',
  create: 'Crea l’account e accedi',
  spent: 'Questo link non vale più',
  spentHint:
    'È già stato usato o ritirato, oppure ha più di 24 ore. Un amministratore te ne dà un altro da Persone, o chi gestisce Sportello con:',
  toSignIn: 'Ho già un account: accedi',
  missing: 'Compila questo campo.',
  tooShort: (least: number, now: number) => `Servono almeno ${least} caratteri: ora sono ${now}.`,
};

const en: typeof it = {
  signIn: 'Sign in to the desk',
  login: 'User name',
  password: 'Password',
  submit: 'Sign in',
  lost: 'No account, or a lost password? Ask whoever runs Sportello.',
  ended: 'Your session has ended. Sign in again.',
  showPassword: 'Show the password',
  welcome: 'Welcome to the desk',
  intro: 'Create your account: you will answer customers with it.',
  name: 'Your name',
  nameHint: 'Customers and colleagues see it.',
  loginHint: 'To sign in: lower-case letters, digits, dot or hyphen.',
  passwordHint: 'At least 12 characters. A long phrase is fine.',
  newPassword: 'Choose a password',
  newPasswordIntro: (name, login) => `${name}, your user name is ${login}. Only you know the password.`,
  setPassword: 'Save and sign in',
  with: (provider) => `Sign in with ${provider}`,
  or: 'or',
  create: 'Create the account and sign in',
  spent: 'This link no longer works',
  spentHint:
    'It was used or withdrawn, or it is older than 24 hours. An admin makes another one under People, or whoever runs Sportello with:',
  toSignIn: 'I have an account: sign in',
  missing: 'Fill in this field.',
  tooShort: (least, now) => `At least ${least} characters are needed: there are ${now}.`,
};

/** The sign-in page, and the page behind a one-time link. */
export const entryTexts: Localized<typeof it> = { it, en };

/** Why signing in with a provider did not work. */
export const signInProblems: Localized<Readonly<Record<SignInProblem, string>>> = {
  it: {
    'provider-down': 'Il provider non risponde. Riprova tra poco; se continua, avvisa chi gestisce Sportello.',
    'provider-refused':
      'Il provider non accetta le impostazioni di Sportello. Avvisa chi lo gestisce: il motivo è nel suo registro.',
    declined: 'L’accesso è stato annullato o non permesso dal provider.',
    expired: 'Questo accesso è scaduto o era già stato usato. Riprova.',
    invalid:
      'La risposta del provider non è valida, e non è stata accettata. Riprova; se continua, avvisa chi gestisce Sportello.',
    domain:
      'Il tuo indirizzo e-mail non è tra quelli ammessi. Accedi con quello di lavoro, o chiedi a un amministratore.',
    locked: 'Da qui sono falliti troppi accessi. Aspetta qualche minuto e riprova.',
    disabled: 'Il tuo account è disattivato. Chiedi a un amministratore.',
    'no-role':
      'Ti abbiamo riconosciuto, ma il tuo account non ha ancora un ruolo. Chiedi a un amministratore di dartelo, poi riprova.',
  },
  en: {
    'provider-down': 'The provider does not answer. Try again soon; if it goes on, tell whoever runs Sportello.',
    'provider-refused':
      'The provider does not take Sportello’s settings. Tell whoever runs it: the reason is in its log.',
    declined: 'The sign-in was called off, or the provider did not allow it.',
    expired: 'This sign-in has expired or was used before. Try again.',
    invalid:
      'The provider’s answer is not valid and was not accepted. Try again; if it goes on, tell whoever runs Sportello.',
    domain: 'Your e-mail address is not one of those that are let in. Use the one of your work, or ask an admin.',
    locked: 'Too many sign-ins from here have failed. Wait a few minutes and try again.',
    disabled: 'Your account is disabled. Ask an admin.',
    'no-role': 'We know who you are, but your account has no role yet. Ask an admin for one, then try again.',
  },
};

/** The sentence for what the address says; anybody may write an address, so for what is none of them there is none. */
export function sentenceFor(end: string | null, sentences: Readonly<Record<string, string>>): string | undefined {
  return end !== null && Object.hasOwn(sentences, end) ? sentences[end] : undefined;
}
