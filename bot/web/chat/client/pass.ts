/*
 * What the browser keeps of the chat, so that a reload, the bubble and the full page go on where the customer was, for a week: a
 * pass that renews the token, and the customer's id, the same in every conversation of this browser. A browser may forbid a
 * frame to keep anything: then the page around it is asked to; failing that, both last as long as the page.
 */

/** What opens a conversation. */
export interface Pass extends Kept {
  /** Good for an hour. */
  readonly token: string;
}

interface Kept {
  readonly conversationId: string;
  /** Renews the token, within a week, and does nothing else. */
  readonly resume: string;
}

const passKey = 'sportello-chat';
const customerKey = 'sportello-customer';
const api = `${location.origin}/v3/directline/tokens`;

/** Whom the shop's page vouches for, signed; the server judges it. */
let identity: string | undefined;
let tellRefusal = (_reason: string) => {};

/** From now on the customer is the one of this identity; `refused` is called when the server does not believe it. */
export function identify(signed: string, refused: (reason: string) => void): void {
  identity = signed;
  tellRefusal = refused;
}

/** The pass that was kept, renewed; `over` when the server does not know it any more. Rejects when the server can't be reached. */
export async function renewKept(): Promise<Pass | 'none' | 'over'> {
  const kept = recallPass();
  return kept === undefined ? 'none' : ((await renew(kept)) ?? 'over');
}

/** Tells whether this browser was in a conversation. */
export function hasPass(): boolean {
  return recallPass() !== undefined;
}

/** Calls the listener with the conversation that another tab of this browser is in now, each time it changes. */
export function onOtherPass(listener: (conversationId: string) => void): void {
  addEventListener('storage', ({ key }) => {
    const kept = key === passKey ? recallPass() : undefined;
    if (kept !== undefined) listener(kept.conversationId);
  });
}

/** Begins a conversation of its own. Rejects when the server can't be reached. */
export async function newPass(locale: string): Promise<Pass> {
  const pass = await ask('generate', {}, { user: { id: customerId() }, locale });
  if (pass === undefined) throw new Error('The server gave no token');
  return pass;
}

/** Renews a pass, and keeps it; undefined when the server does not know it any more. Rejects when it can't be reached. */
export async function renew({ resume }: Kept): Promise<Pass | undefined> {
  const renewed = await ask('refresh', { authorization: `Bearer ${resume}` }, {});
  if (renewed === undefined) forget();
  else keep(renewed);
  return renewed;
}

export function keep({ conversationId, resume }: Kept): void {
  store.set(passKey, JSON.stringify({ conversationId, resume }));
}

export function forget(): void {
  store.delete(passKey);
}

function recallPass(): Kept | undefined {
  try {
    const kept = JSON.parse(store.get(passKey) ?? 'null') as Partial<Kept> | null;
    const { conversationId, resume } = kept ?? {};
    return typeof conversationId === 'string' && typeof resume === 'string' ? { conversationId, resume } : undefined;
  } catch {
    return undefined;
  }
}

/** 128 random bits, made once for this browser: they say who comes back, and nobody can guess them. */
function customerId(): string {
  const known = store.get(customerKey);
  if (known !== undefined && /^dl_[0-9a-f]{32}$/.test(known)) return known;
  // crypto.randomUUID is there on https and localhost only; getRandomValues is there everywhere.
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const id = `dl_${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  store.set(customerKey, id);
  return id;
}

/** What the browser would not take. */
const inPage = new Map<string, string>();
let tellHost: (kept: object) => void = () => {};

/** Takes what the page around this frame has kept for it; `tell` asks it to keep something else instead. */
export function keepWithHost(kept: string | undefined, tell: (kept: object) => void): void {
  tellHost = tell;
  for (const [key, value] of Object.entries(objectOf(kept))) {
    if ((key === passKey || key === customerKey) && typeof value === 'string') inPage.set(key, value);
  }
}

function objectOf(json: string | undefined): object {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const store = {
  get(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? inPage.get(key);
    } catch {
      return inPage.get(key);
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      inPage.set(key, value);
      tellHost(Object.fromEntries(inPage));
    }
  },
  delete(key: string): void {
    inPage.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      tellHost(Object.fromEntries(inPage));
    }
  },
};

async function ask(
  what: 'generate' | 'refresh',
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<Pass | undefined> {
  const response = await fetch(`${api}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(identity === undefined ? body : { ...body, identity }),
    signal: AbortSignal.timeout(15_000),
  });
  if (response.status === 403 && identity !== undefined) {
    const refusal = await refusalIn(response);
    if (refusal !== undefined) {
      identity = undefined;
      tellRefusal(refusal);
      return await ask(what, headers, body);
    }
  }
  if (response.status >= 400 && response.status < 500 && response.status !== 429) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const { token, conversationId, resume } = (await response.json()) as Pass;
  return { token, conversationId, resume };
}

/** Why the identity was not believed; undefined when it was something else. */
async function refusalIn(response: Response): Promise<string | undefined> {
  const { error } = (await response.json()) as { error?: { code?: string; message?: string } };
  return error?.code === 'IdentityRefused' ? error.message : undefined;
}
