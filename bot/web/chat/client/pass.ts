/*
 * The pass to a conversation: a token and the conversation that it is for. It is kept in the browser, so that a reload, the bubble and
 * the full page go on where the customer was; when it has expired a new conversation begins.
 */

export interface Pass {
  readonly token: string;
  readonly conversationId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const key = 'sportello-chat';
const api = `${location.origin}/v3/directline/tokens`;

/** Where the chat stands at the start: a pass that was kept and is renewed, or a new one. Rejects when the server can't be reached. */
export async function findPass(locale: string): Promise<{ kind: 'kept' | 'new' | 'instead'; pass: Pass }> {
  const kept = recall();
  if (kept === undefined) return { kind: 'new', pass: await newPass(locale) };
  const renewed = kept.expires > Date.now() ? await renew(kept) : undefined;
  if (renewed !== undefined) return { kind: 'kept', pass: renewed };
  return { kind: 'instead', pass: await newPass(locale) };
}

/** Begins a conversation of its own. Rejects when the server can't be reached. */
export async function newPass(locale: string): Promise<Pass> {
  const pass = await ask('generate', {}, JSON.stringify({ locale }));
  if (pass === undefined) throw new Error('The server gave no token');
  return pass;
}

/** Renews a pass, and keeps it; undefined when the server does not know it any more. Rejects when it can't be reached. */
export async function renew(pass: Pass): Promise<Pass | undefined> {
  const renewed = await ask('refresh', { authorization: `Bearer ${pass.token}` }, '{}');
  if (renewed === undefined) forget();
  else keep(renewed);
  return renewed;
}

/** A browser may forbid storage: then the conversation lasts as long as the page. */
export function keep(pass: Pass): void {
  try {
    localStorage.setItem(key, JSON.stringify(pass));
  } catch {
    return;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}

function recall(): Pass | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Pass> | null;
    const { token, conversationId, expires } = kept ?? {};
    const whole = typeof token === 'string' && typeof conversationId === 'string' && typeof expires === 'number';
    return whole ? { token, conversationId, expires } : undefined;
  } catch {
    return undefined;
  }
}

interface TokenReply {
  readonly token: string;
  readonly conversationId: string;
  readonly expires_in: number;
}

async function ask(
  what: 'generate' | 'refresh',
  headers: Record<string, string>,
  body: string,
): Promise<Pass | undefined> {
  const response = await fetch(`${api}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(15_000),
  });
  if (response.status >= 400 && response.status < 500 && response.status !== 429) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const { token, conversationId, expires_in: seconds } = (await response.json()) as TokenReply;
  return { token, conversationId, expires: Date.now() + seconds * 1000 };
}
