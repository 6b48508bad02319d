import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Handler } from '../../bot/channels/handler.ts';
import { TelegramAdapter } from '../../bot/channels/telegram/adapter.ts';
import { telegramApi } from '../../bot/channels/telegram/api.ts';
import { createTaker } from '../../bot/channels/telegram/taker.ts';
import type { TelegramSettings } from '../../bot/channels/telegram/telegram.ts';
import { anna, annasChat, type ApiError, bot, type BotApi, openBotApi, type ShownMessage } from './bot-api.ts';
import { bruno, type Desk, openDesk, until } from './open-desk.ts';

/* The native bot of Telegram against a Bot API that keeps Telegram's rules, fetched from and brought by webhook. */

let folder: string;
let api: BotApi;
let desk: Desk;
let settings: TelegramSettings;
const threadId = `tg:${bot.id}:${anna.id}`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-telegram-'));
  api = await openBotApi();
  settings = { token: api.token, root: api.root, mode: { kind: 'polling' } };
  desk = await open();
});

afterEach(async () => {
  await desk.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

function open(port = 0): Promise<Desk> {
  return openDesk({ databaseUrl: `file:${join(folder, 'desk.db')}`, port, telegram: settings });
}

async function messages(thread = threadId) {
  return await desk.store.messages(thread, 0, 1000);
}

async function due(thread = threadId): Promise<number> {
  return (await messages(thread)).filter(({ author }) => author !== 'customer').length;
}

async function heard(text: string) {
  return await until(`the words "${text}"`, async () => (await messages()).find((message) => message.text === text));
}

function shows(text: string): Promise<ShownMessage> {
  return until(`"${text}" on the screen`, () => api.shown.findLast((message) => message.text.includes(text)));
}

async function waitingConversation(): Promise<string> {
  await api.say('vorrei parlare con un operatore');
  const { id } = await until('a conversation that waits', async () => (await desk.store.open())[0]);
  await desk.turns.act(id, bruno, { kind: 'claim' });
  return id;
}

async function allDelivered(): Promise<void> {
  await until('the end of delivery', async () =>
    (await desk.store.undelivered(Number.MAX_SAFE_INTEGER, 1)).length === 0 ? true : undefined,
  );
}

describe('a customer on Telegram', () => {
  test('is greeted at /start, and the menu, the language and the name are known', async () => {
    await api.say('/start');
    await shows(desk.knowledge.botName);
    const commands = api.calls.filter(({ method }) => method === 'setMyCommands');
    expect(commands.map(({ payload }) => payload['language_code'])).toEqual([undefined, 'it']);
    expect(JSON.stringify(commands)).toMatch(/human.*operatore/);
    await api.say('/start');
    await until('an answer to the second /start', async () => ((await messages()).length > 2 ? true : undefined));
    const { conversation } = (await desk.store.load(threadId)) ?? {};
    expect(conversation?.thread).toEqual({
      id: threadId,
      channel: 'telegram',
      customer: { id: String(anna.id), name: 'Anna B.' },
      language: 'it',
    });
  });

  test('reaches a person by /operatore and /human, and says goodbye by /stop', async () => {
    await api.say('/operatore');
    await until('the queue', async () => (await desk.store.open()).find(({ status }) => status === 'waiting'));
    await api.say('/stop');
    await until('the end', async () => ((await desk.store.open()).length === 0 ? true : undefined));
    await api.say('/human');
    await until('the queue', async () => (await desk.store.open()).find(({ status }) => status === 'waiting'));
    const said = (await messages()).filter(({ author }) => author === 'customer').map(({ text }) => text);
    expect(said).toEqual(['/operatore', '/stop', '/human']);
  });

  test('sees what was chosen in place of the buttons, and a button that is pressed twice counts once', async () => {
    await api.say('Quanto costa la spedizione?');
    const offer = await shows('5,90');
    expect(offer.buttons.every(({ callback_data: data }) => Buffer.byteLength(data) <= 64)).toBe(true);
    const { label } = desk.knowledge.wording.it.choices.yes;
    await Promise.all([api.press(offer, label), api.press(offer, label)]);
    await until('the choice on the screen', () => (offer.buttons.length === 0 ? true : undefined));
    expect(offer.text).toMatch(new RegExp(`✓ ${label}$`));
    const rating = await until('the rating', () => api.shown.findLast(({ buttons }) => buttons.length === 5));
    await api.press(rating, rating.buttons[4]?.text ?? '');
    await shows(desk.knowledge.wording.it.rating.thanks);
    expect((await messages()).filter(({ text }) => text === label).length).toBe(1);
    expect(await desk.store.ratingsOf('telegram', String(anna.id), 2)).toMatchObject([{ score: 5 }]);
  });

  test('sees what was chosen in writing too, and buttons that mean nothing any more are gone', async () => {
    const { yes } = desk.knowledge.wording.it.choices;
    await api.say('Quanto costa la spedizione?');
    const offer = await shows('5,90');
    await api.say(yes.label.toUpperCase());
    await until('the choice on the screen', () => (offer.text.endsWith(`✓ ${yes.label}`) ? true : undefined));
    const rating = await until('the rating', () => api.shown.findLast(({ buttons }) => buttons.length === 5));
    const [label, asked] = [rating.buttons[3]?.text, rating.text];
    await api.say('4');
    await until('the score on the screen', () => (rating.buttons.length === 0 ? true : undefined));
    expect(rating.text).toBe(`${asked}\n\n✓ ${label}`);
    await api.say('Quanto costa la spedizione?');
    const second = await until('the second answer', () =>
      api.shown.findLast(({ text, buttons }) => text.includes('5,90') && buttons.length > 0),
    );
    const shown = second.text;
    await api.say('vorrei parlare con un operatore');
    const waiting = await until('who waits', async () =>
      (await desk.store.open()).find(({ status }) => status === 'waiting'),
    );
    await until('the empty place', () => (second.buttons.length === 0 ? true : undefined));
    expect(second.text).toBe(shown);
    await desk.turns.act(waiting.id, bruno, { kind: 'claim' });
    await until('the end of all buttons', async () =>
      (await desk.store.standing(threadId)).length === 0 ? true : undefined,
    );
    expect(api.shown.flatMap(({ buttons }) => buttons)).toEqual([]);
  });

  test('sees typing while a turn runs', async () => {
    const chat = { id: 8_000_000_001, type: 'private' };
    const typing = { method: 'sendChatAction', payload: { chat_id: chat.id, action: 'typing' } };
    const { token, root } = settings;
    const client = telegramApi({ token, ...(root !== undefined && { root }) });
    const handler: Handler = {
      ignored: new Map(),
      async handle() {
        await until('the typing', () => api.calls.find((call) => isDeepStrictEqual(call, typing)));
        return { kind: 'taken', messages: [] };
      },
    };
    const take = createTaker({
      api: client,
      adapter: new TelegramAdapter(client, String(bot.id)),
      handler,
      identity: () => bot,
      store: desk.store,
      turns: desk.turns,
      log: () => {},
      typingAfter: 0,
    });
    await take({ update_id: 1, message: { message_id: 77, date: 1, chat, from: anna, text: 'e adesso?' } });
    expect(api.calls).toContainEqual(typing);
  });

  test('sees typing while an agent writes', async () => {
    const id = await waitingConversation();
    await allDelivered();
    const before = api.calls.filter(({ method }) => method === 'sendChatAction').length;
    desk.feed.signal({ kind: 'agent-typing', threadId, conversationId: id, agent: bruno });
    desk.feed.signal({ kind: 'agent-typing', threadId, conversationId: id, agent: bruno });
    await until('the typing', () =>
      api.calls.filter(({ method }) => method === 'sendChatAction').length > before ? true : undefined,
    );
    expect(api.calls.filter(({ method }) => method === 'sendChatAction').length).toBe(before + 1);
  });

  test('is told politely that pictures cannot be read, and the agent sees what came', async () => {
    await api.say('', { sticker: { emoji: '😀', file_id: 'x' } });
    await shows(desk.knowledge.wording.it.attachment.slice(0, 30));
    for (const media_group_id of ['1', '1', '1']) await api.say('', { photo: [{}], media_group_id });
    await api.say('', { voice: { duration: 75 } });
    // A place that is shared live is edited as long as the customer moves.
    const place = await api.say('', { location: { latitude: 45.07, longitude: 7.68 } });
    const moved = { latitude: 45.08, longitude: 7.68 };
    await api.bring({ edited_message: { message_id: place, date: 1, chat: annasChat, from: anna, location: moved } });
    await api.say('', { contact: { phone_number: '+390515550142', first_name: 'Anna' } });
    await heard('Anna +390515550142');
    const customers = (await messages()).filter(({ author }) => author === 'customer').map(({ text }) => text);
    expect(customers).toEqual([
      '[sticker 😀]',
      '[photo album]',
      '[voice message 1:15]',
      '[location 45.07000, 7.68000]',
      'Anna +390515550142',
    ]);
  });

  test('may put the last question right, and it is answered anew; agents see the edit', async () => {
    const first = await api.say('vendete mongolfiere di legno?');
    await until('the answer', async () => ((await due()) > 1 ? true : undefined));
    await api.edit(first, 'Quanto costa la spedizione?');
    await shows('5,90');
    const edit = await heard('Quanto costa la spedizione?');
    expect(edit.origin).toMatchObject({ edits: `m${first}` });
  });

  test('in a group is heard when the bot is named or replied to, and answered as a reply', async () => {
    const chat = { id: -500, type: 'supergroup', title: 'Amici' };
    const group = `tg:${bot.id}:-500`;
    await api.say('Quanto costa la spedizione?', { chat });
    const text = 'Quanto costa la spedizione? @aurorabot';
    const asked = await api.say(text, { chat, entities: [{ type: 'mention', offset: 28, length: 10 }] });
    const answer = await shows('5,90');
    expect([answer.chat, answer.replyTo]).toEqual([-500, asked]);
    await api.say('vorrei parlare con un operatore', { chat, reply_to_message: { from: bot } });
    await until('the handoff', async () => (await desk.store.open()).find(({ status }) => status === 'waiting'));
    // Who writes in the group's own name stands behind a bot of Telegram's; who only names the bot calls it.
    const behind = { chat, sender_chat: chat, from: { id: 1, is_bot: true, first_name: 'Group' } };
    await api.say('@aurorabot', { ...behind, entities: [{ type: 'mention', offset: 0, length: 10 }] });
    const customers = await until('the call', async () => {
      const said = (await messages(group)).filter(({ author }) => author === 'customer');
      return said.length === 3 ? said : undefined;
    });
    expect(customers.map((message) => [message.text, message.origin?.speaker])).toEqual([
      ['Quanto costa la spedizione?', 'Anna B.'],
      ['vorrei parlare con un operatore', 'Anna B.'],
      ['@aurorabot', 'Amici'],
    ]);
    expect((await desk.store.load(group))?.conversation.thread.customer).toEqual({ id: '-500', name: 'Amici' });
  });

  test('who blocks the bot ends the conversation, and the agent is told why nothing arrives', async () => {
    const id = await waitingConversation();
    await allDelivered();
    api.refuse = (method) =>
      method === 'sendMessage' ? { error_code: 403, description: 'Forbidden: bot was blocked by the user' } : undefined;
    await desk.turns.act(id, bruno, { kind: 'say', text: 'Eccomi' });
    await until('the end', async () => ((await desk.store.open()).length === 0 ? true : undefined));
    const ended = await desk.store.conversation(id);
    expect(ended).toMatchObject({ status: 'closed', unreachable: 'blocked' });
    expect(await desk.store.threadDelivery(threadId)).toMatchObject({ lost: { error: 'blocked' } });
    api.refuse = () => undefined;
    await api.say('Quanto costa la spedizione?');
    await shows('5,90');
  });

  test('who blocks the bot while nothing is on the way ends the conversation too', async () => {
    const id = await waitingConversation();
    await allDelivered();
    await api.bring({ my_chat_member: { chat: annasChat, from: anna, new_chat_member: { status: 'kicked' } } });
    const ended = await until('the end', async () => {
      const conversation = await desk.store.conversation(id);
      return conversation?.status === 'closed' ? conversation : undefined;
    });
    expect(ended).toMatchObject({ unreachable: 'blocked', solved: 'nobody' });
    expect((await desk.store.messages(threadId, 0, 100)).length).toBe(api.shown.length + 1);
  });

  test('a group that throws the bot out ends what is open in all its topics, and in no other chat', async () => {
    const chat = { id: -700, type: 'supergroup', title: 'Forum' };
    const topic = (message_thread_id: number) => ({ chat, is_topic_message: true, message_thread_id });
    const reply = { reply_to_message: { from: bot } };
    for (const place of [{ chat }, topic(4), topic(5)])
      await api.say('vorrei parlare con un operatore', { ...place, ...reply });
    await api.say('vorrei parlare con un operatore', { chat: { ...chat, id: -7001 }, ...reply });
    const waiting = async () => (await desk.store.open()).filter(({ status }) => status === 'waiting');
    await until('all of them', async () => ((await waiting()).length === 4 ? true : undefined));
    await allDelivered();
    await api.bring({ my_chat_member: { chat, from: anna, new_chat_member: { status: 'left' } } });
    const left = await until('the end', async () => {
      const open = await waiting();
      return open.length === 1 ? open : undefined;
    });
    expect(left.map(({ thread }) => thread.id)).toEqual([`tg:${bot.id}:-7001`]);
    const topics = await desk.store.load(`tg:${bot.id}:-700:4`);
    expect(topics?.conversation).toMatchObject({ status: 'closed', unreachable: 'forbidden' });
  });

  test('gets the messages later, in order and once, when Telegram asks to wait', async () => {
    let refusals = 2;
    api.refuse = (method) =>
      method === 'sendMessage' && refusals-- > 0
        ? { error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } }
        : undefined;
    await api.say('Quanto costa la spedizione?');
    await shows('5,90');
    await allDelivered();
    expect(api.shown.length).toBe(await due());
    expect(desk.troubles).toEqual(['delivery-delayed', 'delivery-delayed']);
  });

  test('reads long answers in parts, and markup of agents and customers as they wrote it', async () => {
    const id = await waitingConversation();
    const text = `<b>*Buongiorno*</b> & "benvenuta" [x](http://a.example/?a=1&b=2)\n${'parola di prova '.repeat(400)}`;
    await desk.turns.act(id, bruno, { kind: 'say', text });
    await allDelivered();
    const parts = api.shown.slice(api.shown.findIndex((message) => message.text.includes('Buongiorno')));
    expect(parts.length).toBe(2);
    const words = parts.map((part) => part.text).join(' ');
    expect(words.replace(/^Bruno_B: /, '').replaceAll(/\s+/g, ' ')).toBe(text.trim().replaceAll(/\s+/g, ' '));
  });

  test('gets each part of a long answer once when Telegram stops in the middle, and when Sportello starts anew', async () => {
    const id = await waitingConversation();
    await allDelivered();
    const parts = ['prima', 'seconda', 'terza'];
    const text = parts.map((part) => `${part} `.repeat(500).trim()).join('\n\n');
    const limited = {
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 0 },
    };
    const broken = { error_code: 500, description: 'Internal Server Error' };
    const stopAt = (part: string, refusals: (ApiError | 'cut')[]) => {
      api.refuse = (method, payload) =>
        method === 'sendMessage' && String(payload['text']).includes(part) ? refusals.shift() : undefined;
    };
    const before = api.shown.length;
    stopAt('seconda', [limited, limited, broken, 'cut']);
    await desk.turns.act(id, bruno, { kind: 'say', text });
    await allDelivered();
    const later = { ...limited, parameters: { retry_after: 1 } };
    stopAt('terza', [later, later, later, later, later]);
    await desk.turns.act(id, bruno, { kind: 'say', text });
    await until('the second part', () => (api.shown.length === before + 5 ? true : undefined));
    await desk.close();
    api.refuse = () => undefined;
    desk = await open();
    await allDelivered();
    const twice = [...parts, ...parts];
    expect(api.shown.slice(before).map((part) => /prima|seconda|terza/.exec(part.text)?.[0])).toEqual(twice);
    expect(desk.troubles).toEqual([]);
  });

  test('whose updates come twice, or are of an unknown kind, is answered once', async () => {
    const message = { message_id: 900, date: 1, chat: annasChat, from: anna, text: 'Quanto costa la spedizione?' };
    await api.bring({ message }, 5000);
    await api.bring({ message }, 5001);
    await api.bring({ something_new: { a: 1 } });
    await api.bring({ message: 'not a message' });
    await api.say('grazie');
    await heard('grazie');
    expect((await messages()).filter(({ text }) => text === message.text).length).toBe(1);
  });

  test('loses nothing when the line is cut and Sportello starts anew, and no secret is in the log', async () => {
    await waitingConversation();
    await allDelivered();
    api.refuse = () => 'cut';
    await desk.store
      .open()
      .then(([held]) => desk.turns.act(held?.id ?? '', bruno, { kind: 'say', text: 'Mentre era via' }));
    await api.say('ci sei ancora?');
    await until('the trouble', async () => {
      const states = await desk.states();
      return states.find(({ name, trouble }) => name === 'telegram' && trouble?.error === 'no-answer');
    });
    const secret = api.token.split(':')[1] ?? '?';
    expect(desk.lines.join('\n')).not.toContain(secret);
    await desk.close();
    api.refuse = () => undefined;
    desk = await open();
    await shows('Mentre era via');
    await heard('ci sei ancora?');
    await allDelivered();
    expect(api.shown.filter(({ text }) => text.includes('Mentre era via')).length).toBe(1);
    expect(api.shown.length).toBe(await due());
  });

  test('who sends fifty messages at once is heard in their order, and each is answered once', async () => {
    await waitingConversation();
    const texts = Array.from({ length: 50 }, (_, index) => `messaggio ${index}`);
    for (const text of texts) await api.say(text);
    await heard('messaggio 49');
    const said = (await messages()).filter(({ text }) => text.startsWith('messaggio'));
    expect(said.map(({ text }) => text)).toEqual(texts);
    await allDelivered();
    expect(api.shown.length).toBe(await due());
  });
});

describe('by webhook', () => {
  test('updates come with the secret, and again until they are saved; nobody else is heard', async () => {
    await desk.close();
    const port = await freePort();
    settings = { ...settings, mode: { kind: 'webhook', url: `http://127.0.0.1:${port}` } };
    desk = await open(port);
    const { payload } = await until('the webhook', () => api.calls.find(({ method }) => method === 'setWebhook'));
    expect(payload['secret_token']).toMatch(/^[\w-]{16,256}$/);
    await api.say('Quanto costa la spedizione?');
    await shows('5,90');
    const forged = await fetch(`${desk.url}/api/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'guess' },
      body: JSON.stringify({ update_id: 1, message: { message_id: 1, date: 1, chat: annasChat, text: 'falso' } }),
    });
    expect(forged.status).toBe(401);
    await desk.close();
    await api.say('e il reso?');
    desk = await open(port);
    await heard('e il reso?');
    await allDelivered();
    expect(api.shown.length).toBe(await due());
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
