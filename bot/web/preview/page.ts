import type { Call, Reply, Route } from '../../service/http.ts';
import { documentReply } from '../document.ts';
import { html, json, type Html } from '../html.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageContext } from '../pages.ts';
import { texts, type PreviewTexts } from './texts.ts';

/**
 * `/preview`: all options of the bubble, live, and the line to copy. It is no page of the desk: whoever puts a line on a shop's
 * site may have no account there, and nothing here is secret.
 */
export function previewPages(context: PageContext): Route[] {
  const { assets, icon, siteStyle, allowedOrigins } = context;
  const style = assets.add(new URL('preview.css', import.meta.url));
  const form = assets.add(new URL('client/preview.ts', import.meta.url));
  const sample = assets.add(new URL('client/sample.ts', import.meta.url));
  const styles = [siteStyle, style];

  const preview = (call: Call): Reply => {
    const language = pageLanguage(call);
    const text = texts[language];
    return hidden(
      documentReply(call, {
        language,
        title: `${text.title} · Sportello`,
        description: text.description,
        icon,
        styles,
        modules: [form],
        policy: ["img-src 'self'", "frame-src 'self'"],
        bodyClass: 'preview',
        body: previewBody(text, call.origin, allowedOrigins),
      }),
    );
  };
  const samplePage = (call: Call): Reply => {
    const language = pageLanguage(call);
    const text = texts[language];
    return hidden(
      documentReply(call, {
        language,
        title: text.sampleTitle,
        description: text.sampleText,
        icon,
        styles,
        modules: [sample],
        framedBy: ["'self'"],
        policy: ["img-src 'self'", "frame-src 'self'"],
        bodyClass: 'sample',
        body: html`<main>
          <h1>${text.sampleTitle}</h1>
          <p>${text.sampleText}</p>
        </main>`,
      }),
    );
  };
  return [
    { method: 'get', path: '/preview', handle: async (call) => preview(call) },
    { method: 'get', path: '/preview/page', handle: async (call) => samplePage(call) },
  ];
}

/** It is for the operator; search engines have no business here. */
function hidden(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-robots-tag': 'noindex' } };
}

function previewBody(text: PreviewTexts, origin: string, allowed: readonly string[]): Html {
  return html`
    <main>
      <h1>${text.title}</h1>
      <p>${text.lead}</p>
      <div class="columns">
        <form aria-label="${text.options}">
          ${row(
            text.language,
            html`<select name="language">
              <option value="">${text.auto}</option>
              <option value="it">italiano</option>
              <option value="en">English</option>
            </select>`,
          )}
          ${row(
            text.side,
            html`<select name="side">
              <option value="">${text.right}</option>
              <option value="left">${text.left}</option>
            </select>`,
          )}
          ${check('tinted', text.ownColour)}
          ${row(text.colour, html`<input type="color" name="color" value="#0a6e5c" />`)}
          ${row(text.name, html`<input name="title" maxlength="60" placeholder="${text.nameHint}" />`)}
          ${row(text.label, html`<input name="label" maxlength="40" placeholder="${text.labelHint}" />`)}
          ${check('greets', text.greets)} ${row(text.greeting, html`<input name="greeting" maxlength="200" />`)}
          ${row(text.after, html`<input type="number" name="greeting-after" min="0" max="3600" value="10" />`)}
          ${row(text.on, html`<input name="greeting-on" maxlength="200" />`, text.onHint)} ${check('open', text.open)}
          ${check('identity', text.identity, text.identityHint)}
        </form>
        <section aria-labelledby="look">
          <div class="bar">
            <h2 id="look">${text.look}</h2>
            <fieldset>
              <label><input type="radio" name="screen" value="wide" checked />${text.wide}</label>
              <label><input type="radio" name="screen" value="phone" />${text.phone}</label>
            </fieldset>
            <button type="button" id="again">${text.again}</button>
          </div>
          <div class="stage" data-screen="wide"><iframe title="${text.frame}"></iframe></div>
          <p class="hint">${text.real}</p>
        </section>
      </div>
      <section aria-labelledby="line-title">
        <div class="bar">
          <h2 id="line-title">${text.line}</h2>
          <button type="button" class="button" id="copy">${text.copy}</button>
          <span role="status" id="copied"></span>
        </div>
        <pre tabindex="0" aria-labelledby="line-title"><code id="line"></code></pre>
      </section>
      <section aria-labelledby="before">
        <h2 id="before">${text.before}</h2>
        <p>${text.origins} <strong>${allowed.length === 0 ? text.noOrigins : allowed.join(', ')}</strong></p>
        <p>${text.policy} <code>script-src ${origin}; frame-src ${origin}</code></p>
      </section>
      <script type="application/json" id="setup">
        ${json({ src: `${origin}/widget.js`, copied: text.copied })}
      </script>
    </main>
  `;
}

function row(label: string, field: Html, hint?: string): Html {
  return html`<label class="row"
    ><span>${label}</span>${field}${hint === undefined ? undefined : html`<small>${hint}</small>`}</label
  >`;
}

function check(name: string, label: string, hint?: string): Html {
  return html`<label class="check"
    ><input type="checkbox" name="${name}" /><span
      >${label}${hint === undefined ? undefined : html`<small>${hint}</small>`}</span
    ></label
  >`;
}
