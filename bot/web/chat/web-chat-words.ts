import type { Localized } from '../../domain/language.ts';

/**
 * Web Chat's own words that a customer meets, where they read badly or call an agent a bot; `{shop}` is filled in, and `[...][RETRY]`
 * is the link that sends again.
 */
export const webChatWords: Localized<Readonly<Record<string, string>>> = {
  it: {
    TEXT_INPUT_PLACEHOLDER: 'Scrivi la tua domanda',
    TEXT_INPUT_ALT: 'Il tuo messaggio',
    SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Scrivi qualcosa prima di inviare.',
    ACTIVITY_BOT_SAID_ALT: '{shop} scrive:',
    ACTIVITY_YOU_SAID_ALT: 'Tu hai scritto:',
    ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Messaggio non inviato. [Riprova][RETRY].',
    ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING: 'Invio in corso…',
    ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Inviato: $1',
    ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: 'Fai clic per interagire.',
    ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: 'Il messaggio ha pulsanti o campi.',
    ACTIVITY_INTERACTIVE_REASON_LINK_ALT: 'Uno o più link nel messaggio.',
    ACTIVITY_INTERACTIVE_REASON_SEND_FAILED_ALT: 'Messaggio non inviato.',
    CONNECTIVITY_STATUS_ALT_FATAL: 'Non riesco a collegarmi.',
    CONNECTIVITY_STATUS_ALT_RECONNECTING: 'Connessione persa: riprovo…',
    CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'Non riesco a mostrare questo messaggio.',
    CONNECTIVITY_STATUS_ALT_SLOW_CONNECTION: 'La connessione ci mette più del solito.',
    CONNECTIVITY_STATUS_ALT: 'Stato della connessione: $1',
    MARKDOWN_EXTERNAL_LINK_ALT: '(si apre in un’altra finestra)',
    SUGGESTED_ACTIONS_LABEL_ALT: 'Risposte suggerite',
    TOAST_DISMISS_BUTTON: 'Chiudi',
    TRANSCRIPT_ARIA_LABEL_ALT: 'Messaggi: usa le frecce per spostarti.',
    TRANSCRIPT_ARIA_ROLE_ALT: 'messaggi',
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT:
      'Il messaggio ha pulsanti o campi. Premi Maiusc+Tab 2 o 3 volte per raggiungere i messaggi.',
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT:
      'Il messaggio ha uno o più link. Premi Maiusc+Tab 2 o 3 volte per raggiungere i messaggi.',
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT:
      'Ci sono risposte suggerite. Premi Maiusc+Tab 2 o 3 volte per sceglierne una.',
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT:
      'Ci sono risposte suggerite. Premi $1 per sceglierne una.',
    TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT: 'Il messaggio non è stato inviato.',
    TRANSCRIPT_TERMINATOR_TEXT: 'Fine dei messaggi',
    TYPING_INDICATOR_ALT: 'Sta scrivendo',
    TYPING_INDICATOR_SINGLE_TEXT: '$1 sta scrivendo.',
    TYPING_INDICATOR_MULTIPLE_TEXT: '$1 e altri stanno scrivendo.',
  },
  en: {
    TEXT_INPUT_PLACEHOLDER: 'Write your question',
    TEXT_INPUT_ALT: 'Your message',
    SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Write something before you send.',
    ACTIVITY_BOT_SAID_ALT: '{shop} writes:',
    ACTIVITY_YOU_SAID_ALT: 'You wrote:',
    ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Message not sent. [Try again][RETRY].',
    CONNECTIVITY_STATUS_ALT_FATAL: 'I can’t connect.',
    CONNECTIVITY_STATUS_ALT_RECONNECTING: 'Connection lost: trying again…',
    CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'This message can’t be shown.',
    MARKDOWN_EXTERNAL_LINK_ALT: '(opens in another window)',
    SUGGESTED_ACTIONS_LABEL_ALT: 'Suggested replies',
  },
};
