import Fuse from 'fuse.js';

/*
 * Customers cut words short ("spediz", "abbonam"), which no edit distance reaches and a fuzzy search in the list of words
 * does: fuse.js (Bitap) finds the words that hold the letters near their start. It is believed only when all words
 * that it finds about as good are forms of one word. Over whole sentences, and for ordinary misspellings, it does worse than
 * what is used there; docs/understanding.md has the figures.
 *
 * A score is errors / letters + place / 20, and may be 0.1 at most: up to 9 letters no error is allowed, and the letters must
 * begin at place 0, 1 or 2. So only words with the same four letters at such a place need be searched; an index gives them.
 */
/** Makes the search for the word that an unknown one (4 letters or more) is the beginning of. */
export function shortenedFinder(
  words: readonly string[],
  stemOf: (word: string) => string,
): (word: string) => string | undefined {
  const long = words.filter((word) => word.length > shortest);
  const near = new Map<string, string[]>();
  for (const word of long)
    for (const start of new Set([0, 1, 2].map((place) => word.slice(place, place + shortest)))) {
      const others = near.get(start);
      if (others === undefined) near.set(start, [word]);
      else others.push(word);
    }
  let whole: Fuse<string> | undefined;
  return (word) => {
    if (word.length < shortest || word.length > longest) return undefined;
    const few = word.length <= longestWithoutError ? (near.get(word.slice(0, shortest)) ?? []) : undefined;
    if (few?.length === 0) return undefined;
    const fuse = few === undefined ? (whole ??= searchIn(long)) : searchIn(few);
    const [best, ...others] = fuse.search(word, { limit: 8 });
    if (best === undefined || best.item.length - word.length > mostMissing) return undefined;
    const stem = stemOf(best.item);
    const plain = others.every(({ item, score }) => (score ?? 1) > (best.score ?? 0) + asGood || stemOf(item) === stem);
    return plain ? best.item : undefined;
  };
}

function searchIn(words: readonly string[]): Fuse<string> {
  return new Fuse(words, { includeScore: true, threshold: 0.1, location: 0, distance: 20 });
}

const shortest = 4;
const longestWithoutError = 9;
/** Bitap's own limit. */
const longest = 32;
const mostMissing = 6;
const asGood = 0.05;
