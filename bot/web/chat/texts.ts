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
  },
};
