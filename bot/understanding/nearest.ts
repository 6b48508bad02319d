import type { Sparse } from './features.ts';

/**
 * Makes the search for the example nearest to a message by cosine: the row among `members`, the first of equals. The
 * message is spread over a dense buffer of `size` features, so that an example costs one pass over its own features.
 */
export function nearestFinder(
  rows: readonly Sparse[],
  size: number,
): (message: Sparse, members: readonly number[]) => number | undefined {
  const dense = new Float32Array(size);
  return (message, members) => {
    message.index.forEach((feature, at) => (dense[feature] = message.value[at]!));
    let nearest = members[0];
    let highest = 0;
    for (const row of members) {
      const { index, value } = rows[row]!;
      let cosine = 0;
      for (let at = 0; at < index.length; at++) cosine += dense[index[at]!]! * value[at]!;
      if (cosine > highest) {
        highest = cosine;
        nearest = row;
      }
    }
    for (const feature of message.index) dense[feature] = 0;
    return nearest;
  };
}
