/** An error as the server tells it; what else stands beside its code are facts, all of them texts. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly [fact: string]: string | undefined;
}

/** A call that did not work: refused by the server, or never answered (status 0, code `offline`). */
export class Refused extends Error {
  readonly status: number;
  readonly failure: Failure;

  constructor(status: number, failure: Failure) {
    super(failure.message);
    this.status = status;
    this.failure = failure;
  }
}

/** Reads JSON from `/desk/api/<path>`; throws Refused. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>(path, { method: 'GET', ...(signal && { signal }) });
}

/** Posts JSON to `/desk/api/<path>` as a page of the desk; throws Refused. */
export function post<T = unknown>(path: string, body: object = {}): Promise<T> {
  return send<T>('POST', path, body);
}

/** The same with another method. */
export function send<T = unknown>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: object = {},
): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-sportello-desk': '1' };
  return call<T>(path, { method, headers, body: JSON.stringify(body) });
}

/** What any error of a call is to a reader. */
export function failureOf(error: unknown): Failure {
  return error instanceof Refused ? error.failure : { code: 'unexpected', message: String(error) };
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await answer(path, init);
  const value = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return value as T;
  throw new Refused(response.status, (value as { error?: Failure } | undefined)?.error ?? unexplained(response.status));
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/desk/api/${path}`, { ...init, credentials: 'same-origin' });
  } catch (error) {
    // Nobody waits any longer for what was called off.
    if (init.signal?.aborted === true) throw error;
    throw new Refused(0, { code: 'offline', message: 'The server does not answer.' });
  }
}

function unexplained(status: number): Failure {
  return { code: 'unexplained', message: `The server answered with ${status} and did not say why.` };
}
