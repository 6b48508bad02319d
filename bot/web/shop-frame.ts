import type { Language, Localized } from '../domain/language.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { emailLink, phoneLink } from './contact.ts';
import { hoursInWords } from './hours-words.ts';
import { html, type Html } from './html.ts';

/** What stands above and below the content of the shop's pages. */
export interface Frame {
  readonly language: Language;
  readonly path: '/' | '/faq';
  readonly icon: string;
  readonly knowledge: Knowledge;
}

/** Questions whose answers say where the shop is and how it takes things back, as far as the knowledge has them. */
const visiting = ['shop-location', 'opening-hours'];
const helping = ['return-how'];

/** Puts a page's content between the shop's head and foot. */
export function framed({ language, path, icon, knowledge }: Frame, content: Html): Html {
  const text = texts[language];
  const { shopName, contact, hours } = knowledge;
  const care = [phoneLink(contact), emailLink(contact), hoursInWords(hours, language)];
  return html`
    <a class="skip" href="#content">${text.skip}</a>
    <aside class="ribbon" aria-label="${text.promises}">${text.ribbon}</aside>
    <header class="head">
      <div class="wrap">
        <a class="brand" href="/"><img src="${icon}" alt="" width="32" height="32" />${shopName}</a>
        <nav aria-label="${text.navigation}">
          <a href="/#collection">${text.collection}</a>
          <a href="/faq" ${path === '/faq' ? html`aria-current="page"` : undefined}>${text.faq}</a>
          <a href="/chat">${text.chat}</a>
        </nav>
        ${languageSwitch(language, path)}
      </div>
    </header>
    <main id="content" tabindex="-1">${content}</main>
    <footer class="foot">
      <div class="wrap">
        <div class="columns">
          <div>
            <h2>${shopName}</h2>
            <ul>
              ${questions(visiting, language, knowledge)}
            </ul>
          </div>
          <div>
            <h2>${text.care}</h2>
            <ul>
              ${care.map((each) => (each === undefined || each === '' ? undefined : html`<li>${each}</li>`))}
            </ul>
          </div>
          <div>
            <h2>${text.help}</h2>
            <ul>
              <li><a href="/faq">${text.faq}</a></li>
              ${questions(helping, language, knowledge)}
              <li><a href="/chat">${text.chat}</a></li>
            </ul>
          </div>
        </div>
        <p class="note">${text.demo} <a href="/desk">${text.desk}</a>.</p>
      </div>
    </footer>
  `;
}

function questions(ids: readonly string[], language: Language, { entries }: Knowledge): readonly Html[] {
  return ids.flatMap((id) => {
    const question = entries.find((entry) => entry.id === id)?.texts[language]?.question;
    return question === undefined ? [] : [html`<li><a href="/faq#${id}">${question}</a></li>`];
  });
}

/** The link to the same page in the other language. */
export function languageSwitch(language: Language, path: string): Html {
  const [other, name, label] = language === 'it' ? ['en', 'EN', 'English'] : ['it', 'IT', 'Italiano'];
  const to = `${path}${path.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<div class="language">
    <a href="${to}" hreflang="${other}" lang="${other}" title="${label}"
      ><span aria-hidden="true">${name}</span><span class="hidden">${label}</span></a
    >
  </div>`;
}

const texts: Localized<Record<string, string>> = {
  it: {
    skip: 'Vai al contenuto',
    ribbon: 'Consegna gratuita da 59 € · Recesso entro 14 giorni · Garanzia legale di 2 anni',
    promises: 'In breve',
    navigation: 'Principale',
    collection: 'Collezione',
    faq: 'Domande frequenti',
    chat: 'Chat',
    care: 'Assistenza clienti',
    help: 'Aiuto',
    demo: 'Per chi gestisce il negozio: questa è la pagina dimostrativa di Sportello, con un negozio di fantasia. Le persone del servizio clienti rispondono dal',
    desk: 'banco',
  },
  en: {
    skip: 'Skip to content',
    ribbon: 'Free delivery from €59 · 14 days to change your mind · 2-year legal warranty',
    promises: 'In short',
    navigation: 'Main',
    collection: 'Collection',
    faq: 'Questions',
    chat: 'Chat',
    care: 'Customer care',
    help: 'Help',
    demo: 'For the shop’s owner: this is Sportello’s demo page, with a made-up shop. The people of customer care answer from the',
    desk: 'desk',
  },
};
