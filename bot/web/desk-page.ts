import type { Call, Reply, Route } from '../service/http.ts';
import type { Assets } from './assets.ts';
import { deskBuild } from './desk-build.ts';
import { documentReply } from './document.ts';
import { html } from './html.ts';
import { pageLanguage } from './page-language.ts';

/** What a browser may ask for and get the desk's document; what it shows is decided in the browser, by the same addresses. */
export const deskAddresses = [
  '/desk',
  '/desk/c/:id',
  '/desk/welcome',
  '/desk/tickets',
  '/desk/tickets/:number',
  '/desk/content',
  '/desk/content/:id',
  '/desk/overview',
  '/desk/definitions',
  '/desk/people',
  '/desk/people/:part',
  '/desk/account',
  '/desk/teach',
] as const;

/** The pages of the desk: one document for all addresses. */
export function deskPages(assets: Assets): Route[] {
  const icon = assets.add(new URL('icon.svg', import.meta.url));
  const { script, ...build } = deskBuild(assets);
  const files: Files = { modules: [script], ...build, icon };
  return deskAddresses.map((path) => ({ method: 'get', path, handle: async (call) => documentOf(call, files) }));
}

interface Files {
  readonly modules: readonly string[];
  readonly imports: readonly string[];
  readonly styles: readonly string[];
  readonly icon: string;
}

const texts = {
  it: {
    title: 'Sportello – Assistenza',
    description: 'Dove le persone rispondono ai clienti.',
    noScript: 'Questa pagina funziona solo con JavaScript.',
  },
  en: {
    title: 'Sportello – Desk',
    description: 'Where people answer customers.',
    noScript: 'This page works with JavaScript only.',
  },
};

function documentOf(call: Call, files: Files): Reply {
  const language = pageLanguage(call);
  const { title, description, noScript } = texts[language];
  const reply = documentReply(call, {
    language,
    title,
    description,
    ...files,
    policy: ["connect-src 'self'", "img-src 'self'"],
    bodyClass: 'desk-page',
    body: html`<div id="desk"></div>
      <noscript>${noScript}</noscript>`,
  });
  return {
    ...reply,
    headers: { ...reply.headers, 'x-robots-tag': 'noindex', 'cross-origin-opener-policy': 'same-origin' },
  };
}
