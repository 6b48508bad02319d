import MarkdownIt from 'markdown-it';

/*
 * Markdown of the bot as the few HTML tags that Telegram knows. The text is kept as runs with marks until the very end: a long one is
 * cut between characters of what is shown, and each part opens and closes its own tags, so no cut can fall into a tag or an entity.
 */

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A tag around some text. */
interface Mark {
  readonly open: string;
  readonly close: string;
}

/** Text as it is shown, and the tags around it, the outermost first. */
interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Characters of one message, as they are shown. */
export const longestMessage = 4096;

const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');

/** Markdown as one or more messages of Telegram's HTML, each of `longest` shown characters at most; never empty. */
export function telegramParts(text: string, longest: number = longestMessage): readonly string[] {
  const parts: string[] = [];
  let rest = trimmed(runsOf(markdown.parse(text, {})));
  while (lengthOf(rest) > longest) {
    const [part, after] = cut(rest, placeToCut(textOf(rest), longest));
    parts.push(htmlOf(trimmed(part)));
    rest = trimmed(after);
  }
  return [...parts, htmlOf(rest)].filter((part, index) => part !== '' || index === 0);
}

/** Plain text as Telegram's HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const tags: Readonly<Record<string, string>> = { strong: 'b', em: 'i', s: 's', blockquote: 'blockquote', heading: 'b' };

function runsOf(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  const marks: Mark[] = [];
  const lists: { next: number | undefined }[] = [];
  const write = (text: string, ...more: Mark[]) => void runs.push({ text, marks: [...marks, ...more] });
  // Between blocks stands an empty line, inside a list a line break.
  const block = () => {
    if (runs.length > 0 && !textOf(runs).endsWith('\n\n') && !atBullet(runs)) {
      write(lists.length > 0 || textOf(runs).endsWith('\n') ? '\n' : '\n\n');
    }
  };
  const read = (token: Token): void => {
    const [, name = '', side = ''] = /^(.*)_(open|close)$/.exec(token.type) ?? [];
    if (name === 'paragraph' || name === 'tr') {
      if (side === 'open') block();
    } else if (name === 'bullet_list' || name === 'ordered_list') {
      if (side === 'close') return void lists.pop();
      if (lists.length === 0) block();
      lists.push({ next: name === 'ordered_list' ? Number(token.attrGet('start') ?? 1) : undefined });
    } else if (name === 'list_item' && side === 'open') {
      const list = lists.at(-1);
      if (!textOf(runs).endsWith('\n') && runs.length > 0) write('\n');
      write(`${'\u00A0\u00A0'.repeat(lists.length - 1)}${list?.next === undefined ? '•' : `${list.next}.`} `);
      if (list?.next !== undefined) list.next += 1;
    } else if (name === 'td' || name === 'th') {
      if (side === 'close') write('  ');
    } else if (name === 'link') {
      if (side === 'close') return void marks.pop();
      marks.push(linkTo(String(token.attrGet('href') ?? '')));
    } else if (tags[name] !== undefined) {
      if (side === 'open' && (name === 'blockquote' || name === 'heading')) block();
      const tag = tags[name];
      if (side === 'close') marks.pop();
      else marks.push({ open: `<${tag}>`, close: `</${tag}>` });
    } else {
      readText(token);
    }
  };
  const readText = (token: Token): void => {
    switch (token.type) {
      case 'inline':
        return (token.children ?? []).forEach(read);
      case 'text':
        return write(token.content);
      case 'softbreak':
        // A line that is only wrapped in the file goes on, as it does wherever Markdown is shown.
        return write(' ');
      case 'hardbreak':
        return write('\n');
      case 'code_inline':
        return write(token.content, { open: '<code>', close: '</code>' });
      case 'fence':
      case 'code_block':
        block();
        return write(token.content.replace(/\n$/, ''), { open: '<pre>', close: '</pre>' });
      case 'hr':
        block();
        return write('———');
      default:
    }
  };
  tokens.forEach(read);
  return runs.filter(({ text }) => text !== '');
}

/** Telegram makes links of these; of others only the words are shown. */
function linkTo(address: string): Mark {
  return /^(https?|tg):/i.test(address)
    ? { open: `<a href="${escapeHtml(address)}">`, close: '</a>' }
    : { open: '', close: '' };
}

function atBullet(runs: readonly Run[]): boolean {
  return /(^|\n)\u00A0*(•|\d+\.) $/.test(textOf(runs.slice(-2)));
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** At a paragraph, else at a line, else at a word, in the last two thirds of what there is room for; else anywhere but inside a character. */
function placeToCut(text: string, longest: number): number {
  const room = text.slice(0, longest + 1);
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = room.lastIndexOf(separator);
    if (at >= longest / 3) return at;
  }
  const before = text.charCodeAt(longest - 1);
  return before >= 0xd800 && before <= 0xdbff ? longest - 1 : longest;
}

function cut(runs: readonly Run[], at: number): [readonly Run[], readonly Run[]] {
  const before: Run[] = [];
  const after: Run[] = [];
  let place = 0;
  for (const { text, marks } of runs) {
    const here = Math.min(Math.max(at - place, 0), text.length);
    if (here > 0) before.push({ text: text.slice(0, here), marks });
    if (here < text.length) after.push({ text: text.slice(here), marks });
    place += text.length;
  }
  return [before, after];
}

/** Without white space before and after; Telegram would take it away, and it would count. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const whole = textOf(runs);
  const start = whole.length - whole.trimStart().length;
  const [, rest] = cut(runs, start);
  const [kept] = cut(rest, textOf(rest).trimEnd().length);
  return kept;
}

function htmlOf(runs: readonly Run[]): string {
  let html = '';
  let open: readonly Mark[] = [];
  for (const { text, marks } of runs) {
    const same = open.findIndex((mark, index) => mark !== marks[index]);
    const kept = same === -1 ? open.length : same;
    html += closing(open.slice(kept));
    html += marks
      .slice(kept)
      .map((mark) => mark.open)
      .join('');
    html += escapeHtml(text);
    open = marks;
  }
  return html + closing(open);
}

function closing(marks: readonly Mark[]): string {
  return marks
    .toReversed()
    .map((mark) => mark.close)
    .join('');
}
