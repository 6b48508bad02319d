import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { defaultBackoff, nextTry } from '../backoff.ts';
import { faultOf } from '../fault.ts';
import type { Health } from '../health.ts';
import { called } from './api.ts';
import { updateKinds } from './update.ts';

/*
 * Fetching updates by long polling. Telegram keeps them until a later number is asked for, and that is done only when
 * all before it are saved; those that come again after a crash are known by their ids.
 */

export interface PollingParts {
  readonly api: Api;
  /** Seconds for which Telegram may hold a call open. */
  readonly hold: number;
  /** Rejects when the update could not be saved: it is asked for again. */
  readonly take: (update: unknown) => Promise<void>;
  readonly health: Health;
}

/** Fetches and takes updates until `closing` aborts; of one chat one after the other, of several at the same time. */
export async function poll({ api, hold, take, health }: PollingParts, closing: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!closing.aborted) {
    try {
      const settings = { offset, timeout: hold, allowed_updates: [...updateKinds] };
      const updates = await called(api.getUpdates(settings, closing as Parameters<Api['getUpdates']>[1]));
      offset = (await takeAll(updates, take)) ?? offset;
      health.went();
      failures = 0;
    } catch (error) {
      if (closing.aborted) return;
      const fault = faultOf(error);
      health.failed(fault.code);
      failures = Math.min(failures + 1, 6);
      const retryAfter = fault.reach === 'channel' ? fault.retryAfter : undefined;
      const pause = nextTry({ ...defaultBackoff, first: 500 }, failures, 0, Math.random(), retryAfter) ?? 0;
      await sleep(pause, undefined, { signal: closing }).catch(() => {});
    }
  }
}

/** What is asked for next; undefined when there was nothing. Rejects when any could not be taken: then all are asked for again. */
async function takeAll(
  updates: readonly { readonly update_id: number }[],
  take: PollingParts['take'],
): Promise<number | undefined> {
  const chats = Map.groupBy(updates, chatOf);
  const results = await Promise.allSettled(
    [...chats.values()].map(async (ofChat) => {
      for (const update of ofChat) await take(update);
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const last = updates.at(-1);
  return last === undefined ? undefined : last.update_id + 1;
}

/** Updates that belong together in their order. */
function chatOf(update: object): number {
  const { message, edited_message, callback_query, my_chat_member } = update as Record<string, InChat | undefined>;
  const inChat = message ?? edited_message ?? callback_query?.message ?? my_chat_member;
  return inChat?.chat?.id ?? 0;
}

interface InChat {
  readonly chat?: { readonly id: number };
  readonly message?: InChat;
}
