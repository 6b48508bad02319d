import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Time } from '../../domain/time.ts';
import { harmless } from '../text.ts';

/*
 * Whom a shop's page vouches for: `BODY.SIGNATURE`, where BODY is base64url of JSON {id, name?, email?, exp} and SIGNATURE is
 * base64url of its HMAC-SHA256 under the secret that the shop's server shares with Sportello. What is not signed so is never
 * believed, not even in part.
 */

/** A customer as the shop knows them. */
export interface Identity {
  readonly id: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export type IdentityReading =
  | { readonly kind: 'signed'; readonly identity: Identity; readonly expired: boolean }
  /** Never trusted; `message` tells whoever runs the shop what to mend. */
  | { readonly kind: 'refused'; readonly message: string };

/** Reads a signed identity; without a secret every one is refused. */
export function readIdentity(signed: string, secret: string | undefined, at: Time): IdentityReading {
  if (secret === undefined) {
    return refused('WIDGET_SECRET is not set here. Set it, or leave data-identity out.');
  }
  if (signed.length > longest) return refused(`It has ${signed.length} characters; at most ${longest} are read.`);
  const [body, signature, ...rest] = signed.split('.');
  if (body === undefined || signature === undefined || rest.length > 0) {
    return refused('It is not of the form BODY.SIGNATURE. See docs/widget.en.md for how it is made.');
  }
  const [given, right] = [Buffer.from(signature, 'base64url'), createHmac('sha256', secret).update(body).digest()];
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    return refused('Its signature does not fit. Sign BODY, as it is sent, with the WIDGET_SECRET of this Sportello.');
  }
  const claims = claimsSchema.safeParse(jsonOf(body));
  if (!claims.success) {
    const where = claims.error.issues.map(({ path }) => path.join('.') || 'BODY').join(', ');
    return refused(
      `It is signed but not well formed: see ${where}. It needs id (a text) and exp (seconds since 1970).`,
    );
  }
  const { id, name, email, exp } = claims.data;
  return {
    kind: 'signed',
    identity: { id: harmless(id), name: name == null ? undefined : harmless(name), email: email ?? undefined },
    expired: exp * 1000 <= at,
  };
}

/** Characters; id, name and e-mail take a thousand at most. */
const longest = 4000;

/** What is said of one that was good once. */
export const expiredIdentity = refused('It has expired. Sign a new one each time the page is made.');

const claimsSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().max(100).nullish(),
  email: z.email().max(200).nullish(),
  exp: z.number(),
});

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function refused(message: string): { readonly kind: 'refused'; readonly message: string } {
  return { kind: 'refused', message: `The customer's identity was refused. ${message}` };
}
