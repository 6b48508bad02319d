import type { Localized } from '../../../domain/language.ts';

const it = {
  product: 'Sportello',
  desk: 'Assistenza',
  skip: 'Vai al contenuto',
  pages: 'Pagine',
  more: 'Altro',
  account: 'Il tuo account',
  signOut: 'Esci',
  theme: 'Aspetto',
  loading: 'Un momento…',
  connectionLost: 'Collegamento interrotto: riprovo. Quello che vedi può non essere aggiornato.',
  tryAgain: 'Riprova',
  broken: 'Questa pagina si è rotta',
  brokenHint: 'Non è colpa tua. Ricarica la pagina: quello che hai scritto è ancora qui.',
  reload: 'Ricarica',
  noPage: 'Questa pagina non c’è',
  noPageHint: 'Forse l’indirizzo è sbagliato, oppure il tuo account non la può aprire.',
  toStart: 'Torna all’inizio',
  close: 'Chiudi',
  cancel: 'Annulla',
  copied: 'Copiato',
  copyByHand: 'Copialo a mano',
};

const en: typeof it = {
  product: 'Sportello',
  desk: 'Desk',
  skip: 'Skip to content',
  pages: 'Pages',
  more: 'More',
  account: 'Your account',
  signOut: 'Sign out',
  theme: 'Look',
  loading: 'One moment…',
  connectionLost: 'Connection lost: trying again. What you see may be out of date.',
  tryAgain: 'Try again',
  broken: 'This page broke',
  brokenHint: 'It is not your fault. Reload the page: what you wrote is still here.',
  reload: 'Reload',
  noPage: 'There is no such page',
  noPageHint: 'The address may be wrong, or your account may not open it.',
  toStart: 'Back to the start',
  close: 'Close',
  cancel: 'Cancel',
  copied: 'Copied',
  copyByHand: 'Copy it by hand',
};

/** What stands around every page. */
export const shellTexts: Localized<typeof it> = { it, en };
