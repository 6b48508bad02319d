import { allows } from '../../service/allowed-origins.ts';
import type { Call, Route } from '../../service/http.ts';
import type { Contact } from '../contact.ts';
import { documentReply } from '../document.ts';
import { html, json, trusted, type Html } from '../html.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageContext } from '../pages.ts';
import { languageSwitch } from '../shop-frame.ts';
import { reach } from './reach.ts';
import { refusedFrame } from './refused.ts';
import type { ChatSetup } from './client/setup.ts';
import { texts, type ChatTexts } from './texts.ts';
import { withItalianTimes } from './web-chat-times.ts';
import { webChatWords } from './web-chat-words.ts';

/** Web Chat in one file, with all that it needs inside. */
const webChat = new URL('../../../node_modules/botframework-webchat/dist/webchat.js', import.meta.url);

/** What Web Chat needs beside its own code; `'self'` covers the WebSocket too. */
const policy = ["img-src 'self' data: blob:", "connect-src 'self' blob:", 'worker-src blob:', "font-src 'self'"];

/** Web Chat adds one style element without a nonce; it is empty, and so is all that this hash lets through. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * `/chat`: the conversation on a page of its own; with `?embed=1` inside the frame of the bubble, with `&wait=1` not beginning until
 * the bubble is opened, and with `&from=ORIGIN` telling a site that may not show it so.
 */
export function chatPage({ knowledge, assets, icon, siteStyle, allowedOrigins }: PageContext): Route {
  const style = assets.add(new URL('chat.css', import.meta.url));
  const client = assets.add(new URL('client/chat.ts', import.meta.url));
  const library = assets.addMended(webChat, withItalianTimes);
  const refusal = assets.add(new URL('client/refused.ts', import.meta.url));
  return {
    method: 'get',
    path: '/chat',
    async handle(call) {
      const language = pageLanguage(call);
      const { botName, shopName, contact } = knowledge();
      const text = filled(texts[language], { shop: shopName });
      const site = call.query.get('from');
      if (site !== null && !mayShow(site, call, allowedOrigins)) {
        const styles = [siteStyle, style];
        const why = filled(text, { site: site.slice(0, 100) });
        return refusedFrame(call, { language, text: why, contact, icon, styles, modules: [refusal] });
      }
      const mailDomain = contact.email?.split('@').at(-1)?.toLowerCase();
      const place = call.query.has('embed') ? 'frame' : 'page';
      const setup: ChatSetup = {
        language,
        place,
        begins: call.query.has('wait') ? 'when-told' : 'at-once',
        botInitials: initialsOf(botName),
        texts: { anew: text.anew, lost: text.lost, stranger: text.stranger },
        words: filled(webChatWords[language], { shop: shopName }),
        ...(mailDomain !== undefined && { mailDomain }),
      };
      return documentReply(call, {
        language,
        title: text.title,
        description: text.description,
        icon,
        styles: [siteStyle, style],
        scripts: [library],
        modules: [client],
        framedBy: ["'self'", ...allowedOrigins],
        policy,
        styleHashes: [emptyStyle],
        bodyClass: `chat ${place}`,
        body: html`
          <header>
            ${place === 'page' ? html`<a class="back" href="/" title="${text.back}">${icons.back}<span class="hidden">${text.back}</span></a>` : undefined}
            <img src="${icon}" alt="" width="40" height="40" />
            <div class="who">
              <h1>${botName}</h1>
              <p>${text.assistant}</p>
            </div>
            <button type="button" id="fresh" title="${text.fresh}" aria-label="${text.fresh}">${icons.fresh}</button>
            ${place === 'page' ? languageSwitch(language, '/chat') : undefined}
            ${place === 'frame' ? html`<button type="button" id="close" title="${text.close}" aria-label="${text.close}">${icons.close}</button>` : undefined}
          </header>
          <p id="notice" class="notice" role="status"></p>
          <p id="lost" class="notice" role="status"></p>
          <main>
            <div id="web-chat" data-state="loading"></div>
            <p id="loading">
              <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${text.loading}
            </p>
            <div id="failed" role="alert" hidden>${failure(text, contact)}</div>
            <noscript><div class="failure">${reach(text.script, text, contact)}</div></noscript>
          </main>
          <script type="application/json" id="setup">
            ${json(setup)}
          </script>
        `,
      });
    },
  };
}

/** Our own pages may, under each name that we have; a proxy in front may speak another scheme, so the host alone counts. */
function mayShow(site: string, { origin, headers }: Call, allowed: readonly string[]): boolean {
  const host = URL.parse(site)?.host;
  return allows(allowed, site) || (host !== undefined && [new URL(origin).host, headers.host].includes(host));
}

function filled<T extends object>(text: T, values: Readonly<Record<string, string>>): T {
  const fill = (sentence: string) => sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return Object.fromEntries(Object.entries(text).map(([name, sentence]) => [name, fill(String(sentence))])) as T;
}

function failure(text: ChatTexts, contact: Contact): Html {
  return html`<div class="failure">
    <h2>${text.failedTitle}</h2>
    ${reach(text.failed, text, contact)}
    <button type="button" class="button" id="retry">${text.retry}</button>
  </div>`;
}

/** At most two letters: of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20).toUpperCase()).join('');
}

const icons = {
  back: line('m15 5-7 7 7 7'),
  fresh: line('M12 5v14M5 12h14'),
  close: line('m6 6 12 12M18 6 6 18'),
};

function line(path: string): Html {
  return trusted(`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`);
}
