/** What the bubble says, in both languages. */
export const texts = {
  it: {
    region: 'Assistenza in chat',
    open: 'Apri la chat',
    close: 'Chiudi la chat',
    frame: 'Chat con il servizio clienti',
    unread: (count: number) => (count === 1 ? '1 nuovo messaggio' : `${count} nuovi messaggi`),
    announced: (count: number) => (count === 1 ? '1 nuovo messaggio in chat' : `${count} nuovi messaggi in chat`),
    greeting: 'Ciao! Hai una domanda? Scrivici qui.',
    dismiss: 'Chiudi il messaggio',
    loading: 'Apro la chat…',
    failed: 'La chat non risponde. Controlla la connessione: riprovo appena torna.',
    retry: 'Riprova',
  },
  en: {
    region: 'Chat help',
    open: 'Open the chat',
    close: 'Close the chat',
    frame: 'Chat with customer care',
    unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    announced: (count: number) => (count === 1 ? '1 new message in the chat' : `${count} new messages in the chat`),
    greeting: 'Hello! Do you have a question? Write to us here.',
    dismiss: 'Close this message',
    loading: 'Opening the chat…',
    failed: 'The chat is not answering. Check your connection: I try again as soon as it is back.',
    retry: 'Try again',
  },
};
