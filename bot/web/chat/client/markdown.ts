import type { RenderMarkdown } from './web-chat.ts';

/*
 * Web Chat makes every mail address a link. Here only the shop's own are: "nome@esempio.it" in a sentence of the bot is an
 * example, and nobody should write to it.
 */

/** Web Chat's Markdown, in which a bare address is a link when it is at this domain. */
export function markdownOf(render: RenderMarkdown, mailDomain: string | undefined): RenderMarkdown {
  return (markdown, options, texts) => {
    const template = document.createElement('template');
    template.innerHTML = render(markdown, options, texts);
    for (const link of template.content.querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"]')) {
      const address = decodeURIComponent(link.getAttribute('href')!.slice('mailto:'.length)).toLowerCase();
      const bare = link.textContent.trim().toLowerCase() === address;
      if (bare && !(mailDomain !== undefined && address.endsWith(`@${mailDomain}`))) link.replaceWith(link.textContent);
    }
    return template.innerHTML;
  };
}
