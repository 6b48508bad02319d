import type { Localized } from '../../../domain/language.ts';

const it = {
  tab: 'Inviti',
  guest: 'Per chi è',
  guestHint: 'Facoltativo: un nome o un indirizzo. Lo vedono solo gli amministratori.',
  unnamed: 'Persona non indicata',
  account: 'Nuovo account',
  password: 'Nuova password',
  until: (when: string) => `Scade: ${when}`,
  by: (name: string) => `Invito di ${name}`,
  byCommandLine: 'Invito dalla riga di comando',
  withdraw: 'Ritira',
  withdrawLabel: (name: string) => `Ritira l’invito: ${name}`,
  renew: 'Nuovo link',
  renewLabel: (name: string) => `Nuovo link al posto di quello di prima: ${name}`,
  renewed: 'Il link di prima non vale più.',
  withdrawn: 'Invito ritirato.',
  none: 'Nessun invito aperto',
  noneHint: 'Qui stanno i link che nessuno ha ancora usato, fino a quando scadono.',
};

const en: typeof it = {
  tab: 'Invitations',
  guest: 'For whom it is',
  guestHint: 'Optional: a name or an address. Only admins see it.',
  unnamed: 'Nobody named',
  account: 'New account',
  password: 'New password',
  until: (when) => `Expires: ${when}`,
  by: (name) => `Made by ${name}`,
  byCommandLine: 'Made on the command line',
  withdraw: 'Withdraw',
  withdrawLabel: (name) => `Withdraw the invitation: ${name}`,
  renew: 'New link',
  renewLabel: (name) => `New link in place of the one before: ${name}`,
  renewed: 'The link before works no more.',
  withdrawn: 'Invitation withdrawn.',
  none: 'No open invitation',
  noneHint: 'Links that nobody has used yet stand here until they expire.',
};

export const invitationTexts: Localized<typeof it> = { it, en };
