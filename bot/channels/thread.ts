import { createHash } from 'node:crypto';
import type { Channel } from '../domain/conversation.ts';

/*
 * A thread's id begins with the way by which it came. The web chat reads its messages from the store by itself; to every other
 * place they are pushed. Azure has channels that are named `webchat` and `directline` too: what came through Bot Framework says
 * so first, whatever its channel is called.
 */

const webChatPrefix = 'webchat:';
/** Of every thread that came through Sportello's own Telegram bot. */
export const telegramPrefix = 'tg:';
/** Of every thread that came through Bot Framework. */
export const frameworkPrefix = 'bf:';

/** The thread of a Direct Line conversation. */
export function webChatThread(conversationId: string): string {
  return webChatPrefix + conversationId;
}

/** The thread of a chat of Telegram: `bot:chat`, or `bot:chat:topic` in a forum. Who speaks in a group makes no difference. */
export function telegramThread(conversationId: string): string {
  return telegramPrefix + conversationId;
}

/** The thread of a conversation on any channel; `speaker` where each of a group has a thread of their own. */
export function threadIdOf(channelId: string, conversationId: string, speaker?: string): string {
  switch (channelId) {
    case directLineChannelId:
      return webChatThread(conversationId);
    case telegramChannelId:
      return telegramThread(conversationId);
    default:
      return frameworkThread(channelId, conversationId, speaker);
  }
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
    case telegramChannelId:
      return 'telegram';
    default:
      return 'teams';
  }
}

/** The channel ids of activities that come through Sportello's own Direct Line and its own Telegram bot. */
export const directLineChannelId = 'sportello-directline';
export const telegramChannelId = 'sportello-telegram';

/** Tells whether a channel id is Sportello's own, and so never accepted from outside. */
export function isOwnChannel(channelId: string): boolean {
  return channelId === directLineChannelId || channelId === telegramChannelId;
}
