/** A word for comparing: lower case, without accents (è -> e), ligatures and full-width forms opened. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFKD').replace(marks, '').toLowerCase().replaceAll('ß', 'ss');
}

const ascii = /^[\u0020-\u007e]*$/;
const marks = /\p{M}/gu;
