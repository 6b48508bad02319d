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
