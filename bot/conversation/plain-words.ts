/** Text as choices are compared: lower case, without accents and punctuation, single spaces. `"Sì!"` -> `si`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
