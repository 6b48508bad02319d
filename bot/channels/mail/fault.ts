import type { MailFault } from '../../service/ticket-store.ts';

/** What a failed try means: why, whether trying again is of any use, and what the server said. */
export interface Failure {
  readonly fault: MailFault;
  /** `permanent`: this mail is refused for good. `temporary`: another try may do. */
  readonly lasts: 'permanent' | 'temporary';
  readonly said: string;
}

/**
 * Reads an error of nodemailer. What the server answers to the mail itself with 5xx is refused for good (RFC 5321, 4.2.1), 4xx
 * is not; no connection, a sign-in that fails and an encryption that fails lie between the server and us, and can be mended.
 */
export function failureOf(error: unknown): Failure {
  const { code, responseCode, response, message, command } = (error ?? {}) as Partial<Record<string, unknown>>;
  const said = oneLine(typeof response === 'string' ? response : typeof message === 'string' ? message : String(error));
  if (code === 'EAUTH') return { fault: 'sign-in', lasts: 'temporary', said };
  if (code === 'ETLS' || isCertificateFault(code, message)) return { fault: 'encryption', lasts: 'temporary', said };
  if (typeof responseCode !== 'number') return { fault: 'unreachable', lasts: 'temporary', said };
  const refused = responseCode >= 500 && responseCode < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (!refused) return { fault: 'unreachable', lasts: 'temporary', said };
  return { fault: command === 'RCPT TO' ? 'mailbox' : 'refused', lasts: 'permanent', said };
}

function isCertificateFault(code: unknown, message: unknown): boolean {
  return (
    (typeof code === 'string' && /CERT|SSL|TLS/.test(code)) ||
    (typeof message === 'string' && /certificate|\bTLS\b|\bSSL\b/i.test(message))
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
