import type { Knowledge } from '../domain/knowledge.ts';
import type { Route } from '../service/http.ts';
import type { Clock } from '../service/ports.ts';
import type { Assets } from './assets.ts';
import { chatPage } from './chat/page.ts';
import { faqPage } from './faq-page/page.ts';
import { previewPages } from './preview/page.ts';
import { shopPage } from './shop/page.ts';

export interface PageParts {
  /** The knowledge in force. */
  readonly knowledge: () => Knowledge;
  readonly assets: Assets;
  readonly clock: Clock;
  /** Other sites' origins that may show the chat. */
  readonly allowedOrigins: readonly string[];
}

/** What every customer page is made of. */
export interface PageContext extends PageParts {
  readonly icon: string;
  /** The palette and the basic shapes of all customer pages. */
  readonly siteStyle: string;
  /** What makes links open the bubble. */
  readonly openChat: string;
}

/** All that customers' browsers load: the shop, the chat, the FAQ, the bubble with its preview, and their files. */
export function customerPages(parts: PageParts): Route[] {
  const { assets } = parts;
  const context: PageContext = {
    ...parts,
    icon: assets.add(new URL('icon.svg', import.meta.url)),
    siteStyle: assets.add(new URL('site.css', import.meta.url)),
    openChat: assets.add(new URL('shop/client/open-chat.ts', import.meta.url)),
  };
  return [
    shopPage(context),
    chatPage(context),
    faqPage(context),
    ...previewPages(context),
    assets.scriptFor('/widget.js', new URL('widget/client/widget.ts', import.meta.url)),
    assets.route,
  ];
}
