import { z } from 'zod';

/* What Sportello reads of an update of the Bot API; whatever else stands in it is let be. */

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().max(50).optional(),
});

const chat = z.object({
  id: z.number(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: user.optional(),
});

const file = z.looseObject({});

const message = z.object({
  message_id: z.number(),
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  from: user.optional(),
  sender_chat: z.object({ title: z.string().default('') }).optional(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  photo: z.array(file).optional(),
  sticker: z.looseObject({ emoji: z.string().optional() }).optional(),
  voice: z.looseObject({ duration: z.number().default(0) }).optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  animation: file.optional(),
  document: z.looseObject({ file_name: z.string().optional() }).optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z
    .looseObject({
      phone_number: z.string(),
      first_name: z.string().default(''),
      last_name: z.string().optional(),
    })
    .optional(),
  poll: file.optional(),
  dice: file.optional(),
});

const pressed = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z
    .object({
      message_id: z.number(),
      chat,
      message_thread_id: z.number().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
});

const member = z.object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) });

export const updateSchema = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: pressed.optional(),
  my_chat_member: member.optional(),
});

/** The kinds of updates that Telegram is asked for. */
export const updateKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export type TelegramMessage = z.infer<typeof message>;
export type Pressing = z.infer<typeof pressed>;
export type User = z.infer<typeof user>;
export type TelegramChat = z.infer<typeof chat>;
