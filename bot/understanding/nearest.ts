import type { Sparse } from './features.ts';

/**
 * Makes the search for the example nearest to a message by cosine: the row among `members` (at least one), the first of
 * equals. It is for telling, not for deciding, so the vectors of examples are made when they are looked at.
 */
export function nearestTo(message: Sparse, vector: (row: number) => Sparse): (members: Int32Array) => number {
  const values = new Map<number, number>();
  message.index.forEach((feature, at) => values.set(feature, message.value[at]!));
  return (members) => {
    let nearest = members[0]!;
    let highest = 0;
    for (const row of members) {
      const { index, value } = vector(row);
      let cosine = 0;
      index.forEach((feature, at) => (cosine += (values.get(feature) ?? 0) * value[at]!));
      if (cosine > highest) {
        highest = cosine;
        nearest = row;
      }
    }
    return nearest;
  };
}
