import { createTransport } from 'nodemailer';

import { isEmailAddress } from '../../conversation/contact.ts';
import type { StoredMail } from '../../service/ticket-store.ts';
import type { MailServer, MailSettings } from './settings.ts';

/** Hands one mail to the mail server; rejects with nodemailer's error when it was not taken. */
export type SendMail = (mail: StoredMail) => Promise<void>;

/** Makes what sends by SMTP. Nothing is read from files or fetched, whatever a mail holds. */
export function smtpSender({ server, from, replyTo }: MailSettings): SendMail {
  const transport = createTransport({ ...connection(server), disableFileAccess: true, disableUrlAccess: true });
  return async (mail) => {
    // Addresses are checked where they are read; a mail must not go out if ever one was not.
    if (!isEmailAddress(mail.to)) throw Object.assign(new Error('The address is none.'), notAnAddress);
    await transport.sendMail({
      from,
      to: { name: '', address: mail.to },
      ...(replyTo !== undefined && { replyTo }),
      envelope: { from: from.address, to: [mail.to] },
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      date: new Date(mail.at),
      ...(mail.inReplyTo !== undefined && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
      headers: headersOf(mail),
    });
  };
}

const notAnAddress = { code: 'EENVELOPE', responseCode: 553, command: 'RCPT TO' };

/** RFC 3834: what no person wrote says so, so that no vacation notice answers it; the second header says it to Exchange. */
function headersOf({ kind }: StoredMail): Record<string, string> {
  switch (kind) {
    case 'ticket':
      return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    case 'answer':
      return {};
  }
}

/** In milliseconds; a server that is silent must not hold up the others' mail for long. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

function connection({ host, port, secure, login }: MailServer) {
  const here = host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host === '::1';
  return {
    host,
    port,
    secure,
    // A password never travels in the clear, unless it stays on this machine.
    requireTLS: !secure && login !== undefined && !here,
    ...(login !== undefined && { auth: login }),
    ...patience,
  };
}
