import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { languages } from '../../domain/language.ts';
import type { Time } from '../../domain/time.ts';

/*
 * Tokens of the web chat: signed, not stored, so that they outlive a restart. Each names the one conversation and customer that
 * it is for, and its one use. What travels often holds for an hour: `talk` posts and reads, `stream` opens a stream and can do
 * nothing else, since a stream's address may be written into logs on its way. `resume` is kept by the page and travels only to be
 * exchanged, at `tokens/refresh`, for a fresh pair of `talk` and `resume`: a customer who closed the tab or the laptop comes back
 * to the same conversation within seven days, as anybody does who has that browser.
 */

export interface Claims {
  readonly conversationId: string;
  readonly userId: string;
  readonly userName?: string | undefined;
  readonly userEmail?: string | undefined;
  /** The shop vouched for the customer. */
  readonly verified?: true | undefined;
  readonly language?: (typeof languages)[number] | undefined;
}

const uses = ['talk', 'stream', 'resume'] as const;
export type TokenUse = (typeof uses)[number];

export interface Tokens {
  issue(claims: Claims, use: TokenUse, at: Time): string;
  /** `invalid`: not signed here, or for another use. */
  read(token: string, use: TokenUse, at: Time): Claims | 'expired' | 'invalid';
}

/** Seconds that a token of each use holds; Web Chat renews its `talk` every 15 minutes. */
export const tokenSeconds: Readonly<Record<TokenUse, number>> = { talk: 3600, stream: 3600, resume: 7 * 24 * 3600 };

/** 256 random bits. */
export function newTokenSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** 144 random bits: nobody guesses a conversation. */
export function newConversationId(): string {
  return randomBytes(18).toString('base64url');
}

/** Tokens in the form of JWT, since Direct Line's client reads the customer's id out of them. */
export function createTokens(secret: string): Tokens {
  const sign = (signed: string) => createHmac('sha256', secret).update(signed).digest();
  return {
    issue({ conversationId, userId, userName, userEmail, verified, language }, use, at) {
      const exp = Math.floor(at / 1000) + tokenSeconds[use];
      const payload: Payload = {
        conv: conversationId,
        user: userId,
        name: userName,
        mail: userEmail,
        sure: verified,
        lang: language,
        use,
        exp,
      };
      const signed = `${header}.${base64url(JSON.stringify(payload))}`;
      return `${signed}.${sign(signed).toString('base64url')}`;
    },
    read(token, use, at) {
      const [head, body, signature, ...rest] = token.split('.');
      if (head !== header || body === undefined || signature === undefined || rest.length > 0) return 'invalid';
      const [given, right] = [Buffer.from(signature, 'base64url'), sign(`${head}.${body}`)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'invalid';
      const payload = payloadSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (payload.use !== use) return 'invalid';
      if (payload.exp * 1000 <= at) return 'expired';
      return {
        conversationId: payload.conv,
        userId: payload.user,
        userName: payload.name,
        userEmail: payload.mail,
        verified: payload.sure,
        language: payload.lang,
      };
    },
  };
}

const payloadSchema = z.object({
  conv: z.string(),
  user: z.string(),
  name: z.string().optional(),
  mail: z.string().optional(),
  sure: z.literal(true).optional(),
  lang: z.enum(languages).optional(),
  use: z.enum(uses),
  /** Seconds since 1970, as in every JWT. */
  exp: z.number(),
});

type Payload = z.infer<typeof payloadSchema>;

/** The only header there is: it is compared, not read, so no token can choose its own algorithm. */
const header = base64url('{"alg":"HS256","typ":"JWT"}');

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
