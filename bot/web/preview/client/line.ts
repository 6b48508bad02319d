/** Attributes of the script's tag, in order; an empty value stands for the attribute alone. */
export type Attributes = readonly (readonly [name: string, value: string])[];

/** What a form says, as attributes; what is at its default is left out. */
export function attributesOf(form: ReadonlyMap<string, string>): Attributes {
  const said = (name: string, when = true) => {
    const value = form.get(name)?.trim() ?? '';
    return when && value !== '' ? [[`data-${name}`, value] as const] : [];
  };
  const greets = form.has('greets');
  const text = said('greeting', greets);
  return [
    ...said('language'),
    ...said('side'),
    ...said('color', form.has('tinted')),
    ...said('title'),
    ...said('label'),
    ...(greets && text.length === 0 ? [['data-greeting', ''] as const] : text),
    ...said('greeting-after', greets),
    ...said('greeting-on', greets),
    ...(form.has('open') ? [['data-open', ''] as const] : []),
    ...(form.has('identity') ? [['data-identity', '…'] as const] : []),
  ];
}

/** The line for a shop's page. */
export function tagOf(src: string, attributes: Attributes): string {
  const written = attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<script src="${escaped(src)}"${written.join('')} async></script>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
