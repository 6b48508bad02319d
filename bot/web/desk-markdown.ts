import MarkdownIt from 'markdown-it';

/** No HTML, no pictures: what an editor wrote can look like text and links, and nothing else. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  tokens[index]?.attrSet('target', '_blank');
  return renderer.renderToken(tokens, index, options);
};

/** Markdown of the bot as HTML that is safe to show: raw HTML is text in it, and only http, https and mailto links live. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/**
 * Markdown of the bot as an agent would write it, for a customer who sees every sign as it is: no signs of markup, bullets and numbers
 * before what is listed, and addresses behind the words of their links.
 */
export function plainText(text: string): string {
  const lists: { next: number | undefined }[] = [];
  let mark: string | undefined;
  let row: string[] | undefined;
  let whole = '';
  const write = (block: string, gap: '\n' | '\n\n') => {
    const indent = '  '.repeat(Math.max(lists.length - 1, 0));
    const lines = block.replaceAll('\n', `\n${indent}`);
    whole += `${whole === '' ? '' : gap}${indent}${mark === undefined ? '' : `${mark} `}${lines}`;
    mark = undefined;
  };
  for (const token of markdown.parse(text, {})) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: undefined });
        break;
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open': {
        const list = lists.at(-1);
        mark = list?.next === undefined ? '•' : `${list.next}.`;
        if (list?.next !== undefined) list.next += 1;
        break;
      }
      case 'tr_open':
        row = [];
        break;
      case 'tr_close':
        write(row?.join(' · ') ?? '', '\n');
        row = undefined;
        break;
      case 'inline': {
        const line = inlineText(token.children ?? []);
        if (row === undefined) write(line, lists.length > 0 ? '\n' : '\n\n');
        else row.push(line);
        break;
      }
      case 'fence':
      case 'code_block':
        write(token.content.trimEnd(), '\n\n');
    }
  }
  return whole;
}

type Inline = { readonly type: string; readonly content: string; attrGet(name: string): string | number | null };

function inlineText(tokens: readonly Inline[]): string {
  const isOneLink = tokens[0]?.type === 'link_open' && tokens.findIndex(isEnd) === tokens.length - 1;
  let address = '';
  let words = '';
  let text = '';
  for (const token of tokens) {
    if (token.type === 'link_open') {
      address = readable(String(token.attrGet('href') ?? ''));
      words = '';
    } else if (isEnd(token)) {
      text += behind(words, address, isOneLink ? 'alone' : 'within');
      address = '';
    } else {
      const piece = token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content;
      if (address === '') text += piece;
      else words += piece;
    }
  }
  return text;
}

function isEnd({ type }: Inline): boolean {
  return type === 'link_close';
}

function behind(words: string, address: string, place: 'alone' | 'within'): string {
  if (words === '' || words === address) return address;
  return place === 'alone' ? `${words}: ${address}` : `${words} (${address})`;
}

/** What a person would write: nobody says `mailto:`. */
function readable(href: string): string {
  return href.replace(/^(?:mailto|tel):/, '');
}
