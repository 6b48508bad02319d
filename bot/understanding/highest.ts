/** The places of the `count` highest scores, best first, the first of equals before; those that `admits` leaves out don't count. */
export function highest(
  scores: Float32Array,
  count: number,
  admits: (place: number) => boolean = () => true,
): readonly number[] {
  const best: number[] = [];
  let least = -Infinity;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place]!;
    if ((best.length === count && score <= least) || !admits(place)) continue;
    if (best.length === count) best.pop();
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at--;
    best.splice(at, 0, place);
    least = scores[best.at(-1)!]!;
  }
  return best;
}
