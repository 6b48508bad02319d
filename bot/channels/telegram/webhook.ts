import { createHash, timingSafeEqual } from 'node:crypto';
import { errorReply, type Route } from '../../service/http.ts';
import type { Log } from '../../service/ports.ts';

/** Where Telegram posts its updates. */
export const webhookPath = '/api/telegram';

/** The route of the webhook; only who knows the secret is heard. An update that was not saved is answered 503, so it comes again. */
export function webhookRoute(secret: string, take: (update: unknown) => Promise<void>, log: Log): Route {
  return {
    method: 'post',
    path: webhookPath,
    async handle({ headers, body }) {
      if (!same(String(headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) {
        return errorReply(401, 'unauthorized', 'The header X-Telegram-Bot-Api-Secret-Token does not hold the secret.');
      }
      try {
        await take(body);
        return { status: 200 };
      } catch (error) {
        log('error', 'telegram-update-failed', { error: error instanceof Error ? error.name : typeof error });
        return errorReply(503, 'unavailable', 'The update could not be taken. Send it again in a moment.');
      }
    },
  };
}

/** Compares hashes, so that the time taken tells nothing of the secret. */
function same(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
