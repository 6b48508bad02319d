import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Api } from 'grammy';
import { ChannelError } from '../fault.ts';
import { called } from './api.ts';
import { chatIn } from './chat.ts';
import type { Button } from './keyboard.ts';
import { telegramParts } from './markup.ts';

/** What an outgoing activity carries for Telegram beside its text. */
export interface TelegramData {
  readonly keyboard?: readonly (readonly Button[])[];
}

/** Bot Framework's side of a bot of Telegram: activities go out as calls to the Bot API. */
export class TelegramAdapter extends BotAdapter {
  private readonly api: Api;
  private readonly bot: string;

  /** `bot` is its number: chats of another bot cannot be written to. */
  constructor(api: Api, bot: string) {
    super();
    this.api = api;
    this.bot = bot;
  }

  async take(activity: object, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event: Partial<Activity> = { type: 'event', name: 'continueConversation' };
    await this.take(TurnContext.applyConversationReference(event, reference, true), logic);
  }

  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) sent.push({ id: await this.send(activity) });
    return sent;
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error(appendOnly));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error(appendOnly));
  }

  private async send({ type, text = '', conversation, replyToId, channelData }: Partial<Activity>): Promise<string> {
    const { bot, chat, topic } = chatIn(conversation?.id ?? '');
    if (bot !== this.bot) {
      throw new ChannelError('This chat is with another bot.', { reach: 'thread', code: 'not-found' });
    }
    const place = topic === undefined ? {} : { message_thread_id: topic };
    if (type === 'typing') {
      await called(this.api.sendChatAction(chat, 'typing', place));
      return '';
    }
    const { keyboard } = (channelData ?? {}) as TelegramData;
    const parts = telegramParts(text);
    let id = '';
    for (const [index, part] of parts.entries()) {
      const { message_id } = await called(
        this.api.sendMessage(chat, part, {
          ...place,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          ...(index === 0 && replyToId !== undefined && { reply_parameters: replyTo(replyToId) }),
          ...(index === parts.length - 1 &&
            keyboard !== undefined && { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
        }),
      );
      id = String(message_id);
    }
    return id;
  }
}

/** The message may be gone; the answer is sent all the same. */
function replyTo(id: string) {
  return { message_id: Number(id), allow_sending_without_reply: true };
}

const appendOnly = 'The transcript is never changed: let a turn save a message instead.';
