import type { Localized } from '../../../domain/language.ts';

const it = {
  names: { teams: 'Teams', telegram: 'Telegram' },
  failing: (channel: string, since: string, why: string) => `${channel} non funziona dalle ${since}: ${why}.`,
  waiting: (count: number) =>
    count === 1 ? 'Un messaggio aspetta di partire.' : `${count} messaggi aspettano di partire.`,
  faults: {
    blocked: 'il cliente ha bloccato il bot',
    'not-found': 'il cliente o la chat non ci sono più',
    forbidden: 'il canale non lo permette',
    refused: 'il canale ha rifiutato questo messaggio',
    'too-large': 'il messaggio è troppo lungo per il canale',
    'too-old': 'il canale non rispondeva da troppo tempo',
    'no-reference': 'non c’è un indirizzo a cui mandarlo',
    unauthorized: 'il canale non accetta le credenziali',
    'rate-limited': 'il canale chiede di aspettare',
    unavailable: 'il canale ha un guasto',
    'no-answer': 'il canale non risponde',
    'other-receiver': 'un altro programma usa lo stesso bot',
    failed: 'errore del canale',
  } as Readonly<Record<string, string>>,
};

const en: typeof it = {
  names: { teams: 'Teams', telegram: 'Telegram' },
  failing: (channel, since, why) => `${channel} has not worked since ${since}: ${why}.`,
  waiting: (count) => (count === 1 ? 'One message waits to be sent.' : `${count} messages wait to be sent.`),
  faults: {
    blocked: 'the customer blocked the bot',
    'not-found': 'the customer or the chat is gone',
    forbidden: 'the channel does not allow it',
    refused: 'the channel refused this message',
    'too-large': 'the message is too long for the channel',
    'too-old': 'the channel did not answer for too long',
    'no-reference': 'there is no address to send it to',
    unauthorized: 'the channel does not accept the credentials',
    'rate-limited': 'the channel asks to wait',
    unavailable: 'the channel is broken',
    'no-answer': 'the channel does not answer',
    'other-receiver': 'another program uses the same bot',
    failed: 'an error of the channel',
  },
};

/** How channels are doing, and why messages do not arrive, by the codes of bot/channels/fault.ts. */
export const channelTexts: Localized<typeof it> = { it, en };
