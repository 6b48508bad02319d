import type { Call } from './http.ts';

/*
 * Without an app id nobody's word can be checked, and an activity says where replies go. So only programs on this machine are
 * served: the Agents Playground, the Emulator. A proxy on this machine also comes from here, and so does a page in this
 * machine's browser; both say so in their headers.
 */

/** Tells whether a call comes from a program on this machine. */
export function isLocal({ address, headers }: Pick<Call, 'address' | 'headers'>): boolean {
  const loopback = /^(?:::ffff:)?127\.|^::1$/.test(address);
  return loopback && !telltales.some((name) => headers[name] !== undefined);
}

const telltales = ['origin', 'sec-fetch-site', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
