/** Two phrasings are the same when they differ in capitals, accents, punctuation and spaces only. */
export function sameness(phrase: string): string {
  const letters = phrase.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
