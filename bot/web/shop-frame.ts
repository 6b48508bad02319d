import type { Language, Localized } from '../domain/language.ts';
import { emailLink, phoneLink, type Contact } from './contact.ts';
import { html, type Html } from './html.ts';

/** What stands above and below the content of the shop's pages. */
export interface Frame {
  readonly language: Language;
  readonly path: '/' | '/faq';
  readonly icon: string;
  readonly contact: Contact;
  readonly shopName: string;
}

/** Puts a page's content between the shop's head and foot. */
export function framed({ language, path, icon, contact, shopName }: Frame, content: Html): Html {
  const text = texts[language];
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
            <p>Via Saragozza 118<br />40135 Bologna</p>
            <p>${text.shopHours}</p>
          </div>
          <div>
            <h2>${text.care}</h2>
            <ul>
              ${[phoneLink(contact), emailLink(contact)].map((link) => link && html`<li>${link}</li>`)}
              <li>${text.careHours}</li>
            </ul>
          </div>
          <div>
            <h2>${text.help}</h2>
            <ul>
              <li><a href="/faq">${text.faq}</a></li>
              <li><a href="/faq#return-how">${text.returns}</a></li>
              <li><a href="/chat">${text.chat}</a></li>
            </ul>
          </div>
        </div>
        <p class="note">${text.demo} <a href="/desk">${text.desk}</a>.</p>
      </div>
    </footer>
  `;
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
    shopHours: 'Negozio: martedì-sabato, 10:00-13:00 e 15:30-19:30',
    care: 'Assistenza clienti',
    careHours: 'Lunedì-venerdì 9:00-18:00, sabato 9:00-13:00',
    help: 'Aiuto',
    returns: 'Come fare un reso',
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
    shopHours: 'Shop: Tuesday-Saturday, 10:00-13:00 and 15:30-19:30',
    care: 'Customer care',
    careHours: 'Monday-Friday 9:00-18:00, Saturday 9:00-13:00',
    help: 'Help',
    returns: 'How to return an item',
    demo: 'For the shop’s owner: this is Sportello’s demo page, with a made-up shop. The people of customer care answer from the',
    desk: 'desk',
  },
};
