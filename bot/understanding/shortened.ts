import Fuse from 'fuse.js';

/*
 * Customers cut words short ("spediz", "abbonam"), which no edit distance reaches and a fuzzy search in the list of words
 * does: fuse.js (Bitap) finds the words that hold the letters near their start. It is believed only when all words
 * that it finds about as good are forms of one word. Over whole sentences, and for ordinary misspellings, it does worse than
 * what is used there; docs/understanding.md has the figures.
 *
 * A score is errors / letters + place / 20, and may be 0.1 at most: up to 9 letters no error is allowed, and the letters must
 * begin at place 0, 1 or 2. So only words with the same four letters at such a place need be searched; an index gives them. With more
 * letters an error is allowed for each ten: then only words that hold a part of it as it is.
 */
/** Makes the search for the word that an unknown one (4 letters or more) is the beginning of. */
export function shortenedFinder(
  words: readonly string[],
  stemOf: (word: string) => string,
): (word: string) => string | undefined {
  const long = words.filter((word) => word.length > shortest);
  const near = startsIn(long);
  return (word) => {
    if (word.length < shortest || word.length > longest) return undefined;
    const few = word.length <= longestWithoutError ? near().get(word.slice(0, shortest)) : sharingPart(word, long);
    if (few === undefined || few.length === 0) return undefined;
    const fuse = new Fuse(few, { includeScore: true, threshold: 0.1, location: 0, distance: 20 });
    const [best, ...others] = fuse.search(word, { limit: 8 });
    if (best === undefined || best.item.length - word.length > mostMissing) return undefined;
    const stem = stemOf(best.item);
    const plain = others.every(({ item, score }) => (score ?? 1) > (best.score ?? 0) + asGood || stemOf(item) === stem);
    return plain ? best.item : undefined;
  };
}

/** Makes, when it is first asked for, the index of words by four letters at place 0, 1 or 2. */
function startsIn(words: readonly string[]): () => ReadonlyMap<string, readonly string[]> {
  let near: Map<string, string[]> | undefined;
  return () => {
    if (near !== undefined) return near;
    near = new Map();
    for (const word of words)
      for (const start of new Set([0, 1, 2].map((place) => word.slice(place, place + shortest)))) {
        const others = near.get(start);
        if (others === undefined) near.set(start, [word]);
        else others.push(word);
      }
    return near;
  };
}

/** The words that hold some part of this one as it is: of one part more than errors are allowed, an error spares one. */
function sharingPart(word: string, words: readonly string[]): readonly string[] {
  const parts = Math.floor(word.length / 10) + 1;
  const length = Math.floor(word.length / parts);
  const held = Array.from({ length: parts }, (_, part) => word.slice(part * length, (part + 1) * length));
  return words.filter((other) => held.some((part) => other.includes(part)));
}

const shortest = 4;
const longestWithoutError = 9;
/** Bitap's own limit. */
const longest = 32;
const mostMissing = 6;
const asGood = 0.05;
