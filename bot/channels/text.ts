/** Makes a customer's text harmless to store and show: halves of surrogate pairs and control characters become U+FFFD. */
export function harmless(text: string): string {
  return text.toWellFormed().replaceAll(controls, '\uFFFD').replaceAll(/\r\n?/g, '\n');
}

/** All but tab, line feed and carriage return; PostgreSQL refuses NUL, terminals obey the others. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Writes plain text as Markdown that shows exactly that text; web addresses become links. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[^\S\n]+$/gm, '')
    .split(address)
    .map((part, index) => (index % 2 === 1 ? link(part) : escape(part)))
    .join('')
    .replaceAll(/^([^\S\n]+)/gm, (spaces) => '\u00A0'.repeat(spaces.length))
    .replaceAll(/^([-+=])/gm, '\\$1')
    .replaceAll(/^(\d+)([.)])/gm, '$1\\$2')
    .replaceAll(/\n/g, '  \n');
}

/** Without the characters that mean something inside a Markdown link, and without the full stop that ends a sentence. */
const address = /(https?:\/\/[\w\-.~:/?#@!$'*+,;=%&]*[\w\-~/#=%&])/;

function link(url: string): string {
  return `[${escape(url)}](${url.replaceAll('_', '%5F').replaceAll('*', '%2A').replaceAll('&', '&amp;')})`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#|~!]/g, String.raw`\$&`);
}
