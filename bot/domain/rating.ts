import type { Channel } from './conversation.ts';
import type { Language } from './language.ts';
import type { Time } from './time.ts';

/*
 * The scales on which a customer may be asked. A rating belongs to the scale on which it was asked, for ever: figures of
 * different scales are never added up, because a 5 of 5, of 7 and of 10 are different answers to different questions.
 *
 * - csat-5: satisfaction, 1..5, every point labelled; CSAT is the share of 4s and 5s (top-two-box).
 * - csat-10: satisfaction, 1..10, the ends labelled; CSAT is the share of 9s and 10s (top-two-box, as on every scale).
 * - ces-7: "made it easy", 1 strongly disagree .. 7 strongly agree (CES 2.0); the share of 5s, 6s and 7s.
 * - nps-10: would recommend, 0..10; promoters (9, 10) less detractors (0..6), in points from -100 to 100.
 */

export const scales = ['csat-5', 'csat-10', 'ces-7', 'nps-10'] as const;
export type Scale = (typeof scales)[number];

/** A whole number of its scale; the higher, the better. */
export type Score = number;

export interface ScaleFacts {
  readonly least: Score;
  readonly most: Score;
  /** From here on a customer counts as satisfied, as helped with ease, as a promoter. */
  readonly goodFrom: Score;
  /** Up to here the bot answers with a word of regret; with nps-10 these are the detractors. */
  readonly regretTo: Score;
}

export const scaleFacts: Readonly<Record<Scale, ScaleFacts>> = {
  'csat-5': { least: 1, most: 5, goodFrom: 4, regretTo: 2 },
  'csat-10': { least: 1, most: 10, goodFrom: 9, regretTo: 4 },
  'ces-7': { least: 1, most: 7, goodFrom: 5, regretTo: 3 },
  'nps-10': { least: 0, most: 10, goodFrom: 9, regretTo: 6 },
};

/** The points of a scale, worst first. */
export function pointsOf(scale: Scale): readonly Score[] {
  const { least, most } = scaleFacts[scale];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

export const handlers = ['bot', 'mixed', 'agent'] as const;
/** `bot`: no person said anything; `mixed`: the bot answered, and a person too; `agent`: a person alone. */
export type HandledBy = (typeof handlers)[number];

/** What a rating is about, taken when it was asked, so that later changes cannot rewrite it. */
export interface RatingRequest {
  readonly conversationId: string;
  readonly scale: Scale;
  readonly askedAt: Time;
  readonly handledBy: HandledBy;
  readonly agentId?: string;
  /** Ids of the entries answered, oldest first. */
  readonly entries: readonly string[];
  readonly revision: string;
  readonly channel: Channel;
  readonly language: Language;
}

export type RatingChange =
  | { readonly kind: 'asked'; readonly request: RatingRequest }
  | { readonly kind: 'given'; readonly conversationId: string; readonly score: Score; readonly at: Time };

/** Who handled a conversation, as far as it has gone. */
export function handledBy(conversation: {
  readonly hadAgent: boolean;
  readonly answered: readonly { readonly by?: 'agent' }[];
}): HandledBy {
  if (!conversation.hadAgent) return 'bot';
  return conversation.answered.every(({ by }) => by === 'agent') ? 'agent' : 'mixed';
}
