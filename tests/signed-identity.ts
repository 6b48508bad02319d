import { createHmac } from 'node:crypto';

/** What a shop's server makes of its customer, as docs/widget.en.md tells it. */
export function signedIdentity(secret: string, claims: object): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
