import type { Language } from '../../domain/language.ts';
import type { Call, Reply } from '../../service/http.ts';
import type { Contact } from '../contact.ts';
import { documentReply } from '../document.ts';
import { html } from '../html.ts';
import { reach } from './reach.ts';
import type { ChatTexts } from './texts.ts';

interface Refusal {
  readonly language: Language;
  readonly text: ChatTexts;
  readonly contact: Contact;
  readonly icon: string;
  readonly styles: readonly string[];
  readonly modules: readonly string[];
}

/**
 * What the frame of the bubble shows on a site that is not allowed: a page without any chat, which anybody may therefore frame. It
 * is for the eyes only: what keeps the chat from other sites is its own frame-ancestors, which needs no honest bubble.
 */
export function refusedFrame(call: Call, { language, text, contact, icon, styles, modules }: Refusal): Reply {
  const reply = documentReply(call, {
    language,
    title: text.refusedTitle,
    description: text.refusedTitle,
    icon,
    styles,
    modules,
    framedBy: ['*'],
    policy: ["img-src 'self'"],
    bodyClass: 'chat frame refused',
    body: html`
      <header>
        <div class="who"><h1>${text.refusedTitle}</h1></div>
        <button type="button" id="close" aria-label="${text.close}">×</button>
      </header>
      <main>
        <div class="failure">
          ${reach(text.refused, text, contact)}
          <p class="owner">${text.refusedOwner}</p>
        </div>
      </main>
    `,
  });
  return { ...reply, status: 403 };
}
