import { createHash } from 'node:crypto';
import type { Channel } from '../domain/conversation.ts';

/*
 * A thread's id begins with the way by which it came. The web chat reads its messages from the store by itself; to every other
 * place they are pushed. Azure has channels that are named `webchat` and `directline` too: what came through Bot Framework says
 * so first, whatever its channel is called.
 */

const webChatPrefix = 'webchat:';
/** Of every thread that came through Bot Framework. */
export const frameworkPrefix = 'bf:';

/** The thread of a Direct Line conversation. */
export function webChatThread(conversationId: string): string {
  return webChatPrefix + conversationId;
}

/** Tells whether messages of a thread are pushed to its channel. */
export function isPushed(threadId: string): boolean {
  return !threadId.startsWith(webChatPrefix);
}

/**
 * The thread of a Bot Framework conversation: of its id, and in a group also of who speaks, so that nobody answers for
 * another. Ids of channels are long and hold anything, hence the hash.
 */
export function frameworkThread(channelId: string, conversationId: string, speaker?: string): string {
  const hash = createHash('sha256').update(conversationId);
  if (speaker !== undefined) hash.update('\n').update(speaker);
  return `${frameworkPrefix}${channelId}:${hash.digest('base64url').slice(0, 27)}`;
}

/**
 * The channel of the domain. Azure's other channels (its Emulator, its own Web Chat, Slack, and so on) are pushed to as Teams is, and so
 * count as `teams`; only the way in which messages are drawn differs.
 */
export function channelOf(channelId: string): Channel {
  switch (channelId) {
    case directLineChannelId:
      return 'webchat';
    case 'telegram':
      return 'telegram';
    default:
      return 'teams';
  }
}

/** The channel id of activities that come through Sportello's own Direct Line; never accepted from outside. */
export const directLineChannelId = 'sportello-directline';
