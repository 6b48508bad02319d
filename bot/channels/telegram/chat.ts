/* How a chat of Telegram is named as a conversation of Bot Framework: `bot:chat`, or `bot:chat:topic` in a forum. */

/** Where messages go. */
export interface Chat {
  /** The bot's number: another bot has other chats with the same people. */
  readonly bot: string;
  readonly chat: number;
  /** The topic of a forum. */
  readonly topic?: number;
}

export function conversationId({ bot, chat, topic }: Chat): string {
  return [bot, chat, ...(topic === undefined ? [] : [topic])].join(':');
}

/** Reads what `conversationId` wrote; throws an Error for anything else. */
export function chatIn(id: string): Chat {
  const [, bot, chat, topic] = /^(\d+):(-?\d+)(?::(\d+))?$/.exec(id) ?? [];
  if (bot === undefined || chat === undefined) throw new Error('This is no chat of Telegram.');
  return { bot, chat: Number(chat), ...(topic !== undefined && { topic: Number(topic) }) };
}
