import { z } from 'zod';

import type { MailAddress, MailServer, MailSettings } from './channels/mail/settings.ts';
import type { Config } from './config.ts';
import { isEmailAddress } from './conversation/contact.ts';

/* The settings of mail, read out of the environment. */

/** Where mail is handed in: `smtp://user:password@host:587`, by STARTTLS, or `smtps://`, port 465. */
export const smtpServer = z.string().transform((value, context): MailServer => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const secure = url?.protocol === 'smtps:';
  if (url === undefined || !(secure || url.protocol === 'smtp:') || url.hostname === '') {
    // The value holds a password: it is not repeated.
    const message = 'must be smtp://user:password@host:port or smtps://...; write special characters as %40 for @';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const login = { user: decoded(url.username), pass: decoded(url.password) };
  return { host: url.hostname, port, secure, ...(login.user !== '' && { login }) };
});

/** `care@shop.example`, or with a name: `Shop <care@shop.example>`. */
export const mailAddress = z.string().transform((value, context): MailAddress => {
  const [, name = '', address = ''] = /^(?:([^<>\p{Cc}]*)<([^<>]+)>|)$/u.exec(value.trim()) ?? ['', '', value.trim()];
  if (isEmailAddress(address)) return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
  context.addIssue({
    code: 'custom',
    message: 'must be an e-mail address: care@shop.example, or Shop <care@shop.example>',
  });
  return z.NEVER;
});

/** How mail is sent; undefined when it is not set up. */
export function mailSettings({ SMTP_URL, MAIL_FROM, MAIL_REPLY_TO }: Config): MailSettings | undefined {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined;
  return { server: SMTP_URL, from: MAIL_FROM, ...(MAIL_REPLY_TO !== undefined && { replyTo: MAIL_REPLY_TO }) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
