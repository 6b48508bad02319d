/**
 * Damerau's distance between two words in its optimal-alignment form (insert, delete, replace, swap neighbours; no stretch
 * edited twice), or `limit + 1` as soon as it is certain to exceed `limit`. Only the diagonal band that can matter is filled in.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  let before = Array.from({ length: b.length + 1 }, () => beyond);
  let above = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, beyond));
  for (let row = 1; row <= a.length; row++) {
    const current = Array.from({ length: b.length + 1 }, () => beyond);
    if (row <= limit) current[0] = row;
    let least = current[0] ?? beyond;
    const last = Math.min(b.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (above[column - 1] ?? beyond) + (same ? 0 : 1),
        (above[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? beyond) + 1);
      current[column] = Math.min(cost, beyond);
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    before = above;
    above = current;
  }
  return Math.min(above[b.length] ?? beyond, beyond);
}
