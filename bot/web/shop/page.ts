import type { Language } from '../../domain/language.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Route } from '../../service/http.ts';
import { documentReply } from '../document.ts';
import { html, type Html } from '../html.ts';
import { hoursInWords } from '../hours-words.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageContext } from '../pages.ts';
import { framed } from '../shop-frame.ts';
import { hero, portico, things } from './drawings.ts';
import { texts, type Product, type ShopTexts } from './texts.ts';

/** Questions shown on the front page, as far as the knowledge has them. */
const asked = [
  'delivery-time',
  'track-order',
  'delivery-cost',
  'return-how',
  'payment-methods',
  'product-availability',
];

/** `/`: the front page of the sample shop, with the chat bubble. */
export function shopPage({ knowledge, assets, icon, siteStyle, openChat }: PageContext): Route {
  const style = assets.add(new URL('shop.css', import.meta.url));
  return {
    method: 'get',
    path: '/',
    async handle(call) {
      const language = pageLanguage(call);
      const text = texts[language];
      const current = knowledge();
      return documentReply(call, {
        language,
        title: text.title,
        description: text.description,
        icon,
        styles: [siteStyle, style],
        modules: [openChat],
        scripts: ['/widget.js'],
        policy: ["img-src 'self'", "frame-src 'self'"],
        bodyClass: 'shop',
        body: framed({ language, path: '/', icon, knowledge: current }, content(text, language, current)),
      });
    },
  };
}

function content(text: ShopTexts, language: Language, knowledge: Knowledge): Html {
  return html`
    <section class="hero wrap">
      <div>
        <p class="eyebrow">${text.eyebrow}</p>
        <h1>${text.headline}</h1>
        <p class="lead">${text.lead}</p>
        <p class="actions">
          <a class="button" href="#collection">${text.see}</a>
          <a class="button quiet" href="/chat" data-bubble>${text.ask}</a>
        </p>
      </div>
      <div class="picture">${hero}</div>
    </section>

    <section class="wrap" id="collection" aria-labelledby="collection-title">
      <div class="section-head">
        <h2 id="collection-title">${text.collection}</h2>
        <p>${text.collectionLead}</p>
      </div>
      <ul class="products">
        ${text.products.map((product) => card(product, text, language))}
      </ul>
    </section>

    <section class="facts" aria-labelledby="facts-title">
      <div class="wrap">
        <h2 id="facts-title">${text.promises}</h2>
        <ul>
          ${text.facts.map(
            (fact) =>
              html`<li>
                <h3>${fact.title}</h3>
                <p>${fact.text.replace('{hours}', hoursInWords(knowledge.hours, language))}</p>
              </li>`,
          )}
        </ul>
      </div>
    </section>

    <section class="wrap pair">
      <div class="workshop">
        <h2>${text.workshop}</h2>
        <p>${text.workshopText}</p>
        <p><a href="/faq#shop-location">${text.visit}</a></p>
        <div class="picture">${portico}</div>
      </div>
      <div class="questions">
        <h2>${text.help}</h2>
        <ul>
          ${questions(knowledge, language).map(({ id, question }) => html`<li><a href="/faq#${id}">${question}</a></li>`)}
        </ul>
        <p>${text.helpText} <a href="/faq">${text.all}</a></p>
      </div>
    </section>
  `;
}

function card({ drawing, name, made, price, stock }: Product, text: ShopTexts, language: Language): Html {
  const euros = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  return html`<li class="product">
    <div class="picture ${drawing}">${things[drawing]}</div>
    <h3>${name}</h3>
    <p>${made}</p>
    <p class="price"><strong>${euros.format(price)}</strong><span class="stock ${stock}">${text.stock[stock]}</span></p>
  </li>`;
}

function questions({ entries }: Knowledge, language: Language): { id: string; question: string }[] {
  return asked.flatMap((id) => {
    const question = entries.find((entry) => entry.id === id)?.texts[language]?.question;
    return question === undefined ? [] : [{ id, question }];
  });
}
