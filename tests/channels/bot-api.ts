import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * Telegram's Bot API at the other end of the line, over real HTTP, with one customer's side of each chat. It refuses what Telegram
 * refuses: texts over 4,096 characters, markup that does not parse, buttons over 64 bytes, unknown chats. Updates are
 * brought to a webhook with its secret, again until they are taken, or kept until a higher number is asked for.
 */

export interface BotApi {
  readonly root: string;
  readonly token: string;
  /** What was sent, in order; an edited message stands where it stood. */
  readonly shown: readonly ShownMessage[];
  /** Every call that was answered, in order. */
  readonly calls: readonly { readonly method: string; readonly payload: Payload }[];
  /** Answers a call with an error instead; undefined lets it through. `cut` tears the line. */
  refuse: (method: string, payload: Payload) => ApiError | 'cut' | undefined;
  /** A customer's message; resolves to its number. */
  say(text: string, more?: object): Promise<number>;
  edit(messageId: number, text: string): Promise<void>;
  press(message: ShownMessage, label: string): Promise<void>;
  /** Any update, with its number or under a given one. */
  bring: (update: object, updateId?: number) => Promise<number>;
  close(): Promise<void>;
}

export interface ShownMessage {
  readonly message_id: number;
  readonly chat: number;
  /** As it came. */
  html: string;
  /** As the customer reads it. */
  text: string;
  buttons: readonly { readonly text: string; readonly callback_data: string }[];
  rows: readonly number[];
  readonly replyTo: number | undefined;
}

export interface ApiError {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: object;
}

type Payload = Readonly<Record<string, unknown>>;

/** The customer of the private chat. */
export const anna = { id: 7_000_000_001, is_bot: false, first_name: 'Anna', last_name: 'B.', language_code: 'it' };
export const annasChat = { id: anna.id, type: 'private' };
export const bot = { id: 123_456_789, is_bot: true, first_name: 'Aurora', username: 'AuroraBot' };

export async function openBotApi(): Promise<BotApi> {
  const token = `${bot.id}:AAHtesttesttesttesttesttesttesttest`;
  const shown: ShownMessage[] = [];
  const calls: { method: string; payload: Payload }[] = [];
  const kept: { update_id: number }[] = [];
  const waiting = new Set<() => void>();
  const chats = new Set<number>();
  let [messages, updates, pressings] = [0, 1000, 0];
  const state: { webhook: { url: string; secret_token?: string } | undefined; closed: boolean } = {
    webhook: undefined,
    closed: false,
  };
  let bringing: Promise<unknown> = Promise.resolve();

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(Buffer.concat(chunks).toString(), request, response));
  });

  async function answer(body: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload = (body === '' ? {} : JSON.parse(body)) as Payload;
    const refused = api.refuse(method, payload);
    if (refused === 'cut') return void request.socket.destroy();
    try {
      if (given !== token) throw refusal(401, 'Unauthorized');
      if (refused !== undefined) throw refused;
      const result = await call(method, payload);
      calls.push({ method, payload });
      reply(response, 200, { ok: true, result });
    } catch (error) {
      const failed = isRefusal(error) ? error : refusal(500, String(error));
      reply(response, failed.error_code, { ok: false, ...failed });
    }
  }

  async function call(method: string, payload: Payload): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return bot;
      case 'setWebhook':
        state.webhook = payload as unknown as typeof state.webhook;
        bringing = bringing.then(bringKept);
        return true;
      case 'deleteWebhook':
        state.webhook = undefined;
        return true;
      case 'setMyCommands':
      case 'answerCallbackQuery':
      case 'sendChatAction':
        return true;
      case 'getUpdates':
        return await held(Number(payload['offset'] ?? 0), Number(payload['timeout'] ?? 0));
      case 'sendMessage':
        return send(payload);
      case 'editMessageText':
      case 'editMessageReplyMarkup':
        return change(payload);
      default:
        throw refusal(404, 'Not Found: method not found');
    }
  }

  async function held(offset: number, seconds: number): Promise<unknown> {
    if (state.webhook !== undefined)
      throw refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    while (kept[0] !== undefined && kept[0].update_id < offset) kept.shift();
    if (kept.length === 0 && seconds > 0 && !state.closed) {
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, seconds * 1000);
        waiting.add(() => {
          clearTimeout(timer);
          wake();
        });
      });
      waiting.clear();
    }
    return kept.slice(0, 100);
  }

  function send(payload: Payload): unknown {
    const chat = Number(payload['chat_id']);
    if (!chats.has(chat)) throw refusal(400, 'Bad Request: chat not found');
    const html = textIn(payload);
    messages += 1;
    const message = { message_id: messages, chat, html, ...read(payload), replyTo: replyOf(payload) };
    shown.push(message);
    return { message_id: messages, date: 1, chat: { id: chat }, text: message.text };
  }

  function change(payload: Payload): unknown {
    const message = shown.find(({ message_id }) => message_id === payload['message_id']);
    if (message === undefined) throw refusal(400, 'Bad Request: message to edit not found');
    const changed = payload['text'] === undefined ? { text: message.text, buttons: [], rows: [] } : read(payload);
    if (changed.text === message.text && message.buttons.length === 0) {
      throw refusal(400, 'Bad Request: message is not modified');
    }
    Object.assign(message, changed);
    return { message_id: message.message_id, date: 1, chat: { id: message.chat } };
  }

  async function bringKept(): Promise<void> {
    while (state.webhook !== undefined && kept[0] !== undefined && !state.closed) {
      const { webhook } = state;
      const taken = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret_token !== undefined && { 'x-telegram-bot-api-secret-token': webhook.secret_token }),
        },
        body: JSON.stringify(kept[0]),
      }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (taken) kept.shift();
      else await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const api: BotApi = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    shown,
    calls,
    refuse: () => undefined,
    async say(text, more = {}) {
      messages += 1;
      const message = {
        message_id: messages,
        date: 1,
        chat: annasChat,
        from: anna,
        ...(text !== '' && { text }),
        ...more,
      };
      await api.bring({ message });
      return message.message_id;
    },
    async edit(messageId, text) {
      const edited = { message_id: messageId, date: 1, edit_date: updates, chat: annasChat, from: anna, text };
      await api.bring({ edited_message: edited });
    },
    async press(message, label) {
      const button = message.buttons.find(({ text }) => text === label);
      if (button === undefined) throw new Error(`There is no button "${label}" under "${message.text}".`);
      pressings += 1;
      const { message_id } = message;
      const of = { message_id, date: 1, chat: annasChat, text: message.text };
      await api.bring({ callback_query: { id: `p${pressings}`, from: anna, message: of, data: button.callback_data } });
    },
    async bring(update, updateId) {
      updates = updateId ?? updates + 1;
      const { message } = update as { message?: { chat?: { id: number } } };
      if (message?.chat !== undefined) chats.add(message.chat.id);
      kept.push({ ...update, update_id: updates });
      for (const wake of waiting) wake();
      if (state.webhook !== undefined) bringing = bringing.then(bringKept);
      return updates;
    },
    async close() {
      state.closed = true;
      for (const wake of waiting) wake();
      await bringing;
      server.closeAllConnections();
      await new Promise((done) => void server.close(done));
    },
  };
  return api;
}

function textIn({ text }: Payload): string {
  return typeof text === 'string' ? text : '';
}

function replyOf(payload: Payload): number | undefined {
  return (payload['reply_parameters'] as { message_id?: number } | undefined)?.message_id;
}

/** Checks what Telegram checks of a message's text and buttons. */
function read(payload: Payload): Pick<ShownMessage, 'text' | 'buttons' | 'rows'> {
  const text = parseHtml(textIn(payload));
  if (text.trim() === '') throw refusal(400, 'Bad Request: message text is empty');
  if (text.length > 4096) throw refusal(400, 'Bad Request: message is too long');
  const markup = payload['reply_markup'] as { inline_keyboard: ShownMessage['buttons'][] } | undefined;
  const buttons = markup?.inline_keyboard.flat() ?? [];
  for (const { text: label, callback_data: data } of buttons) {
    if (label === '') throw refusal(400, 'Bad Request: text buttons are unallowed in the inline keyboard');
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
  return { text, buttons, rows: markup?.inline_keyboard.map(({ length }) => length) ?? [] };
}

const known = new Set(['b', 'i', 's', 'u', 'code', 'pre', 'a', 'blockquote']);
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** As Telegram reads parse_mode HTML: known tags, each closed in its place, and no stray < or &. */
export function parseHtml(html: string): string {
  const open: string[] = [];
  const text = html.replaceAll(
    /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<>]*")*)>|<|>|&([a-z]+);|&/g,
    (whole, slash, tag, _, entity) => {
      if (entity !== undefined && named[entity as string] !== undefined) return named[entity as string] ?? '';
      if (whole === '>') return whole;
      if (tag === undefined || !known.has(tag as string))
        throw refusal(400, `Bad Request: can't parse entities at ${whole}`);
      if (slash === '') open.push(tag as string);
      else if (open.pop() !== tag) throw refusal(400, `Bad Request: can't parse entities: unexpected end tag ${whole}`);
      return '';
    },
  );
  if (open.length > 0) throw refusal(400, `Bad Request: can't parse entities: can't find end tag of ${open.join()}`);
  return text;
}

function refusal(error_code: number, description: string): ApiError {
  return { error_code, description };
}

function isRefusal(error: unknown): error is ApiError {
  return typeof error === 'object' && error !== null && 'error_code' in error;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
