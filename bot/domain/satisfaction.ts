import { pointsOf, scaleFacts, type Scale } from './rating.ts';
import { meanOf, sum, wilson, type Estimate } from './statistics.ts';

/** Fewer ratings than these say nothing about anybody else, and a figure of them is not shown. */
export const fewestRatings = 10;

/** What customers said on one scale. An unanswered question is no rating. */
export interface Satisfaction {
  readonly scale: Scale;
  /** How often it was asked. */
  readonly asked: number;
  /** How many ratings were given. */
  readonly n: number;
  /** n / asked; undefined when fewer than `fewestRatings` were asked. */
  readonly responseRate: Estimate | undefined;
  /** How many of each point, worst first; see pointsOf. Not to be shown with fewer than `fewestRatings`. */
  readonly distribution: readonly number[];
  /** The scale's own figure: a share (0..1), with nps-10 points (-100..100); undefined with fewer than `fewestRatings`. */
  readonly score: Estimate | undefined;
  /** Undefined with fewer than `fewestRatings`. */
  readonly mean: Estimate | undefined;
}

/** The figures of a distribution of scores on a scale. */
export function satisfaction(scale: Scale, asked: number, distribution: readonly number[]): Satisfaction {
  const n = sum(distribution);
  const enough = n >= fewestRatings;
  return {
    scale,
    asked,
    n,
    responseRate: asked >= fewestRatings ? wilson(n, asked) : undefined,
    distribution,
    score: enough ? scoreOf(scale, distribution) : undefined,
    mean: enough ? meanOf(pointsOf(scale), distribution) : undefined,
  };
}

function scoreOf(scale: Scale, distribution: readonly number[]): Estimate {
  const { least, goodFrom, regretTo } = scaleFacts[scale];
  const good = sum(distribution.slice(goodFrom - least));
  const n = sum(distribution);
  if (scale !== 'nps-10') return wilson(good, n);
  // The mean of 100 for each promoter, 0 for each passive, -100 for each detractor.
  const bad = sum(distribution.slice(0, regretTo - least + 1));
  return meanOf([-100, 0, 100], [bad, n - good - bad, good]);
}
