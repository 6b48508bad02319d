import { z } from 'zod';

import { channels } from '../domain/conversation.ts';
import { date, id, oneOrMore, pattern, share, text, url } from './scalar.ts';

/* The form of faq/*.yaml and intents/*.yaml. The descriptions are what an editor's program shows, Italian first. */

const phrasing = z.strictObject({
  question: text.describe(
    'La domanda, come la scriveresti tu: è anche il titolo nella pagina delle FAQ e sul pulsante. / The question in your own words: also its title on the FAQ page and its button.',
  ),
  examples: z
    .array(text)
    .optional()
    .describe('Altri modi di chiederlo: il bot impara da questi. / Other ways to ask it: the bot learns from them.'),
  answer: oneOrMore(text).describe(
    'La risposta, in Markdown; un elenco di testi = varianti. / The answer, in Markdown; a list of texts = variants.',
  ),
  tests: z
    .array(text)
    .optional()
    .describe(
      'Domande che devono portare qui; il bot non impara da queste. / Questions that must lead here; the bot never learns from them.',
    ),
  patterns: z
    .array(pattern)
    .optional()
    .describe(
      'Schemi certi per l’intero messaggio: parole, (una|altra), * = parole qualsiasi. / Certain patterns of the whole message: words, (a|b), * = any words.',
    ),
});

const link = z.strictObject({
  it: text.describe('Testo del link in italiano / The text of the link in Italian'),
  en: text.describe('Testo del link in inglese / The text of the link in English'),
  url: url.describe('Indirizzo completo: https://... / The whole address: https://...'),
});

const shared = {
  id: id.describe(
    'Nome unico, in minuscolo: consegna-tempi. Non cambiarlo più. / Unique name: delivery-time. Never change it again.',
  ),
  related: z
    .array(id)
    .optional()
    .describe(
      'id di altre voci, offerte come pulsanti dopo la risposta. / ids of other entries, offered as buttons after the answer.',
    ),
  valid_from: date.optional().describe('Primo giorno in cui la voce vale, AAAA-MM-GG. / First day of use, YYYY-MM-DD.'),
  valid_to: date.optional().describe('Ultimo giorno in cui la voce vale, AAAA-MM-GG. / Last day of use, YYYY-MM-DD.'),
  channels: z
    .array(z.enum(channels))
    .min(1)
    .optional()
    .describe('Dove si usa; senza, ovunque. / Where it is used; everywhere without it.'),
  min_confidence: share
    .optional()
    .describe(
      'Da 0 a 1: sicurezza minima, per una risposta delicata. / From 0 to 1: least confidence, for a delicate answer.',
    ),
};

const does = z
  .enum(['reply', 'handoff', 'goodbye', 'restart'])
  .describe(
    'Che cosa fa il bot: risponde, passa a una persona, saluta e chiude, ricomincia. / What the bot does: replies, hands over, says goodbye, starts again.',
  );

const everyLanguage = {
  it: phrasing.describe('In italiano / In Italian'),
  en: phrasing.describe('In inglese / In English'),
  links: z.array(link).optional().describe('Link sotto la risposta. / Links under the answer.'),
};

const someLanguage = {
  it: phrasing.optional(),
  en: phrasing.optional(),
  links: z.array(link.partial({ it: true, en: true })).optional(),
};

/** Which languages an entry must have: all of them for customers, any for measuring on a set in one language. */
export type Demand = 'every-language' | 'some-language';

/** The form of one entry of faq/*.yaml. */
export const faqEntry = {
  'every-language': z.strictObject({ ...shared, ...everyLanguage }),
  'some-language': z.strictObject({ ...shared, ...someLanguage }),
};

/** The form of one entry of intents/*.yaml. */
export const intent = {
  'every-language': z.strictObject({ ...shared, does, ...everyLanguage }),
  'some-language': z.strictObject({ ...shared, does, ...someLanguage }),
};

export type RawFaqEntry = z.output<(typeof faqEntry)['some-language']>;
export type RawIntent = z.output<(typeof intent)['some-language']>;
export type RawPhrasing = z.output<typeof phrasing>;
