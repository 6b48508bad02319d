import type { Localized } from '../../domain/language.ts';

/** What the chat page says around the conversation; `{shop}` is filled in. */
export interface ChatTexts {
  readonly title: string;
  readonly description: string;
  readonly assistant: string;
  readonly back: string;
  readonly fresh: string;
  readonly close: string;
  readonly loading: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly retry: string;
  readonly script: string;
  readonly phone: string;
  readonly email: string;
  readonly anew: string;
  readonly lost: string;
  readonly stranger: string;
  readonly refusedTitle: string;
  readonly refused: string;
  readonly refusedOwner: string;
}

export const texts: Localized<ChatTexts> = {
  it: {
    title: 'Chat · {shop}',
    description: 'Scrivi al servizio clienti di {shop}.',
    assistant: 'Assistente virtuale',
    back: 'Torna al negozio',
    fresh: 'Nuova conversazione',
    close: 'Chiudi la chat',
    loading: 'Apro la chat…',
    failedTitle: 'La chat non risponde',
    failed: 'Non riesco a collegarmi. Riprova tra poco, oppure raggiungici così:',
    retry: 'Riprova',
    script: 'Per usare la chat serve JavaScript. Puoi raggiungerci anche così:',
    phone: 'Telefono',
    email: 'E-mail',
    anew: 'La conversazione precedente è scaduta: ne ho aperta una nuova.',
    lost: 'Connessione persa: riprovo…',
    stranger: 'Non ho potuto riconoscere il tuo account. Scrivi pure: se serve, ti chiederemo chi sei.',
    refusedTitle: 'Qui la chat non è attiva',
    refused: 'La chat di {shop} non può aprirsi su questo sito ({site}). Puoi raggiungerci così:',
    refusedOwner:
      'Per chi gestisce il sito: aggiungi {site} ad ALLOWED_ORIGINS nelle impostazioni di Sportello e riavvialo.',
  },
  en: {
    title: 'Chat · {shop}',
    description: 'Write to customer care at {shop}.',
    assistant: 'Virtual assistant',
    back: 'Back to the shop',
    fresh: 'New conversation',
    close: 'Close the chat',
    loading: 'Opening the chat…',
    failedTitle: 'The chat is not answering',
    failed: 'I can’t connect. Try again in a moment, or reach us here:',
    retry: 'Try again',
    script: 'The chat needs JavaScript. You can also reach us here:',
    phone: 'Phone',
    email: 'E-mail',
    anew: 'The earlier conversation has expired: I have opened a new one.',
    lost: 'Connection lost: trying again…',
    stranger: 'I could not recognise your account. Write to us all the same: we will ask who you are if we need to.',
    refusedTitle: 'The chat is not active here',
    refused: 'The chat of {shop} cannot be opened on this site ({site}). You can reach us here:',
    refusedOwner: 'If you run this site: add {site} to ALLOWED_ORIGINS in the settings of Sportello, and restart it.',
  },
};
