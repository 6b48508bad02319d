import type { Language } from './language.ts';

import type { Scale } from './rating.ts';

/**
 * Names the way in which confidences come about. Thresholds mean something for one scorer only: it counts up with every
 * change that shifts confidences, and thresholds in bot.yaml name the one that they were made for.
 */
export const scorerVersion = 8;

export interface Thresholds {
  /** Confidence (0..1) from which the bot answers. */
  readonly answer: number;
  /** Confidence (0..1) from which it asks back instead of handing over. */
  readonly clarify: number;
  /** How far (0..1) the best match must lead the next different answer to be given without asking. */
  readonly margin: number;
}

/** The numbers of the conversation policy; editors set them in intents/bot.yaml. */
export interface Policy {
  readonly thresholds: Thresholds;
  /** For entries matched in one language, where they differ from `thresholds`. */
  readonly thresholdsIn?: Readonly<Partial<Record<Language, Thresholds>>>;
  /** How many questions the bot may fail to understand before it hands over; the last one hands over. 1 or more. */
  readonly missesBeforeHandoff: number;
  /** How many times "not helpful" hands over. 1 or more. */
  readonly unhelpfulBeforeHandoff: number;
  /** Minutes a customer waits in the queue before being offered to leave a contact. */
  readonly claimMinutes: number;
  /** Minutes that an agent may leave a customer's message unanswered before the claim goes back to the queue. */
  readonly staleClaimMinutes: number;
  /** The same when that agent has been away from the desk for so long. */
  readonly awayClaimMinutes: number;
  /** Minutes of silence after which a conversation that the bot holds is closed. */
  readonly idleMinutes: number;
  /** The same for one that an agent holds, that waits, or in which a contact is awaited. */
  readonly agentIdleMinutes: number;
  /** Days in which a customer is asked for a rating once; 0 = after each conversation. */
  readonly ratingEveryDays: number;
  /** Minutes in which a rating is awaited. */
  readonly ratingMinutes: number;
  /** The scale on which customers are asked. */
  readonly ratingScale: Scale;
}

export const defaultPolicy: Policy = {
  thresholds: { answer: 0.6, clarify: 0.2, margin: 0.15 },
  missesBeforeHandoff: 1,
  unhelpfulBeforeHandoff: 2,
  claimMinutes: 3,
  staleClaimMinutes: 10,
  awayClaimMinutes: 3,
  idleMinutes: 30,
  agentIdleMinutes: 12 * 60,
  ratingEveryDays: 7,
  ratingMinutes: 60,
  ratingScale: 'csat-5',
};

/** The thresholds for an entry that was matched in a language. */
export function thresholdsFor(
  { thresholds, thresholdsIn }: Pick<Policy, 'thresholds' | 'thresholdsIn'>,
  language: Language,
): Thresholds {
  return thresholdsIn?.[language] ?? thresholds;
}
