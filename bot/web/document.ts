import { randomBytes } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import type { Call, Reply } from '../service/http.ts';
import { html, type Html } from './html.ts';
import { languageHeaders } from './page-language.ts';

export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Addresses of style sheets, modules and plain scripts, in order. */
  readonly styles: readonly string[];
  readonly modules: readonly string[];
  readonly scripts?: readonly string[];
  /** Modules that those import, fetched at the same time. */
  readonly imports?: readonly string[];
  readonly icon: string;
  /** Sites that may frame it, as CSP sources; default none. */
  readonly framedBy?: readonly string[];
  /** More of the policy, such as what Web Chat needs. */
  readonly policy?: readonly string[];
  /** Styles that may be drawn without the nonce, as CSP sources. */
  readonly styleHashes?: readonly string[];
  readonly bodyClass: string;
  readonly body: Html;
}

/** Makes a page of its own policy: nothing runs or is drawn but what carries this reply's nonce. */
export function documentReply(call: Call, document: Document): Reply {
  const nonce = randomBytes(16).toString('base64url');
  return {
    status: 200,
    headers: {
      ...languageHeaders(call),
      'content-type': 'text/html; charset=utf-8',
      'content-language': document.language,
      'cache-control': 'private, no-cache',
      'content-security-policy': policyOf(document, nonce),
    },
    body: pageOf(document, nonce).markup,
  };
}

function policyOf({ framedBy = [], policy = [], styleHashes = [] }: Document, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    [`style-src 'nonce-${nonce}'`, ...styleHashes].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
    ...policy,
  ].join('; ');
}

function pageOf(document: Document, nonce: string): Html {
  const { language, title, description, styles, modules, scripts = [], imports = [], icon, bodyClass, body } = document;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf5ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1c1715" media="(prefers-color-scheme: dark)" />
        <meta name="description" content="${description}" />
        <title>${title}</title>
        <link rel="icon" href="${icon}" type="image/svg+xml" />
        <meta property="csp-nonce" nonce="${nonce}" />
        ${imports.map((href) => html`<link rel="modulepreload" href="${href}" nonce="${nonce}" />`)}
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" nonce="${nonce}" />`)}
        ${scripts.map((src) => html`<script src="${src}" nonce="${nonce}" defer></script>`)}
        ${modules.map((src) => html`<script type="module" src="${src}" nonce="${nonce}"></script>`)}
      </head>
      <body class="${bodyClass}">
        ${body}
      </body>
    </html> `;
}
