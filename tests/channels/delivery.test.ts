import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ForeignChannel, openForeignChannel, postActivity } from './foreign-channel.ts';
import { bruno, type Desk, openDesk, until } from './open-desk.ts';

/* Saved before sent, in order, at least once: with a channel that is away, slow, or refuses. */

let folder: string;
let channel: ForeignChannel;
let desk: Desk;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-delivery-'));
  channel = await openForeignChannel();
  desk = await openDesk({ databaseUrl: databaseUrl() });
});

afterEach(async () => {
  await desk.close();
  await channel.close();
  rmSync(folder, { recursive: true });
});

function databaseUrl(): string {
  return `file:${join(folder, 'desk.db')}`;
}

/** What a thread holds for its customer. */
async function due(threadId: string): Promise<readonly string[]> {
  const messages = await desk.store.messages(threadId, 0, 1000);
  return messages.filter(({ author }) => author !== 'customer').map(({ text }) => text);
}

async function handedOver(): Promise<{ id: string; threadId: string }> {
  await postActivity(desk.url, channel.activity({ text: 'vorrei parlare con un operatore' }));
  const { id, thread } = await until('a conversation that waits', async () => (await desk.store.open())[0]);
  await desk.turns.act(id, bruno, { kind: 'claim' });
  await until('the words so far', async () =>
    channel.taken.length === (await due(thread.id)).length ? true : undefined,
  );
  return { id, threadId: thread.id };
}

describe('delivery to a channel of Bot Framework', () => {
  test('answers inside the turn, as replies, in order and once', async () => {
    await postActivity(desk.url, channel.activity({ text: 'Quanto costa la spedizione?', id: 'first' }));
    const sent = channel.taken.map(({ text }) => text);
    expect(sent).toEqual(await due(channel.threadId));
    expect(new Set(channel.taken.map(({ path }) => path.split('/').at(-1)))).toEqual(new Set(['first']));
  });

  test("sends an agent's words and timeouts by the stored reference, as messages of their own", async () => {
    const { id, threadId } = await handedOver();
    const before = channel.taken.length;
    for (const text of ['primo', 'secondo', 'terzo', 'quarto']) await desk.turns.act(id, bruno, { kind: 'say', text });
    await until('four messages', () => (channel.taken.length >= before + 4 ? true : undefined));
    const said = channel.taken.slice(before).map(({ text }) => text?.match(/primo|secondo|terzo|quarto/)?.[0]);
    expect(said).toEqual(['primo', 'secondo', 'terzo', 'quarto']);
    expect(channel.taken.at(-1)?.path).toMatch(/\/activities$/);
    await until('the note of it', async () => {
      const delivery = await desk.store.delivery(threadId);
      return delivery?.deliveredSeq === (await desk.store.load(threadId))?.lastSeq ? true : undefined;
    });
  });

  test('neither doubles nor mixes up when an agent and a customer speak at once', async () => {
    const { id, threadId } = await handedOver();
    channel.answer = async () => {
      await new Promise((wake) => setTimeout(wake, 5));
      return 200;
    };
    const customer = Array.from({ length: 10 }, (_, index) =>
      postActivity(desk.url, channel.activity({ text: `domanda ${index}` })),
    );
    const agent = Array.from({ length: 10 }, (_, index) =>
      desk.turns.act(id, bruno, { kind: 'say', text: `risposta ${index}` }),
    );
    await Promise.all([...customer, ...agent]);
    await until('all messages', async () => (channel.taken.length >= (await due(threadId)).length ? true : undefined));
    const stored = (await desk.store.messages(threadId, 0, 1000)).filter(({ author }) => author === 'agent');
    const sent = channel.taken.map(({ text }) => text?.match(/risposta \d/)?.[0]).filter(Boolean);
    expect(sent).toEqual(stored.map(({ text }) => text));
    expect(sent.length).toBe(10);
  });

  test('tries again when the channel is away, keeps the order, and the customer is answered 200 meanwhile', async () => {
    let fails = 3;
    channel.answer = () => (fails-- > 0 ? 503 : 200);
    const reply = await postActivity(desk.url, channel.activity({ text: 'ciao' }));
    expect(reply.status).toBe(200);
    const all = await due(channel.threadId);
    await until('all messages', () => (channel.taken.length >= all.length ? true : undefined));
    expect(channel.taken.map(({ text }) => text)).toEqual(all);
    expect(desk.troubles).toEqual(['delivery-delayed', 'delivery-delayed', 'delivery-delayed']);
  });

  test('goes on after a restart with what was left', async () => {
    channel.answer = () => 503;
    await postActivity(desk.url, channel.activity({ text: 'ciao' }));
    const all = await due(channel.threadId);
    await desk.close();
    expect(channel.taken).toEqual([]);
    channel.answer = () => 200;
    desk = await openDesk({ databaseUrl: databaseUrl() });
    await until('all messages', () => (channel.taken.length >= all.length ? true : undefined));
    expect(channel.taken.map(({ text }) => text)).toEqual(all);
  });

  test('passes over a message that the channel refuses for good, and says so in the log', async () => {
    let first = true;
    channel.answer = () => {
      const status = first ? 400 : 200;
      first = false;
      return status;
    };
    await postActivity(desk.url, channel.activity({ text: 'Quanto costa la spedizione?' }));
    const all = await due(channel.threadId);
    expect(all.length).toBeGreaterThan(1);
    expect(channel.taken.map(({ text }) => text)).toEqual(all.slice(1));
    expect(desk.troubles).toEqual(['message-refused']);
  });

  test('gives up after its tries, and later messages are delivered again', async () => {
    channel.answer = () => 500;
    await postActivity(desk.url, channel.activity({ text: 'ciao' }));
    await until('the giving up', () => (desk.troubles.includes('delivery-given-up') ? true : undefined));
    channel.answer = () => 200;
    await postActivity(desk.url, channel.activity({ text: 'Quanto costa la spedizione?' }));
    expect(channel.taken.some(({ text }) => text?.includes('5,90'))).toBe(true);
    expect(channel.taken.length).toBeLessThan((await due(channel.threadId)).length);
  });

  test('gives up at once on a conversation that is gone', async () => {
    channel.answer = () => 404;
    await postActivity(desk.url, channel.activity({ text: 'ciao' }));
    expect(desk.troubles).toEqual(['delivery-given-up']);
  });

  test('takes an activity that comes again once', async () => {
    const activity = channel.activity({ text: 'Quanto costa la spedizione?' });
    await Promise.all([
      postActivity(desk.url, activity),
      postActivity(desk.url, activity),
      postActivity(desk.url, activity),
    ]);
    const messages = await desk.store.messages(channel.threadId, 0, 100);
    expect(messages.filter(({ author }) => author === 'customer').length).toBe(1);
    expect(channel.taken.length).toBe(messages.length - 1);
  });

  test.each(['msteams', 'webchat', 'directline', 'emulator', 'telegram'])(
    'reaches a customer who comes through %s, in the turn and later',
    async (channelId) => {
      const wait = (count: number) => until('the words', () => (channel.taken.length >= count ? true : undefined));
      await postActivity(desk.url, channel.activity({ text: 'vorrei parlare con un operatore', channelId }));
      const { id, thread } = await until('a conversation that waits', async () => (await desk.store.open())[0]);
      const inTheTurn = await due(thread.id);
      await wait(inTheTurn.length);
      await desk.turns.act(id, bruno, { kind: 'claim' });
      await desk.turns.act(id, bruno, { kind: 'say', text: 'Eccomi' });
      const all = await due(thread.id);
      await wait(all.length);
      expect(channel.taken.length).toBeGreaterThan(inTheTurn.length);
      expect(channel.taken.at(-1)?.text).toContain('Eccomi');
      expect(channel.taken.length).toBe(all.length);
      await until('the end of delivery', async () =>
        (await desk.store.undelivered(Number.MAX_SAFE_INTEGER, 1)).length === 0 ? true : undefined,
      );
    },
  );

  test('puts plain buttons where cards are not known, and hands replies back when asked for them in place', async () => {
    const reply = await postActivity(
      desk.url,
      channel.activity({ text: 'Quanto costa la spedizione?', channelId: 'emulator', deliveryMode: 'expectReplies' }),
    );
    expect(reply.status).toBe(200);
    expect(channel.taken).toEqual([]);
    const { activities } = JSON.parse(reply.body) as { activities: { text: string; suggestedActions?: object }[] };
    const sent = activities.map(({ text }) => text);
    expect(sent).toEqual(await due(channel.threadId.replace('msteams', 'emulator')));
    const { it } = desk.knowledge.wording;
    expect(activities.at(-1)?.suggestedActions).toMatchObject({
      actions: expect.arrayContaining([{ type: 'imBack', title: it.choices.yes.label, value: it.choices.yes.label }]),
    });
  });
});
