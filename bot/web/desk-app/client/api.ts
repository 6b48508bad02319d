/** An error as the server tells it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Who holds the conversation, and since when in milliseconds. */
  readonly by?: string;
  readonly since?: string;
  /** Until the next attempt is allowed. */
  readonly seconds?: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly error: Failure };

export function get<T>(path: string): Promise<Result<T>> {
  return call<T>(path, { method: 'GET' });
}

export function post<T>(path: string, body: object = {}): Promise<Result<T>> {
  const headers = { 'content-type': 'application/json', 'x-sportello-desk': '1' };
  return call<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function call<T>(path: string, init: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(`/desk/api/${path}`, { ...init, credentials: 'same-origin' });
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, status: response.status, error: (value as { error: Failure }).error };
  } catch {
    return { ok: false, status: 0, error: { code: 'offline', message: '' } };
  }
}
