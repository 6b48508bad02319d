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

/** Markdown of the bot as an agent would write it: no signs of markup, lists with dashes, links with their address behind. */
export function plainText(text: string): string {
  const tokens = markdown.parse(text, {});
  const blocks = tokens.flatMap((token, index) => {
    if (token.type !== 'inline') return [];
    const inList = tokens
      .slice(0, index)
      .findLast(({ type }) => type === 'list_item_open' || type === 'list_item_close');
    const line = inlineText(token.children ?? []);
    return inList?.type === 'list_item_open' ? [{ line: `- ${line}`, gap: '\n' }] : [{ line, gap: '\n\n' }];
  });
  return blocks.reduce((whole, { line, gap }) => (whole === '' ? line : `${whole}${gap}${line}`), '');
}

function inlineText(
  tokens: readonly { type: string; content: string; attrGet(name: string): string | number | null }[],
): string {
  let address = '';
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'link_open':
          address = String(token.attrGet('href') ?? '');
          return '';
        case 'link_close':
          return ` (${address})`;
        case 'softbreak':
        case 'hardbreak':
          return '\n';
        default:
          return token.content;
      }
    })
    .join('');
}
