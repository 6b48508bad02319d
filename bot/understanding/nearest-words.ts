import { editDistance } from './edit-distance.ts';

/** The words at the smallest distance that is not above the limit. */
export interface Nearest {
  readonly distance: number;
  readonly words: readonly string[];
}

/*
 * All words of about the same length are looked at, most of them only by their letters: one edit changes at most two bits of the
 * set of letters, so a word whose set differs in more than 2d bits is farther than d. This needs no index and costs some 10
 * microseconds with 5,000 words.
 */
/** Makes the search for the words nearest to a word, in the order in which they were given. */
export function nearestAmong(all: readonly string[]): (word: string, limit: number) => Nearest {
  const shelves = new Map<number, { readonly words: readonly string[]; readonly letters: Int32Array }>();
  for (const [length, words] of Map.groupBy(all, (word) => word.length))
    shelves.set(length, { words, letters: Int32Array.from(words, letterSet) });
  return (word, limit) => {
    const letters = letterSet(word);
    let best = limit;
    let found: string[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      const shelf = shelves.get(length);
      if (shelf === undefined) continue;
      for (let index = 0; index < shelf.words.length; index++) {
        if (bits(letters ^ (shelf.letters[index] ?? 0)) > 2 * best) continue;
        const candidate = shelf.words[index] ?? '';
        const distance = editDistance(word, candidate, best);
        if (distance > best) continue;
        if (distance < best) found = [];
        best = distance;
        found.push(candidate);
      }
    }
    return { distance: best, words: found };
  };
}

function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

function bits(set: number): number {
  let v = set - ((set >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
