import type { Localized } from '../../../domain/language.ts';

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
  create: 'Crea l’account e accedi',
  spent: 'Questo link non vale più',
  spentHint:
    'È già stato usato, oppure ha più di 24 ore. Per averne un altro, chi gestisce Sportello usa questo comando:',
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
  create: 'Create the account and sign in',
  spent: 'This link no longer works',
  spentHint: 'It was used before, or it is older than 24 hours. Whoever runs Sportello makes another one with:',
  toSignIn: 'I have an account: sign in',
  missing: 'Fill in this field.',
  tooShort: (least, now) => `At least ${least} characters are needed: there are ${now}.`,
};

/** The sign-in page, and the page behind a one-time link. */
export const entryTexts: Localized<typeof it> = { it, en };
