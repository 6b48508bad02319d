import type { Reply } from '../service/http.ts';

/** An error in the one shape that Direct Line and every other route of Sportello have. */
export function errorReply(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers: { 'cache-control': 'no-store', ...headers }, body: { error: { code, message } } };
}
