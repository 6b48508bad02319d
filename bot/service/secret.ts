import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes that only their holder knows. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The name by which a session or a link is shown: no key to it. */
export function shownId(secret: string): string {
  return sha256(secret).slice(0, 16);
}

/** What the store keeps instead of a secret. */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
