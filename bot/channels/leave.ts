import { z } from 'zod';
import type { Unreachable } from '../domain/conversation.ts';
import type { DeliveryStore, DeskStore } from '../service/ports.ts';
import type { Turns } from '../service/turns.ts';

/*
 * The bot was blocked, removed or thrown out: nothing can be sent there any more, so nothing is tried. What is open ends now, and the
 * desk is told why; a group may hold many threads, and of those that are closed nothing is left to tell.
 */

export interface LeaveParts {
  readonly store: Pick<DeliveryStore, 'failed' | 'delivery'> & DeskStore;
  readonly turns: Pick<Turns, 'lose'>;
}

/** A group as its channel names it. */
export interface LeftGroup {
  /** Ids mean something on their own channel alone. */
  readonly channelId: string;
  readonly conversationId: string;
  /** Of a channel: all channels of the team are left at once. */
  readonly team?: string;
}

/** Ends one thread. */
export async function leaveThread({ store, turns }: LeaveParts, threadId: string, reason: Unreachable): Promise<void> {
  await store.failed(threadId, reason, null);
  await turns.lose(threadId, reason);
}

/** Ends every open conversation whose thread `isThere`. */
export async function leaveThreads(
  parts: LeaveParts,
  reason: Unreachable,
  isThere: (threadId: string) => boolean | Promise<boolean>,
): Promise<void> {
  for (const { thread } of await parts.store.open()) {
    if (await isThere(thread.id)) await leaveThread(parts, thread.id, reason);
  }
}

/** Ends what is open in a group whose threads are told apart by their references. */
export async function leaveGroup(parts: LeaveParts, left: LeftGroup): Promise<void> {
  await leaveThreads(parts, 'forbidden', async (threadId) => {
    const { reference } = (await parts.store.delivery(threadId)) ?? {};
    const { data } = referenceSchema.safeParse(reference === undefined ? undefined : JSON.parse(reference));
    if (data?.channelId !== left.channelId) return false;
    const sameTeam = left.team !== undefined && data.team === left.team;
    return sameTeam || placeOf(data.conversation.id) === placeOf(left.conversationId);
  });
}

const referenceSchema = z.object({
  channelId: z.string(),
  conversation: z.object({ id: z.string() }),
  team: z.string().optional(),
});

/** In a channel the id of a conversation goes on with the message that began it. */
function placeOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? '';
}
