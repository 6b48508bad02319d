/**
 * Puts values into the `{name}` marks of a sentence. The sentence is Markdown by the editor's own hand; a value may come
 * from a customer or be an agent's name, so it is escaped and stays on its line. A mark without a value stays as it is.
 */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? mark : escapeMarkdown(value);
  });
}

/** The same for plain text, such as a mail: values stand as they are, and a value's own marks are no marks. */
export function fillPlain(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? mark) : mark,
  );
}

/** Plain text written so that Markdown shows it unchanged. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>~&|#{}!]/g, '\\$&');
}
