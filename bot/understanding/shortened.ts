import Fuse from 'fuse.js';

/*
 * Customers cut words short ("spediz", "abbonam"), which no edit distance reaches and a fuzzy search in the list of words
 * does: fuse.js (Bitap) finds the words that hold the letters near their start. It is believed only when all words
 * that it finds about as good are forms of one word. Over whole sentences, and for ordinary misspellings, it does worse than
 * what is used there; docs/understanding.md has the figures.
 */
/** Makes the search for the word that an unknown one (4 letters or more) is the beginning of. */
export function shortenedFinder(
  words: readonly string[],
  stemOf: (word: string) => string,
): (word: string) => string | undefined {
  const fuse = new Fuse(
    words.filter((word) => word.length > shortest),
    {
      includeScore: true,
      threshold: 0.1,
      location: 0,
      distance: 20,
    },
  );
  return (word) => {
    if (word.length < shortest || word.length > longest) return undefined;
    const [best, ...others] = fuse.search(word, { limit: 8 });
    if (best === undefined || best.item.length - word.length > mostMissing) return undefined;
    const stem = stemOf(best.item);
    const plain = others.every(({ item, score }) => (score ?? 1) > (best.score ?? 0) + asGood || stemOf(item) === stem);
    return plain ? best.item : undefined;
  };
}

const shortest = 4;
/** Bitap's own limit. */
const longest = 32;
const mostMissing = 6;
const asGood = 0.05;
