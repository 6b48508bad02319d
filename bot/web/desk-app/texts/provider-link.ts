import type { Localized } from '../../../domain/language.ts';
import type { LinkEnd } from '../../oidc/routes.ts';
import { signInProblems } from './entry.ts';

const it = {
  title: (provider: string) => `Accesso con ${provider}`,
  offer: (provider: string) =>
    `Puoi accedere anche con ${provider}: collega il tuo account una volta, poi basta un clic. Se i gruppi del provider danno i ruoli, da allora valgono quelli.`,
  password: 'La tua password, per confermare',
  link: (provider: string) => `Collega ${provider}`,
  linked: (provider: string) => `Il tuo account è collegato: puoi accedere anche con ${provider}.`,
  unlinkHint: 'Se lo scolleghi, resta la password, e altrove esci.',
  only: (provider: string) =>
    `Accedi solo con ${provider}. Per scollegarlo ti serve prima una password: chiedi un link a un amministratore.`,
  unlink: (provider: string) => `Scollega ${provider}`,
  anyProvider: 'il provider',
};

const en: typeof it = {
  title: (provider) => `Sign-in with ${provider}`,
  offer: (provider) =>
    `You can sign in with ${provider} too: link your account once, then one click is enough. If the provider’s groups give the roles, those count from then on.`,
  password: 'Your password, to confirm',
  link: (provider) => `Link ${provider}`,
  linked: (provider) => `Your account is linked: you can sign in with ${provider} too.`,
  unlinkHint: 'If you unlink it, the password remains, and you are signed out elsewhere.',
  only: (provider) =>
    `You sign in with ${provider} only. To unlink it you need a password first: ask an admin for a link.`,
  unlink: (provider) => `Unlink ${provider}`,
  anyProvider: 'the provider',
};

export const providerLinkTexts: Localized<typeof it> = { it, en };

/** Why the account was not linked; the address says it. */
export const linkProblems: Localized<Readonly<Record<Exclude<LinkEnd, 'linked'>, string>>> = {
  it: {
    ...signInProblems.it,
    taken:
      'Questa persona del provider apre già un altro account dello sportello. Chiedi a un amministratore quale dei due tenere.',
    already: 'Il tuo account è già collegato. Scollegalo prima, se vuoi collegarne un altro.',
    gone: 'Il tuo account è disattivato.',
  },
  en: {
    ...signInProblems.en,
    taken: 'This person of the provider opens another account of the desk already. Ask an admin which one to keep.',
    already: 'Your account is linked already. Unlink it first if you want to link another.',
    gone: 'Your account is disabled.',
  },
};
