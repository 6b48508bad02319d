import type { Knowledge } from '../domain/knowledge.ts';
import { html, type Html } from './html.ts';

export type Contact = Knowledge['contact'];

/** A telephone number as a link that dials it; nothing when there is none. */
export function phoneLink({ phone }: Contact): Html | undefined {
  return phone === undefined ? undefined : html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`;
}

/** An e-mail address as a link that writes to it; nothing when there is none. */
export function emailLink({ email }: Contact): Html | undefined {
  return email === undefined ? undefined : html`<a href="mailto:${email}">${email}</a>`;
}
