import { createHmac } from 'node:crypto';

import type { Call } from '../../service/http.ts';
import type { Flow } from './provider.ts';

/*
 * What must be the same when the browser comes back from the provider is kept by the browser itself, where scripts cannot
 * read it: nothing is kept here for people who never come back. Each try has a cookie of its own, so that two windows do not
 * spoil each other's. One that links an account is bound to the session that began it: a cookie that another site of the same
 * domain has put here links nothing.
 */

/** Seconds from leaving for the provider until coming back. */
const lifetime = 600;

/** The Set-Cookie value that keeps a flow, and where to go after it; `proof` when it links an account. */
export function flowCookie(call: Call, { state, nonce, verifier }: Flow, to: string, proof = ''): string {
  const value = [state, nonce, verifier, Buffer.from(to).toString('base64url'), proof].join('.');
  return cookie(call, state, value, lifetime);
}

/** The Set-Cookie value that ends it. */
export function endedFlowCookie(call: Call, { state }: Flow): string {
  return cookie(call, state, '', 0);
}

/** Proves that whoever holds this session began a flow to link its account. */
export function linkProof(token: string, { state }: Flow): string {
  return createHmac('sha256', token).update(`link ${state}`).digest('base64url');
}

export interface KeptFlow {
  readonly flow: Flow;
  readonly to: string;
  /** Empty when it signs in. */
  readonly proof: string;
}

/** The flow that this return belongs to, by its state; undefined when this browser keeps none. */
export function flowOf({ headers, query }: Call): KeptFlow | undefined {
  const name = nameOf(query.get('state') ?? '');
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const [state = '', nonce = '', verifier = '', to = '', proof = ''] = (value ?? '').split('.');
  if (state === '' || nonce === '' || verifier === '') return undefined;
  return { flow: { state, nonce, verifier }, to: ownPage(Buffer.from(to, 'base64url').toString()), proof };
}

/** An address of the desk as it is; another one becomes the desk's first. */
export function ownPage(address: string): string {
  return /^\/desk(?:\/[\w-]+)*$/.test(address) ? address : '/desk';
}

function nameOf(state: string): string {
  return `sportello_oidc_${state.replace(/[^\w-]/g, '').slice(0, 8)}`;
}

function cookie(call: Call, state: string, value: string, seconds: number): string {
  const secure = call.origin.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(state)}=${value}; Path=/desk/oidc; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
