/** Markup that is safe to send; made by `html` only, so that a text can't pass for one. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly (Html | undefined)[] | undefined;

/** A template whose values are escaped unless they are markup themselves; undefined leaves nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: texts.map((text, index) => text + markupOf(parts[index])).join('') };
}

/** Takes markup from a source that is trusted to have escaped it, such as the Markdown renderer or a drawing of ours. */
export function trusted(markup: string): Html {
  return { markup };
}

/** A value as JSON inside a script element of a data type. */
export function json(value: unknown): Html {
  return { markup: JSON.stringify(value).replace(/</g, '\\u003c') };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
