import type { Api } from 'grammy';
import type { Log, Store } from '../../service/ports.ts';
import { whileTyping } from '../busy.ts';
import type { Handler } from '../handler.ts';
import { leaveThread, leaveThreads, type LeaveParts } from '../leave.ts';
import { telegramThread } from '../thread.ts';
import type { TelegramAdapter } from './adapter.ts';
import { conversationId } from './chat.ts';
import { envelope, type Identity, isStart, messageActivity, type RawActivity, topicOf } from './incoming.ts';
import { readPressed } from './keyboard.ts';
import { type Pressing, type TelegramChat, type TelegramMessage, updateSchema } from './update.ts';

export interface TakerParts {
  readonly api: Api;
  readonly adapter: TelegramAdapter;
  readonly handler: Handler;
  /** Undefined until Telegram has told. */
  readonly identity: () => Identity | undefined;
  readonly store: Pick<Store, 'messages' | 'load'> & LeaveParts['store'];
  readonly turns: LeaveParts['turns'];
  readonly log: Log;
  readonly typingAfter?: number;
}

/** Makes what takes an update of Telegram, whichever way it came. It rejects when the turn could not be saved, and the update must come again. */
export function createTaker(parts: TakerParts): (raw: unknown) => Promise<void> {
  return async (raw) => {
    const bot = parts.identity();
    if (bot === undefined) throw new Error('Telegram has not told yet who the bot is; bring the update again.');
    const { data: update } = updateSchema.safeParse(raw);
    // Of no shape that is known: it would be no better the next time.
    if (update === undefined) return parts.log('warn', 'telegram-update-unreadable');
    const { message, edited_message: edited, callback_query: pressing, my_chat_member: member } = update;
    if (message !== undefined) return takeMessage(parts, message, bot);
    if (edited !== undefined)
      return takeActivity(parts, messageActivity(edited, 'edited', bot), edited.chat, edited.message_id);
    if (pressing !== undefined) return takePressing(parts, pressing, bot);
    if (member !== undefined && ['kicked', 'left'].includes(member.new_chat_member.status)) {
      return leave(parts, member.chat, bot);
    }
  };
}

async function takeMessage(parts: TakerParts, message: TelegramMessage, bot: Identity): Promise<void> {
  if (isStart(message) && (await isFresh(parts, message, bot))) {
    const opening = envelope(message.chat, message.from, undefined, bot);
    const activity = {
      ...opening,
      type: 'conversationUpdate',
      id: `m${message.message_id}`,
      membersAdded: [opening['from']],
    };
    return takeActivity(parts, activity, message.chat, message.message_id);
  }
  await takeActivity(parts, messageActivity(message, 'new', bot), message.chat, message.message_id);
}

/** Nothing is going on in the chat, so that opening it greets. */
async function isFresh({ store }: TakerParts, { chat }: TelegramMessage, bot: Identity): Promise<boolean> {
  const stored = await store.load(threadOf(chat, undefined, bot));
  if (stored === undefined) return true;
  const { status, pending } = stored.conversation;
  return status === 'closed' && pending.kind !== 'rating';
}

/** Takes the turn; what comes of it goes out with everything else, and while it lasts the customer sees that somebody writes. */
async function takeActivity(
  { adapter, handler, typingAfter = 400 }: TakerParts,
  activity: RawActivity | undefined,
  chat: TelegramChat,
  messageId?: number,
): Promise<void> {
  if (activity === undefined) return;
  const reply = chat.type === 'private' || messageId === undefined ? {} : { activityId: String(messageId) };
  const reference = JSON.stringify({
    channelId: activity['channelId'],
    conversation: activity['conversation'],
    ...reply,
  });
  await adapter.take(activity, async (context) => {
    await whileTyping(
      () => handler.handle(context, () => reference, 'outbox'),
      () => context.sendActivity({ type: 'typing' }),
      { first: typingAfter, next: typingShownFor },
    );
  });
}

/** Milliseconds for which Telegram shows that somebody writes. */
const typingShownFor = 5000;

/** The choice is found in the transcript. A button that is pressed twice is one choice, whoever pressed it. */
async function takePressing(parts: TakerParts, pressing: Pressing, bot: Identity): Promise<void> {
  const { message, from, data = '' } = pressing;
  // Until it is answered the button shows that it is at work.
  parts.api.answerCallbackQuery(pressing.id).catch(() => {});
  const pressed = readPressed(data);
  if (message === undefined || pressed === undefined) return;
  const topic = topicOf(message);
  const threadId = threadOf(message.chat, topic, bot);
  const [offer] = await parts.store.messages(threadId, pressed.seq - 1, 1);
  const choice = offer?.choices?.[pressed.index];
  if (offer === undefined || choice === undefined) return;
  await takeActivity(
    parts,
    {
      ...envelope(message.chat, from, topic, bot),
      type: 'message',
      id: `c${data}`,
      text: choice.label,
      value: { choice: choice.value, label: choice.label },
    },
    message.chat,
    message.message_id,
  );
}

/** Blocked by the customer, or thrown out of the group with all its topics. */
async function leave(parts: TakerParts, chat: TelegramChat, bot: Identity): Promise<void> {
  const threadId = threadOf(chat, undefined, bot);
  await leaveThread(parts, threadId, chat.type === 'private' ? 'blocked' : 'forbidden');
  if (chat.type !== 'private') await leaveThreads(parts, 'forbidden', (other) => other.startsWith(`${threadId}:`));
}

function threadOf(chat: TelegramChat, topic: number | undefined, bot: Identity): string {
  return telegramThread(conversationId({ bot: String(bot.id), chat: chat.id, ...(topic !== undefined && { topic }) }));
}
