/**
 * Text as choices are compared: lower case, without accents and punctuation, single spaces; `"Sì!"` -> `si`. Of a text
 * without any word, such as an emoji, the signs themselves are left, without the colour of a thumb.
 */
export function plainWords(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}\p{Emoji_Modifier}]+/gu, '')
    .toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.trim();
}
