import { pointsOf, scaleFacts, scales, type Scale } from '../domain/rating.ts';
import { satisfaction, type Satisfaction } from '../domain/satisfaction.ts';

/** All that a rating question can have come to, as JSON: lists of scale and score, null where it was not answered. */
export const scoreList = JSON.stringify(
  scales.flatMap((scale) => [null, ...pointsOf(scale)].map((score) => [scale, score])),
);

/** Counts ratings scale by scale, in one pass. */
export interface RatingTally {
  /** `n` rating questions with this score; null = not answered. */
  readonly add: (scale: Scale, score: number | null, n: number) => void;
  /** The figures of each scale on which somebody was asked. */
  readonly figures: () => readonly Satisfaction[];
}

export function ratingTally(): RatingTally {
  const counts = new Map<Scale, { asked: number; readonly points: number[] }>();
  return {
    add(scale, score, n) {
      let found = counts.get(scale);
      if (found === undefined) {
        const { least, most } = scaleFacts[scale];
        found = { asked: 0, points: Array.from({ length: most - least + 1 }, () => 0) };
        counts.set(scale, found);
      }
      found.asked += n;
      if (score !== null) found.points[score - scaleFacts[scale].least]! += n;
    },
    figures: () =>
      scales.flatMap((scale) => {
        const found = counts.get(scale);
        return found === undefined ? [] : [satisfaction(scale, found.asked, found.points)];
      }),
  };
}

/** The figures of rows that name scale, score and how many. */
export function tallied(
  rows: Iterable<{ readonly scale: Scale; readonly score: number | null; readonly n: number }>,
): readonly Satisfaction[] {
  const tally = ratingTally();
  for (const { scale, score, n } of rows) tally.add(scale, score, n);
  return tally.figures();
}
