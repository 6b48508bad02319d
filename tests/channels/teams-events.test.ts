import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whileTyping } from '../../bot/channels/busy.ts';
import { createFramework } from '../../bot/channels/framework/routes.ts';
import type { Handler } from '../../bot/channels/handler.ts';
import { createServer } from '../../bot/web/server.ts';
import { type ForeignChannel, openForeignChannel, postActivity } from './foreign-channel.ts';
import { bruno, type Desk, noApp, openDesk, until } from './open-desk.ts';

/* What Teams does beside messages, as it posts it: buttons, signs, edits, withdrawals, installing, channels. */

let channel: ForeignChannel;
let desk: Desk;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-teams-events-'));
  channel = await openForeignChannel();
  desk = await openDesk({ databaseUrl: `file:${join(folder, 'desk.db')}` });
});

afterEach(async () => {
  await desk.close();
  await channel.close();
  rmSync(folder, { recursive: true });
});

const question = 'Quanto costa la spedizione?';

async function post(given: object): Promise<void> {
  expect((await postActivity(desk.url, channel.activity(given))).status).toBe(200);
}

async function said(): Promise<readonly (readonly [string, string])[]> {
  const messages = await desk.store.messages(channel.threadId, 0, 1000);
  return messages.map(({ author, text }) => [author, text]);
}

/** The name of the last message that the channel took. */
function last(): string {
  return String(channel.taken.length);
}

function press(value: string, label: string): Promise<void> {
  return post({ text: label, value: { choice: value, label }, replyToId: last() });
}

/** The change of the message that the channel calls `name`. */
function changeOf(name: string) {
  return until(`the change of message ${name}`, () =>
    channel.changed.find(({ path }) => path.endsWith(`/activities/${name}`)),
  );
}

test('buttons that were used give way to what was chosen, pressed or written', async () => {
  const { it } = desk.knowledge.wording;
  await post({ text: question });
  const [asked, shown] = [last(), channel.taken.at(-1)?.text ?? ''];
  await press('yes', 'Sì');
  const used = await changeOf(asked);
  expect([used.text, used.attachments]).toEqual([`${shown}\n\n✓ **Sì**`, undefined]);
  const rating = last();
  await post({ text: '4' });
  const rated = await changeOf(rating);
  const scale = it.rating.scales['csat-5'];
  expect(rated.attachments?.[0]?.content).toMatchObject({
    body: [{ text: scale?.ask.trim() }, { text: `✓ ${scale?.points[3]?.label}` }],
    actions: [],
  });
  expect(channel.changed.length).toBe(2);
});

test('buttons that mean nothing any more are gone: after a new question, with an agent, and when nobody rates', async () => {
  await post({ text: question });
  const [asked, shown] = [last(), channel.taken.at(-1)?.text ?? ''];
  await post({ text: 'vorrei parlare con un operatore' });
  const passed = await changeOf(asked);
  expect([passed.text, passed.attachments]).toEqual([shown, undefined]);
  const waiting = last();
  const { id } = await until('who waits', async () => (await desk.store.open())[0]);
  await desk.turns.act(id, bruno, { kind: 'claim' });
  expect((await changeOf(waiting)).attachments).toBe(undefined);
  await desk.turns.act(id, bruno, { kind: 'resolve', outcome: 'solved' });
  const rating = await until('the rating', () => {
    const at = channel.taken.findIndex(({ summary }) => summary !== undefined);
    return at === -1 ? undefined : String(at + 1);
  });
  await post({ text: question });
  const { it } = desk.knowledge.wording;
  expect((await changeOf(rating)).attachments?.[0]?.content).toMatchObject({
    body: [{ text: it.rating.scales['csat-5']?.ask.trim() }],
    actions: [],
  });
  expect(channel.changed.length).toBe(3);
});

test('a channel that does not change a message now is asked again, and one that never does loses nothing', async () => {
  const tried: (string | undefined)[] = [];
  channel.answer = ({ method, path }) => {
    if (method !== 'PUT') return 200;
    tried.push(path.split('/').at(-1));
    return tried.length === 1 ? 503 : 403;
  };
  const triedTimes = (count: number) => until('the tries', () => (tried.length === count ? true : undefined));
  await post({ text: question });
  const asked = last();
  await press('yes', 'Sì');
  await triedTimes(1);
  const rating = last();
  await post({ text: '5' });
  await triedTimes(3);
  await until('the end of it', async () =>
    (await desk.store.standing(channel.threadId)).length === 0 ? true : undefined,
  );
  expect(tried).toEqual([asked, asked, rating]);
  expect([channel.changed, desk.troubles]).toEqual([[], []]);
  expect((await said()).slice(-2)).toEqual([
    ['customer', '5'],
    ['bot', desk.knowledge.wording.it.rating.thanks.trim()],
  ]);
});

test('a heart on the answer says that it helped; a sign on another message, or from somebody else, says nothing', async () => {
  await post({ text: question });
  const heart = { type: 'messageReaction', reactionsAdded: [{ type: 'heart' }] };
  await post({ ...heart, replyToId: '1' });
  await post({ ...heart, replyToId: last(), conversation: { id: 'elsewhere' } });
  await post({ type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: last() });
  const before = await said();
  expect(desk.handler.ignored.get('messageReaction')).toBe(3);
  const answer = last();
  await post({ ...heart, replyToId: answer });
  await post({ ...heart, replyToId: answer });
  const { it } = desk.knowledge.wording;
  expect((await said()).slice(before.length)).toEqual([
    ['customer', '👍'],
    ['bot', it.solved.yes.trim()],
    ['bot', it.rating.scales['csat-5']?.ask.trim()],
  ]);
  expect((await desk.store.load(channel.threadId))?.conversation.solved).toBe('bot-confirmed');
});

test('the last question is answered anew when it is edited; of an older one agents see the new words', async () => {
  await post({ text: 'dov’è il mio pacco', id: 'q1' });
  const edit = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
  await post({ ...edit, id: 'q1', text: question });
  expect((await said()).at(-1)?.[1]).toContain('5,90');
  await post({ text: 'vorrei parlare con un operatore', id: 'q2' });
  const before = (await said()).length;
  await post({ ...edit, id: 'q1', text: 'niente' });
  await post({ ...edit, id: 'q1', text: 'niente' });
  expect(
    (await desk.store.messages(channel.threadId, before, 10)).map(({ text, origin }) => [text, origin?.edits]),
  ).toEqual([['niente', 'q1']]);
});

test('of a message that is taken back the desk shows that it was there, and its words are nowhere any more', async () => {
  const secret = 'Il mio codice segreto e pomodoro-77';
  await post({ text: 'vorrei parlare con un operatore', id: 'q1' });
  await post({ text: secret, id: 'q2' });
  await post({ type: 'messageUpdate', text: `${secret}8`, id: 'q2' });
  const deleted = { type: 'messageDelete', id: 'q2', channelData: { eventType: 'softDeleteMessage' } };
  await post(deleted);
  await post(deleted);
  await post({ ...deleted, id: 'unheard' });
  expect(desk.handler.ignored.get('messageDelete')).toBe(1);
  const customers = (await desk.store.messages(channel.threadId, 0, 100)).filter(({ author }) => author === 'customer');
  expect(customers.map(({ text, withdrawn }) => [text, typeof withdrawn])).toEqual([
    ['vorrei parlare con un operatore', 'undefined'],
    ['', 'number'],
    ['', 'number'],
  ]);
  const id = (await desk.store.load(channel.threadId))?.conversation.id ?? '';
  await desk.turns.act(id, bruno, { kind: 'claim' });
  await desk.turns.act(id, bruno, { kind: 'resolve', outcome: 'solved' });
  const told = JSON.stringify([await desk.store.transcript(id), await desk.store.conversation(id)]);
  expect(told).not.toContain('pomodoro');
  expect(await desk.store.closed({ words: ['pomodoro'], limit: 5 })).toEqual([]);
});

test('who removes the bot is written to no more, and who adds it again is not welcomed twice', async () => {
  const install = { type: 'installationUpdate', action: 'add' };
  await post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
  await post(install);
  expect(channel.taken.length).toBe(1);
  await post({ text: 'vorrei parlare con un operatore' });
  const taken = channel.taken.length;
  channel.answer = () => 503;
  await post({ text: 'annulla' });
  await post({ type: 'installationUpdate', action: 'remove' });
  expect(await desk.store.undelivered(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  channel.answer = () => 200;
  expect((await desk.store.load(channel.threadId))?.conversation).toMatchObject({
    status: 'closed',
    unreachable: 'blocked',
  });
  await post(install);
  expect(channel.taken.length).toBe(taken);
  await post({ text: question });
  expect(channel.taken.at(-1)?.text).toContain('5,90');
});

test('a group or a team that removes the bot ends what is open there, whoever spoke, and nothing elsewhere', async () => {
  const place = (id: string, conversationType: string, team?: string) => ({
    conversation: { id, isGroup: true, conversationType },
    ...(team !== undefined && { channelData: { team: { id: team } } }),
  });
  const general = place('19:uno@thread.tacv2;messageid=1', 'channel', 'squadra');
  const other = place('19:due@thread.tacv2;messageid=2', 'channel', 'squadra');
  const group = place('19:gruppo@thread.v2', 'groupChat');
  const text = 'vorrei parlare con un operatore';
  const bea = { from: { id: '29:bea', name: 'Bea' } };
  for (const given of [general, { ...general, ...bea }, other, group, { ...group, ...bea }, {}]) {
    await post({ ...given, text });
  }
  const open = async () => (await desk.store.open()).length;
  expect(await open()).toBe(6);
  const removed = { type: 'installationUpdate', action: 'remove' };
  // On a channel of its own somebody may say of themselves what they like.
  await post({ ...removed, ...place('19:gruppo@thread.v2', 'groupChat', 'squadra'), channelId: 'webchat' });
  expect(await open()).toBe(6);
  await post({ ...removed, ...place('19:gruppo@thread.v2', 'groupChat') });
  expect(await open()).toBe(4);
  await post({ ...removed, ...place('19:uno@thread.tacv2', 'channel', 'squadra') });
  const left = await desk.store.open();
  expect(left.map(({ thread }) => thread.id)).toEqual([channel.threadId]);
  const ended = (await desk.store.closed({ words: [], limit: 10 })).map(({ conversation }) => conversation.unreachable);
  expect(ended).toEqual(Array.from({ length: 5 }, () => 'forbidden'));
});

test('in a channel the bot answers in the thread of the question, then and hours later', async () => {
  const id = '19:canale@thread.tacv2;messageid=1700000000001';
  const there = { conversation: { id, isGroup: true, conversationType: 'channel' } };
  const text = '<at>Aurora</at> vorrei parlare con un operatore';
  await post({ ...there, text, entities: [{ type: 'mention', text: '<at>Aurora</at>', mentioned: { id: '28:bot' } }] });
  const { id: conversationId } = await until('who waits', async () => (await desk.store.open())[0]);
  const [own] = await desk.store.transcript(conversationId);
  expect(own?.text).toBe('vorrei parlare con un operatore');
  const inTurn = channel.taken.length;
  await desk.turns.act(conversationId, bruno, { kind: 'claim' });
  const { id: threadId = '' } = (await desk.store.conversation(conversationId))?.thread ?? {};
  desk.feed.signal({ kind: 'agent-typing', threadId, conversationId, agent: bruno });
  await until('the typing of the agent', () => channel.taken.find(({ type }) => type === 'typing'));
  await desk.turns.act(conversationId, bruno, { kind: 'say', text: 'Eccomi' });
  await until("the agent's words", () => channel.taken.at(-1)?.text?.includes('Eccomi') === true || undefined);
  const path = `/v3/conversations/${encodeURIComponent(id)}/activities`;
  expect(inTurn).toBeGreaterThan(0);
  expect(channel.taken.every((each) => each.path.startsWith(path))).toBe(true);
  expect(channel.taken.at(-1)?.path).toBe(path);
});

test('activities of no use are ignored, and counted by a few names only', async () => {
  for (const type of ['endOfConversation', 'made-up', 'another']) await post({ type });
  expect(Object.fromEntries(desk.handler.ignored)).toEqual({ endOfConversation: 1, other: 2 });
  expect([channel.taken, desk.troubles]).toEqual([[], []]);
});

test('while a turn takes long the customer sees typing, again and again, whatever becomes of it', async () => {
  let shown = 0;
  let enough = (): void => {};
  const seen = new Promise<void>((resolve) => (enough = resolve));
  const show = () => {
    shown += 1;
    if (shown === 3) enough();
    return shown === 1 ? Promise.reject(new Error('not now')) : Promise.resolve();
  };
  expect(await whileTyping(() => seen.then(() => 'done'), show, { first: 0, next: 0 })).toBe('done');
  expect(await whileTyping(() => Promise.resolve('at once'), show, { first: 60_000, next: 0 })).toBe('at once');

  const typing = () => channel.taken.find(({ type }) => type === 'typing');
  const handler: Handler = {
    ignored: new Map(),
    async handle() {
      await until('the typing', typing);
      return { kind: 'taken', messages: [] };
    },
  };
  const [log, wording] = [() => {}, () => desk.knowledge.wording];
  const framework = createFramework({ app: noApp, wording, store: desk.store, log, typingAfter: 0 });
  const server = createServer({ routes: framework.routes(handler), upgrades: [], log, trustProxy: false });
  const url = (await server.listen(0, '127.0.0.1')).replace(/\/$/, '');
  expect((await postActivity(url, channel.activity({ text: question }))).status).toBe(200);
  expect(typing()?.path).toMatch(/\/activities\/a\d+$/);
  await server.close();
});
