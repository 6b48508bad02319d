import type { Call, Reply, Route } from '../service/http.ts';
import type { Assets } from './assets.ts';
import { documentReply } from './document.ts';
import { html } from './html.ts';
import { pageLanguage } from './page-language.ts';

/** The page of the desk, at `/desk` and behind a one-time link; what it shows is decided in the browser. */
export function deskPages(assets: Assets): Route[] {
  const files = {
    script: assets.add(new URL('desk-app/client/page.ts', import.meta.url)),
    style: assets.add(new URL('desk-app/desk.css', import.meta.url)),
    icon: assets.add(new URL('icon.svg', import.meta.url)),
  };
  const handle = async (call: Call) => page(call, files);
  return [
    { method: 'get', path: '/desk', handle },
    { method: 'get', path: '/desk/welcome', handle },
  ];
}

const texts = {
  it: {
    title: 'Sportello – Assistenza',
    description: 'Dove le persone rispondono ai clienti.',
    skip: 'Vai al contenuto',
    noScript: 'Questa pagina funziona solo con JavaScript.',
  },
  en: {
    title: 'Sportello – Desk',
    description: 'Where people answer customers.',
    skip: 'Skip to content',
    noScript: 'This page works with JavaScript only.',
  },
};

function page(call: Call, files: { readonly script: string; readonly style: string; readonly icon: string }): Reply {
  const language = pageLanguage(call);
  const { title, description, skip, noScript } = texts[language];
  const reply = documentReply(call, {
    language,
    title,
    description,
    styles: [files.style],
    modules: [files.script],
    icon: files.icon,
    policy: ["connect-src 'self'", "img-src 'self'"],
    bodyClass: 'desk-page',
    body: html`<a class="skip" href="#content">${skip}</a>
      <header></header>
      <main id="content" tabindex="-1"><noscript>${noScript}</noscript></main>`,
  });
  return {
    ...reply,
    headers: { ...reply.headers, 'x-robots-tag': 'noindex', 'cross-origin-opener-policy': 'same-origin' },
  };
}
