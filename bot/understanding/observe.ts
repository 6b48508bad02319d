import type { Observation } from './confidence.ts';
import type { coverageOf } from './coverage.ts';
import { leadOf, sharesKnown, type Evidence } from './evidence.ts';
import { highest } from './highest.ts';
import { settings } from './settings.ts';

export interface Seen {
  readonly sentences: readonly (readonly string[])[];
  readonly labels: Int32Array;
  /** Rows that were held out, and their scores by a classifier that has not learned them. */
  readonly asked: Int32Array;
  readonly heldOut: readonly Float32Array[];
  readonly coverage: ReturnType<typeof coverageOf>;
}

/*
 * Every held-out example stands in for a message twice: as one that the classifier has not seen, where the best three candidates
 * are right or wrong; and as one whose entry does not exist, where the best of the others is wrong: that is how
 * messages look that no entry answers.
 */
export function observe({ sentences, labels, asked, heldOut, coverage }: Seen): readonly Observation[] {
  const observations: Observation[] = [];
  asked.forEach((row, place) => {
    const words = sentences[row]!;
    const scores = heldOut[place]!;
    if (words.length === 0) return;
    const label = labels[row]!;
    const ranking = highest(scores, 4);
    const weighed = coverage.weigh(words);
    const look = (of: number, others: readonly number[]): Evidence => ({
      score: scores[of]!,
      lead: leadOf(scores, of, others),
      ...sharesKnown(weighed, (stem) => (coverage.inClass(stem, of) > (of === label ? 1 : 0) ? 1 : 0)),
      mass: weighed.total,
    });
    for (const of of ranking.slice(0, 3)) {
      const evidence = look(of, ranking);
      observations.push({ evidence, right: of === label, weight: 1 });
    }
    const strangers = ranking.filter((of) => of !== label);
    const first = strangers[0];
    if (first !== undefined) {
      const evidence = look(first, strangers);
      observations.push({ evidence, right: false, weight: settings.strangers });
    }
  });
  return observations;
}
