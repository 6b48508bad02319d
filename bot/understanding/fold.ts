/** A word for comparing: lower case, without accents (è -> e), ligatures and full-width forms opened. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  // Some ligatures open into marks and a space; what has no letter left stays as it was.
  return lower.normalize('NFKD').replace(noLetters, '').toLowerCase().replaceAll('ß', 'ss') || lower;
}

const ascii = /^[\u0020-\u007e]*$/;
const noLetters = /[^\p{L}\p{N}]/gu;
