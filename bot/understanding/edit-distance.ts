/**
 * Damerau's distance between two words in its optimal-alignment form (insert, delete, replace, swap neighbours; no stretch
 * edited twice), or `limit + 1` as soon as it is certain to exceed `limit`. Only the diagonal band that can matter is filled in.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  const width = b.length + 1;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  if (table.length < 3 * width) table = new Int32Array(6 * width);
  for (let column = 0; column < width; column++) table[column] = Math.min(column, beyond);
  // Three rows in turn: the one being filled, the one above it, and the one before that, which a swap looks back to.
  let above = 0;
  for (let row = 1; row <= a.length; row++) {
    const current = (row % 3) * width;
    const before = ((row + 1) % 3) * width;
    const first = Math.max(1, row - limit);
    const last = Math.min(b.length, row + limit);
    // What lies outside the band is beyond the limit.
    table[current + first - 1] = first === 1 ? Math.min(row, beyond) : beyond;
    if (last < b.length) table[current + last + 1] = beyond;
    let least = table[current + first - 1]!;
    const letter = a.charCodeAt(row - 1);
    const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
    for (let column = first; column <= last; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = table[above + column - 1]! + (letter === other ? 0 : 1);
      cost = Math.min(cost, table[above + column]! + 1, table[current + column - 1]! + 1, beyond);
      if (column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2))
        cost = Math.min(cost, table[before + column - 2]! + 1);
      table[current + column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    above = current;
  }
  return Math.min(table[above + b.length]!, beyond);
}

/** Room for three rows, kept from one call to the next; nothing in it outlives a call. */
let table = new Int32Array(128);
