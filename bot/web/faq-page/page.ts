import MarkdownIt from 'markdown-it';
import type { Language } from '../../domain/language.ts';
import type { FaqEntry, Knowledge } from '../../domain/knowledge.ts';
import { dateIn } from '../../domain/time.ts';
import type { Route } from '../../service/http.ts';
import { documentReply } from '../document.ts';
import { html, trusted, type Html } from '../html.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageContext } from '../pages.ts';
import { framed } from '../shop-frame.ts';
import { texts, topicOrder, topicTitle } from './texts.ts';

/** `/faq`: every entry in force by topic, each at its own anchor, with a search box. */
export function faqPage({ knowledge, assets, clock, icon, siteStyle, openChat }: PageContext): Route {
  const style = assets.add(new URL('faq.css', import.meta.url));
  const search = assets.add(new URL('client/search.ts', import.meta.url));
  const content = contentOnce();
  return {
    method: 'get',
    path: '/faq',
    async handle(call) {
      const language = pageLanguage(call);
      const current = knowledge();
      const text = texts[language];
      return documentReply(call, {
        language,
        title: `${text.title} · ${current.shopName}`,
        description: text.description,
        icon,
        styles: [siteStyle, style],
        modules: [search, openChat],
        scripts: ['/widget.js'],
        policy: ["img-src 'self'", "frame-src 'self'"],
        bodyClass: 'faq',
        body: framed(
          { language, path: '/faq', icon, knowledge: current },
          content(current, language, dateIn(current.hours.zone, clock.now())),
        ),
      });
    },
  };
}

/** The content is made once for each revision, language and day: Markdown takes a while. */
function contentOnce(): (knowledge: Knowledge, language: Language, today: string) => Html {
  const made = new Map<string, Html>();
  return (knowledge, language, today) => {
    const key = `${knowledge.revision} ${language} ${today}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= 4) made.clear();
    const fresh = content(entriesInForce(knowledge, language, today), language);
    made.set(key, fresh);
    return fresh;
  };
}

function entriesInForce({ entries }: Knowledge, language: Language, today: string): FaqEntry[] {
  return entries.filter(
    (entry): entry is FaqEntry =>
      entry.kind === 'faq' &&
      entry.texts[language] !== undefined &&
      (entry.channels === undefined || entry.channels.includes('webchat')) &&
      (entry.validFrom ?? today) <= today &&
      today <= (entry.validTo ?? today),
  );
}

function content(entries: readonly FaqEntry[], language: Language): Html {
  const text = texts[language];
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)].toSorted(
    ([one], [other]) => rank(one) - rank(other) || one.localeCompare(other),
  );
  return html`
    <div class="wrap intro">
      <h1>${text.title}</h1>
      <p>${text.lead}</p>
      <form role="search" id="search" data-one="${text.one}" data-many="${text.many}">
        <label for="words">${text.search}</label>
        <input id="words" type="search" name="q" autocomplete="off" spellcheck="false" />
        <p id="found" role="status"></p>
      </form>
    </div>
    <div class="wrap body">
      <nav aria-label="${text.topics}">
        <ul>
          ${topics.map(([topic]) => html`<li><a href="#topic-${topic}">${topicTitle(topic, language)}</a></li>`)}
        </ul>
      </nav>
      <div>
        ${topics.map(([topic, list]) => section(topic, list, language))}
        <p id="none" hidden>${text.none}</p>
        <p class="ask">${text.askText} <a class="button" href="/chat" data-bubble>${text.ask}</a></p>
      </div>
    </div>
  `;
}

function rank(topic: string): number {
  const at = topicOrder.indexOf(topic);
  return at === -1 ? topicOrder.length : at;
}

function section(topic: string, entries: readonly FaqEntry[], language: Language): Html {
  return html`<section aria-labelledby="topic-${topic}">
    <h2 id="topic-${topic}">${topicTitle(topic, language)}</h2>
    ${entries.map((entry) => item(entry, language))}
  </section>`;
}

function item({ id, texts, links }: FaqEntry, language: Language): Html {
  const phrasing = texts[language];
  return html`<details id="${id}">
    <summary><h3>${phrasing?.question}</h3></summary>
    <div class="answer">
      ${trusted(markdown.render(phrasing?.answers[0] ?? ''))}
      ${links.map(({ label, url }) => html`<p><a href="${url}" rel="noopener">${label[language]}</a></p>`)}
    </div>
  </details>`;
}

/** No HTML and no pictures; markdown-it itself lets no `javascript:` link live. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');
markdown.renderer.rules['link_open'] = (tokens, index, options, _environment, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener');
  return renderer.renderToken(tokens, index, options);
};
