import type { IncomingHttpHeaders } from 'node:http';

import type { Role } from '../domain/role.ts';
import type { Accounts, SignedIn } from '../service/accounts.ts';
import { browserOf, type Place } from '../service/place.ts';
import { sessionHours } from '../service/session-opener.ts';
import { errorReply, type Call, type Reply } from '../service/http.ts';

/*
 * The session is a cookie that scripts cannot read and other sites cannot send. What changes something must also come
 * from a page of our own: the browser says so (Sec-Fetch-Site, or Origin), and the page adds a header that no form and no
 * foreign page can add.
 */

const cookieName = 'sportello_desk';
export const ownPageHeader = 'x-sportello-desk';

/** Who is signed in, beside the secret that proves it. */
export interface Session extends SignedIn {
  readonly token: string;
}

export async function sessionOf(call: Call, accounts: Accounts): Promise<Session | undefined> {
  const token = cookieOf(call.headers);
  if (token === undefined) return undefined;
  const signedIn = await accounts.whoIs(token);
  return signedIn && { ...signedIn, token };
}

/** Where a call comes from, in words and numbers. */
export function placeOf({ address, headers }: Call): Place {
  return { address, browser: browserOf(headers['user-agent'] ?? '') };
}

/** The Set-Cookie value that opens a session at this origin. */
export function sessionCookie(call: Call, token: string): string {
  return cookie(call, token, sessionHours * 3600);
}

/** The Set-Cookie value that ends it. */
export function endedCookie(call: Call): string {
  return cookie(call, '', 0);
}

/** Refuses a call that does not come from a page of our own; undefined when it does. */
export function refuseForeign(call: Call): Reply | undefined {
  const { headers } = call;
  const site = headers['sec-fetch-site'];
  const fromHere =
    site === undefined ? headers.origin === undefined || headers.origin === call.origin : site === 'same-origin';
  if (fromHere && headers[ownPageHeader] !== undefined) return undefined;
  const message = 'This call does not come from a page of the desk. Open the desk and do it there.';
  return errorReply(403, 'foreign-origin', message);
}

/** Refuses a session that has none of the roles; undefined when it has one. */
export function refuseRole({ roles }: Session, needed: readonly Role[]): Reply | undefined {
  if (needed.some((role) => roles.includes(role))) return undefined;
  const message = `This is for ${needed.join(' or ')} accounts. Ask whoever looks after the accounts.`;
  return errorReply(403, 'role', message, { facts: { needed: needed.join(' ') } });
}

export function notSignedIn(): Reply {
  return errorReply(401, 'not-signed-in', 'You are not signed in, or your session has ended. Sign in again.');
}

function cookieOf(headers: IncomingHttpHeaders): string | undefined {
  const found = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?:;|$)`).exec(headers.cookie ?? '');
  return found?.[1];
}

function cookie(call: Call, value: string, seconds: number): string {
  const secure = call.origin.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
