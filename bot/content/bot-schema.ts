import { z } from 'zod';

import { languages, type Language, type Localized } from '../domain/language.ts';
import { defaultPolicy, scorerVersion, type Policy, type Thresholds } from '../domain/policy.ts';
import { scales } from '../domain/rating.ts';
import { finding, type Finding } from './finding.ts';
import { email, phone, share, text } from './scalar.ts';
import { wording } from './wording-schema.ts';

/* The form of intents/bot.yaml: who the bot is, the numbers of the conversation policy, and every sentence that it says. */

const { thresholds: t } = defaultPolicy;

/** What an editor may write for one language; what is left out is as for both. */
const ownThresholds = z.strictObject({
  answer: share.optional(),
  clarify: share.optional(),
  margin: share.optional(),
});

const thresholds = z
  .strictObject({
    scorer: z
      .int()
      .optional()
      .describe(
        'Con quale metodo di calcolo sono state scelte le soglie; lo scrive `calibrate`. / The scorer that the thresholds were chosen for; `calibrate` tells it.',
      ),
    answer: share
      .default(t.answer)
      .describe('Sicurezza (0-1) da cui il bot risponde. / Confidence (0-1) from which the bot answers.'),
    clarify: share
      .default(t.clarify)
      .describe(
        'Sicurezza (0-1) da cui chiede «intendevi...?». / Confidence (0-1) from which it asks "did you mean...?".',
      ),
    margin: share
      .default(t.margin)
      .describe(
        'Vantaggio (0-1) sulla seconda risposta per non chiedere. / Lead (0-1) over the second answer to be sure.',
      ),
    it: ownThresholds
      .optional()
      .describe('Solo per le voci trovate in italiano. / Only for entries that matched in Italian.'),
    en: ownThresholds
      .optional()
      .describe('Solo per le voci trovate in inglese. / Only for entries that matched in English.'),
  })
  .superRefine(finding(thresholdOrder));

/** Thresholds chosen for another scorer would mean something else: they are refused rather than shifted silently. */
const boundThresholds = thresholds.superRefine(finding(scorerFindings));

const rating = z
  .strictObject({
    scale: z
      .enum(scales)
      .default(defaultPolicy.ratingScale)
      .describe(
        'Su quale scala si chiede il giudizio. / The scale of the rating: csat-5 (1-5), csat-10 (1-10), ces-7 (1-7), nps-10 (0-10).',
      ),
  })
  .default({ scale: defaultPolicy.ratingScale });

const policy = {
  thresholds: boundThresholds.default(t),
  misses_before_handoff: count(1, defaultPolicy.missesBeforeHandoff).describe(
    'Domande non capite, dopo le quali passa a una persona. / Questions not understood before it hands over.',
  ),
  unhelpful_before_handoff: count(1, defaultPolicy.unhelpfulBeforeHandoff).describe(
    'Quante volte «non mi è utile» passa a una persona. / How many times "not helpful" hands over.',
  ),
  claim_minutes: minutes(defaultPolicy.claimMinutes).describe(
    'Minuti di attesa prima di offrire di lasciare un contatto. / Minutes of waiting before a contact is offered.',
  ),
  stale_claim_minutes: minutes(defaultPolicy.staleClaimMinutes).describe(
    'Minuti senza risposta dell’operatore prima di tornare in coda. / Minutes without the agent’s answer before it goes back to the queue.',
  ),
  away_claim_minutes: minutes(defaultPolicy.awayClaimMinutes).describe(
    'Minuti di assenza dell’operatore, dopo i quali chi gli ha scritto torna in coda. / Minutes of the agent’s absence after which a customer who wrote goes back to the queue.',
  ),
  idle_minutes: minutes(defaultPolicy.idleMinutes).describe(
    'Minuti di silenzio prima di chiudere. / Minutes of silence before the conversation is closed.',
  ),
  agent_idle_minutes: minutes(defaultPolicy.agentIdleMinutes).describe(
    'Lo stesso, quando parla un operatore. / The same while an agent holds it.',
  ),
  rating_every_days: count(0, defaultPolicy.ratingEveryDays).describe(
    'Un giudizio ogni quanti giorni, per cliente; 0 = sempre. / Days between two rating questions to a customer; 0 = always.',
  ),
  rating,
  rating_minutes: minutes(defaultPolicy.ratingMinutes).describe(
    'Minuti in cui si aspetta il giudizio. / Minutes in which a rating is awaited.',
  ),
};

const names = z
  .array(text)
  .default([])
  .describe('Nomi con cui i clienti chiamano bot e negozio. / Names by which customers call the bot and the shop.');

const botFields = z.strictObject({
  name: text.describe('Il nome del bot. / The name of the bot.'),
  shop: text.describe('Il nome del negozio. / The name of the shop.'),
  phone: phone
    .optional()
    .describe('Il telefono del negozio, come si legge. / The telephone of the shop, as it is read.'),
  email: email.optional().describe('L’e-mail del negozio. / The e-mail address of the shop.'),
  names,
  ...policy,
  wording: z
    .strictObject({ it: wording, en: wording })
    .describe('Tutte le frasi del bot. / Every sentence that the bot says.'),
});

export const botFile = botFields.superRefine(finding(scaleFindings));

/** What measuring takes from a bot.yaml, where there is one: names and numbers. */
export const corpusBotFile = z.strictObject({
  name: text.optional(),
  shop: text.optional(),
  phone: z.unknown().optional(),
  email: z.unknown().optional(),
  names,
  ...policy,
  // Thresholds are measured, and chosen anew, with what stands there.
  thresholds: thresholds.default(t),
  wording: z.unknown().optional(),
});

type RawPolicy = Pick<z.output<typeof botFile>, keyof typeof policy>;

/** The policy of a parsed bot.yaml. */
export function toPolicy(raw: RawPolicy): Policy {
  const { answer, clarify, margin } = raw.thresholds;
  const thresholdsIn = ownIn(raw.thresholds);
  return {
    thresholds: { answer, clarify, margin },
    ...(Object.keys(thresholdsIn).length > 0 && { thresholdsIn }),
    missesBeforeHandoff: raw.misses_before_handoff,
    unhelpfulBeforeHandoff: raw.unhelpful_before_handoff,
    claimMinutes: raw.claim_minutes,
    staleClaimMinutes: raw.stale_claim_minutes,
    awayClaimMinutes: raw.away_claim_minutes,
    idleMinutes: raw.idle_minutes,
    agentIdleMinutes: raw.agent_idle_minutes,
    ratingEveryDays: raw.rating_every_days,
    ratingMinutes: raw.rating_minutes,
    ratingScale: raw.rating.scale,
  };
}

function count(least: number, standard: number) {
  return z.int().min(least).max(1000).default(standard);
}

/** More than nothing, at most 30 days. */
function minutes(standard: number) {
  return z.number().min(0.1).max(43_200).default(standard);
}

/** The scale that is chosen has its question in every language. */
function scaleFindings({ rating: { scale }, wording: said }: z.output<typeof botFields>): Finding[] {
  return languages.flatMap((language): Finding[] => {
    // That of csat-5 is always there; where something else is wrong with it, that is told alone.
    if (scale === 'csat-5' || said[language].rating.scales[scale] !== undefined) return [];
    const key = `wording.${language}.rating.scales`;
    const message = {
      it: `Il giudizio si chiede sulla scala ${scale}, ma in ${key} manca ${scale}.`,
      en: `The rating is asked on the scale ${scale}, but ${key} has no ${scale}.`,
    };
    const help = {
      it: 'Scrivi lì la sua domanda, come fa intents/bot.yaml dell’esempio, o scegli un’altra scala.',
      en: 'Write its question there, as the sample’s intents/bot.yaml does, or choose another scale.',
    };
    return [{ code: 'missing-key', message, help, path: ['rating', 'scale'] }];
  });
}

function scorerFindings({ scorer }: { readonly scorer?: number | undefined }): Finding[] {
  if (scorer === undefined || scorer === scorerVersion) return [];
  const message = {
    it: `Le soglie sono state scelte per il calcolo ${scorer}; questo è il calcolo ${scorerVersion}, che dà altre sicurezze.`,
    en: `The thresholds were chosen for scorer ${scorer}; this is scorer ${scorerVersion}, whose confidences differ.`,
  };
  const help = {
    it: 'Esegui "npx sportello calibrate" e scrivi le soglie che propone.',
    en: 'Run "npx sportello calibrate" and write the thresholds that it proposes.',
  };
  return [{ code: 'old-thresholds', message, help, path: ['scorer'] }];
}

type RawThresholds = z.output<typeof thresholds>;

function thresholdOrder(raw: Omit<RawThresholds, 'scorer'>): Finding[] {
  const all = { answer: raw.answer, clarify: raw.clarify, language: undefined, path: ['clarify'] };
  const own = Object.entries(ownIn(raw)).map(([language, { answer, clarify }]) => {
    const key = raw[language as Language]?.clarify === undefined ? 'answer' : 'clarify';
    return { answer, clarify, language, path: [language, key] };
  });
  return [all, ...own]
    .filter(({ answer, clarify }) => clarify > answer)
    .map(({ answer, clarify, language, path }) => ({
      code: 'threshold-order',
      message: neverAsked(answer, clarify, language),
      help:
        path.at(-1) === 'answer'
          ? { it: `Metti answer a ${clarify} o più.`, en: `Set answer to ${clarify} or more.` }
          : { it: `Metti clarify a ${answer} o meno.`, en: `Set clarify to ${answer} or less.` },
      path,
    }));
}

function neverAsked(answer: number, clarify: number, language: string | undefined): Localized<string> {
  const [per, of] = language === undefined ? ['', ''] : [` per "${language}"`, ` for "${language}"`];
  return {
    it: `La soglia clarify${per}, ${clarify}, supera la soglia answer, ${answer}: il bot non chiederebbe mai conferma.`,
    en: `The clarify threshold${of}, ${clarify}, is above the answer threshold, ${answer}; the bot would never ask back.`,
  };
}

/** The whole thresholds of each language that has some of its own. */
function ownIn({
  answer,
  clarify,
  margin,
  ...own
}: Omit<RawThresholds, 'scorer'>): Partial<Record<Language, Thresholds>> {
  const found: Partial<Record<Language, Thresholds>> = {};
  for (const language of languages) {
    const { answer: a = answer, clarify: c = clarify, margin: m = margin } = own[language] ?? {};
    if (own[language] !== undefined) found[language] = { answer: a, clarify: c, margin: m };
  }
  return found;
}
