import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Api } from 'grammy';
import { ChannelError } from '../fault.ts';
import { called } from './api.ts';
import { type Chat, chatIn } from './chat.ts';
import type { Button } from './keyboard.ts';

/** What an outgoing activity carries for Telegram beside its text, which is Telegram's HTML and fits one message. */
export interface TelegramData {
  readonly keyboard?: readonly (readonly Button[])[];
  /** Not the first part of a long text: only that one is sent as a reply. */
  readonly continues?: true;
}

/** Bot Framework's side of a bot of Telegram: each activity goes out as one call to the Bot API. */
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

  /** Changes a message's text, or with none its buttons alone: they are gone afterwards in either case. */
  override async updateActivity(_: TurnContext, { id, text, conversation }: Partial<Activity>): Promise<void> {
    const { chat } = this.chatOf(conversation);
    await called<unknown>(
      text === undefined
        ? this.api.editMessageReplyMarkup(chat, Number(id))
        : this.api.editMessageText(chat, Number(id), text, asHtml),
    );
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('The transcript is never changed: let a turn save a message instead.'));
  }

  private async send({ type, text = '', conversation, replyToId, channelData }: Partial<Activity>): Promise<string> {
    const { chat, topic } = this.chatOf(conversation);
    const place = topic === undefined ? {} : { message_thread_id: topic };
    if (type === 'typing') {
      await called(this.api.sendChatAction(chat, 'typing', place));
      return '';
    }
    const { keyboard, continues } = (channelData ?? {}) as TelegramData;
    const { message_id } = await called(
      this.api.sendMessage(chat, text, {
        ...place,
        ...asHtml,
        ...(continues === undefined && replyToId !== undefined && { reply_parameters: replyTo(replyToId) }),
        ...(keyboard !== undefined && { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
      }),
    );
    return String(message_id);
  }

  private chatOf(conversation: Partial<Activity>['conversation']): Chat {
    const chat = chatIn(conversation?.id ?? '');
    if (chat.bot === this.bot) return chat;
    throw new ChannelError('This chat is with another bot.', { reach: 'thread', code: 'not-found' });
  }
}

const asHtml = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** The message may be gone; the answer is sent all the same. */
function replyTo(id: string) {
  return { message_id: Number(id), allow_sending_without_reply: true };
}
