import MarkdownIt from 'markdown-it';

/** Makes a customer's text harmless to store and show: halves of surrogate pairs and control characters become U+FFFD. */
export function harmless(text: string): string {
  return text.toWellFormed().replaceAll(controls, '\uFFFD').replaceAll(/\r\n?/g, '\n');
}

/** All but tab, line feed and carriage return; PostgreSQL refuses NUL, terminals obey the others. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/**
 * Markdown in which whatever a reader might take for an HTML tag is its own characters. Code, which is shown as it is, stays; where it is
 * not clear what is code, tags in it are written out too, and show how.
 */
export function tagsAsText(markdown: string): string {
  const careful = markdown.replaceAll(pieces, (piece) => (piece === '<' ? '&lt;' : piece));
  return hasTags(careful) ? markdown.replaceAll(tags, (piece) => (piece === '<' ? '&lt;' : piece)) : careful;
}

/** What is escaped, an address that is a link, and the beginning of a tag. */
const tags = /\\[^\n]|<https?:\/\/[^\s<>]+>|<[^\s<>@/]+@[^\s<>]+>|<(?=[a-z/!?])/gi;

/** Before these, a block between fences, code within a line, and backticks that begin none. */
const pieces = new RegExp(
  /^```(?!`)[^`\n]*\n(?:[^\n]*\n)*?```(?=\n|$(?!\n))|(?<!\\)(?:`(?!`)[^`\n]*`(?!`)|``(?!`)[^`\n]*``(?!`)|`+)/.source +
    `|${tags.source}`,
  'gim',
);

const reader = new MarkdownIt({ html: true });

function hasTags(markdown: string): boolean {
  if (!/<[a-z/!?]/i.test(markdown)) return false;
  return reader
    .parse(markdown, {})
    .some(({ type, children }) => type.startsWith('html') || children?.some((child) => child.type.startsWith('html')));
}

/** Writes plain text as Markdown that shows exactly that text; web addresses become links. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/(?<![^\S\n])[^\S\n]+$/gm, '')
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
