import { emailLink, phoneLink, type Contact } from '../contact.ts';
import { html, type Html } from '../html.ts';
import type { ChatTexts } from './texts.ts';

/** Says why there is no chat, and the other ways to the shop. */
export function reach(why: string, text: ChatTexts, contact: Contact): Html {
  const ways = [
    { name: text.phone, link: phoneLink(contact) },
    { name: text.email, link: emailLink(contact) },
  ];
  return html`<p>${why}</p>
    <dl>
      ${ways.map(
        ({ name, link }) =>
          link &&
          html`<dt>${name}</dt>
            <dd>${link}</dd>`,
      )}
    </dl>`;
}
