import type { Channel } from './conversation.ts';
import type { Language } from './language.ts';
import type { Time } from './time.ts';

export const scores = [1, 2, 3, 4, 5] as const;
/** 1 very dissatisfied .. 5 very satisfied. */
export type Score = (typeof scores)[number];

export type HandledBy = 'bot' | 'mixed' | 'agent';

/** What a rating is about, taken when it was asked, so that later changes cannot rewrite it. */
export interface RatingRequest {
  readonly conversationId: string;
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

export interface Satisfaction {
  /** Ratings asked and given. */
  readonly asked: number;
  readonly n: number;
  /** n / asked; undefined when none was asked. */
  readonly responseRate: number | undefined;
  /** Share of 4s and 5s among n (top-two-box CSAT); undefined when n is 0. */
  readonly csat: number | undefined;
  readonly mean: number | undefined;
  /** How many 1s, 2s ... 5s. */
  readonly distribution: readonly [number, number, number, number, number];
}

/** The satisfaction figures of a distribution of scores. An unanswered question is no rating. */
export function satisfaction(asked: number, distribution: Satisfaction['distribution']): Satisfaction {
  const n = distribution.reduce((sum, count) => sum + count, 0);
  const total = distribution.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    asked,
    n,
    responseRate: asked === 0 ? undefined : n / asked,
    csat: n === 0 ? undefined : (distribution[3] + distribution[4]) / n,
    mean: n === 0 ? undefined : total / n,
    distribution,
  };
}
