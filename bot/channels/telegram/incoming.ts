import { telegramChannelId } from '../thread.ts';
import { conversationId } from './chat.ts';
import { commandMeaning } from './commands.ts';
import type { TelegramChat, TelegramMessage, User } from './update.ts';

/* What a message of Telegram is as an activity. In a group the bot hears only what is meant for it: a mention, or a reply to it. */

/** The bot itself, as Telegram names it. */
export interface Identity {
  readonly id: number;
  readonly username: string;
}

/** An activity of Bot Framework, before it is read. */
export type RawActivity = Readonly<Record<string, unknown>>;

/** Reads a message, new or edited; undefined when it is nothing for the bot. */
export function messageActivity(
  message: TelegramMessage,
  edited: 'new' | 'edited',
  bot: Identity,
): RawActivity | undefined {
  const from = speakerOf(message);
  if (from?.is_bot === true || message.chat.type === 'channel') return undefined;
  const heard = hear(message, bot);
  if (heard === undefined) return undefined;
  const kind = mediaOf(message);
  const text = [heard, contactIn(message)].filter((part) => part !== '').join('\n');
  if (text === '' && kind === undefined) return edited === 'new' ? calledOnly(message, from, bot) : undefined;
  // A place that is shared live is edited every few seconds; without words there is nothing to put right.
  if (text === '' && edited === 'edited') return undefined;
  const base = {
    ...envelope(message.chat, from, topicOf(message), bot),
    text,
    attachments: kind === undefined ? [] : [{ contentType: kind.slice(0, 200) }],
  };
  const id = `m${message.message_id}`;
  if (edited === 'edited') return { ...base, type: 'messageUpdate', id, timestamp: message.edit_date };
  // Pictures that were sent together come one by one; those without words are one message.
  const album = text === '' && message.media_group_id !== undefined;
  return { ...base, type: 'message', id: album ? `album${message.media_group_id}` : id, ...commandIn(text) };
}

/** Who wrote it; a group or a channel in whose name somebody writes, behind a bot of Telegram's own, is no bot. */
function speakerOf({ from, sender_chat: chat }: TelegramMessage): User | undefined {
  return chat === undefined || from === undefined ? from : { id: from.id, is_bot: false, first_name: chat.title };
}

/** Who calls the bot by its name and says nothing is told what it can do. */
function calledOnly(message: TelegramMessage, from: User | undefined, bot: Identity): RawActivity | undefined {
  const text = (message.text ?? '').trim();
  if (text === '') return undefined;
  const place = envelope(message.chat, from, topicOf(message), bot);
  return { ...place, type: 'message', id: `m${message.message_id}`, text, value: { choice: 'entry:help' } };
}

/** Tells whether a message is /start, which opens the chat. */
export function isStart({ text, chat }: TelegramMessage): boolean {
  return chat.type === 'private' && /^\/start\b/.test(text ?? '');
}

/** Who speaks where. In a group the customer is the group, and the speaker is told beside it. */
export function envelope(
  chat: TelegramChat,
  from: User | undefined,
  topic: number | undefined,
  bot: Identity,
): RawActivity {
  const speaker = from === undefined ? '' : nameOf(from);
  const group = chat.type !== 'private';
  const id = conversationId({ bot: String(bot.id), chat: chat.id, ...(topic !== undefined && { topic }) });
  return {
    channelId: telegramChannelId,
    conversation: { id },
    from: group ? { id: String(chat.id), name: chat.title ?? '' } : { id: String(from?.id ?? chat.id), name: speaker },
    recipient: { id: String(bot.id), name: bot.username },
    locale: from?.language_code,
    ...(group && speaker !== '' && { channelData: { speaker: speaker.slice(0, 200) } }),
  };
}

/** A message's topic, where it is one of a forum: elsewhere the number only tells of replies. */
export function topicOf(message: {
  is_topic_message?: boolean | undefined;
  message_thread_id?: number | undefined;
}): number | undefined {
  return message.is_topic_message === true ? message.message_thread_id : undefined;
}

function nameOf({ first_name: first, last_name: last }: User): string {
  return [first, last].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The words that are for the bot, without its name; undefined when none of the message is for it. */
function hear(message: TelegramMessage, bot: Identity): string | undefined {
  const text = message.text ?? message.caption ?? '';
  const mentions = (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === 'text_mention') return entity.user?.id === bot.id;
    const at = `@${bot.username.toLowerCase()}`;
    return (entity.type === 'mention' && words === at) || (entity.type === 'bot_command' && words.endsWith(at));
  });
  const isReply = message.reply_to_message?.from?.id === bot.id;
  if (message.chat.type !== 'private' && mentions.length === 0 && !isReply) return undefined;
  return mentions
    .toReversed()
    .reduce((rest, entity) => {
      const end = entity.offset + entity.length;
      const named = text.slice(entity.offset, end);
      const kept = entity.type === 'bot_command' ? (named.split('@')[0] ?? '') : ' ';
      return rest.slice(0, entity.offset) + kept + rest.slice(end);
    }, text)
    .trim();
}

function commandIn(text: string): RawActivity {
  const [, command = ''] = /^\/(\w{1,32})(?:\s|$)/.exec(text) ?? [];
  const meaning = commandMeaning(command.toLowerCase());
  // /start is the chat's opening; where it opens nothing it asks what the bot can do.
  const value = meaning?.kind === 'choice' ? meaning.value : 'entry:help';
  return meaning === undefined ? {} : { value: { choice: value } };
}

/** What came instead of words, as the agent reads it; the words that every channel knows are MIME types or plain English. */
function mediaOf(message: TelegramMessage): string | undefined {
  const { sticker, voice, document, location, photo, media_group_id: album } = message;
  if (sticker !== undefined) return `sticker ${sticker.emoji ?? ''}`.trim();
  if (photo !== undefined) return album === undefined ? 'photo' : 'photo album';
  if (voice !== undefined) return `voice message ${clock(voice.duration)}`;
  if (location !== undefined) return `location ${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  if (message.animation !== undefined) return 'animation';
  if (document !== undefined) return `document ${document.file_name ?? ''}`.trim();
  if (message.audio !== undefined) return 'audio';
  if (message.video !== undefined || message.video_note !== undefined) return 'video';
  if (message.poll !== undefined) return 'poll';
  return message.dice === undefined ? undefined : 'dice';
}

/** A contact that was shared is words: the number may be the one to call back. */
function contactIn({ contact }: TelegramMessage): string {
  return contact === undefined ? '' : `${contact.first_name} ${contact.phone_number}`.trim();
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
