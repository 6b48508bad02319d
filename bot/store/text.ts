/*
 * What customers write may hold NUL, which PostgreSQL refuses and which ends a text early in many tools, and lone
 * surrogates, which have no UTF-8. At the store's edge both become U+FFFD, the replacement character. Nothing else changes.
 */

/** A text that every database keeps as it is. */
export function storable(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text).toWellFormed();
}

/** JSON of a value in which every text is storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // The escapes of NUL and of lone surrogates are rare: only then is each text looked at.
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? storable(each) : each));
}
