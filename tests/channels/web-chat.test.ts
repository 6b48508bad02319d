import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Signal } from '../../bot/service/ports.ts';
import { type Client, connect, newToken } from './direct-line-client.ts';
import { bruno, type Desk, type DeskOptions, openDesk, until, workingHours } from './open-desk.ts';
import { ratings } from '../store/given.ts';

/* Microsoft's Direct Line client, whole conversations, against the real desk. */

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  ends.push(() => desk.close());
  return desk;
}

function online(url: string, options: object): Client {
  const client = connect(url, options);
  ends.push(() => client.end());
  return client;
}

async function chat(desk: Desk): Promise<{ client: Client; token: string; conversationId: string }> {
  const { token, conversationId } = await newToken(desk.url, { locale: 'it-IT' });
  return { client: online(desk.url, { token }), token, conversationId };
}

const fromBot = ({ from }: { from: { role: string } }) => from.role === 'bot';

describe('a customer in the web chat', () => {
  test('and the agent see each other writing, and the desk knows what has arrived', async () => {
    const desk = await open();
    const { it } = desk.knowledge.wording;
    const signals: Signal[] = [];
    desk.feed.onSignal((signal) => signals.push(signal));
    const { client } = await chat(desk);
    await client.post({ type: 'typing' });
    await client.post({ type: 'message', text: 'operatore', channelData: { page: 'https://shop.example/tazze' } });
    await client.next('the handoff', ({ text }) => text.includes(it.waiting.queued));
    const stored = await until('a conversation that waits', async () => (await desk.store.open())[0]);
    expect(stored.place).toEqual({ page: 'https://shop.example/tazze' });
    const { id: conversationId, thread } = stored;
    await desk.turns.act(conversationId, bruno, { kind: 'claim' });

    await client.post({ type: 'typing' });
    await until('the customer’s writing', async () => signals.find(({ kind }) => kind === 'customer-typing'));
    desk.feed.signal({ kind: 'agent-typing', threadId: thread.id, conversationId, agent: bruno });
    const typing = await client.next('the agent’s writing', ({ type }) => type === 'typing');
    expect(typing.from).toMatchObject({ name: bruno.name, role: 'bot' });

    await desk.turns.act(conversationId, bruno, { kind: 'say', text: 'Eccomi' });
    await client.next('the agent', ({ text }) => text.includes('Eccomi'));
    const said = (await desk.store.transcript(conversationId)).findLast(({ author }) => author === 'agent');
    await expect.poll(async () => (await desk.store.threadDelivery(thread.id))?.deliveredSeq).toBe(said?.seq);
    await until('the note of delivery', async () => signals.find(({ kind }) => kind === 'delivered'));
    expect(signals.filter(({ kind }) => kind === 'customer-typing')).toEqual([
      { kind: 'customer-typing', conversationId },
    ]);
  });

  test('is greeted, answered, handed to a person, helped and asked for a rating', async () => {
    const desk = await open();
    const { it } = desk.knowledge.wording;
    const { client, conversationId } = await chat(desk);

    const greeting = await client.next('the greeting', fromBot);
    expect(greeting.text).toContain(desk.knowledge.botName);

    await client.post({
      type: 'message',
      text: 'Quanto costa la spedizione?',
      channelData: { clientActivityID: 'x1' },
    });
    const echo = await client.next('the echo', ({ from }) => from.role === 'user');
    expect(echo).toMatchObject({
      id: 'c.x1',
      text: 'Quanto costa la spedizione?',
      textFormat: 'plain',
      channelData: { clientActivityID: 'x1' },
    });
    const answer = await client.next('the answer', fromBot);
    expect(answer.text).toContain('5,90');

    await client.post({ type: 'message', text: 'vorrei parlare con un operatore' });
    await client.next('the handoff', ({ text }) => text.includes(it.waiting.queued));
    const stored = await until('a conversation that waits', async () => (await desk.store.open())[0]);
    await desk.turns.act(stored.id, bruno, { kind: 'claim' });
    await desk.turns.act(stored.id, bruno, { kind: 'say', text: 'Eccomi! 2 * 3 <b>e</b>\nhttps://shop.example/a_b.' });
    const agent = await client.next("the agent's words", ({ from }) => from.id === 'agent');
    expect(agent.textFormat).toBe('markdown');
    expect(agent.text).toContain('Bruno\\_B');
    expect(agent.text).toContain(
      '2 \\* 3 &lt;b&gt;e&lt;/b&gt;  \n[https://shop.example/a\\_b](https://shop.example/a%5Fb).',
    );
    await desk.turns.act(stored.id, bruno, { kind: 'resolve', outcome: 'solved' });

    const question = await client.next(
      'the rating question',
      ({ suggestedActions }) => suggestedActions?.actions.length === 5,
    );
    const five = question.suggestedActions?.actions[4];
    const label = it.rating.scales['csat-5']?.points[4]?.label;
    expect(five).toEqual({
      type: 'messageBack',
      title: label,
      text: label,
      displayText: label,
      value: { choice: 'rating:5' },
    });
    await client.press(five!);
    const pressed = await client.next('the press', ({ from }) => from.role === 'user');
    expect(pressed.text).toBe(label);
    await client.next('the thanks', ({ text }) => text.includes(it.rating.thanks));

    expect(await ratings(desk.store)).toMatchObject([{ scale: 'csat-5', n: 1, distribution: [0, 0, 0, 0, 1] }]);
    const seqs = client.heard.map(({ channelData }) => channelData['webchat:sequence-id']);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect((await desk.store.messages(`webchat:${conversationId}`, 0, 100)).length).toBe(seqs.length);
    expect(desk.troubles).toEqual([]);
  });

  test('is greeted in the language of the browser', async () => {
    const desk = await open();
    const { token } = await newToken(desk.url, { locale: 'en-GB' });
    const client = online(desk.url, { token, conversationStartProperties: { locale: 'en-GB' } });
    const greeting = await client.next('the greeting', fromBot);
    expect(greeting).toMatchObject({ locale: 'en' });
  });

  test('has the whole history after a reload, and goes on', async () => {
    const desk = await open();
    const { client, token, conversationId } = await chat(desk);
    await client.next('the greeting', fromBot);
    await client.post({ type: 'message', text: 'ciao', channelData: { clientActivityID: 'a' } });
    await client.next('the reply', ({ from }) => from.role === 'user');
    await client.next('the reply', fromBot);
    client.end();

    const again = online(desk.url, { token, conversationId });
    await until('the history', () => (again.heard.length === client.heard.length ? true : undefined));
    expect(again.heard).toEqual(client.heard);
    await again.post({ type: 'message', text: 'e la garanzia?' });
    await again.next('the new message', ({ text }) => text === 'e la garanzia?');
  });

  test('misses nothing and sees nothing twice when the server is restarted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-channels-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const databaseUrl = `file:${join(folder, 'desk.db')}`;
    const first = await openDesk({ databaseUrl });
    const { client } = await chat(first);
    await client.next('the greeting', fromBot);
    await client.post({ type: 'message', text: 'vorrei parlare con un operatore' });
    const waiting = await until('the handoff', async () =>
      (await first.store.open()).find((each) => each.status === 'waiting'),
    );
    await client.next('its words', fromBot);
    await first.close();

    const second = await open({ databaseUrl, port: first.port });
    await second.turns.act(waiting.id, bruno, { kind: 'claim' });
    await second.turns.act(waiting.id, bruno, { kind: 'say', text: 'Buongiorno' });
    await client.next('words said while the client was away', ({ text }) => text.includes('Buongiorno'));
    await client.post({ type: 'message', text: 'Buongiorno a lei' });
    await client.next('an answer', ({ text }) => text === 'Buongiorno a lei');
    const seqs = client.heard.map(({ channelData }) => channelData['webchat:sequence-id']);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  }, 60_000);

  test('who sends a message twice under one name is heard once', async () => {
    const desk = await open();
    const { client, conversationId } = await chat(desk);
    await client.next('the greeting', fromBot);
    const message = { type: 'message', text: 'ciao', channelData: { clientActivityID: 'same' } };
    expect([await client.post(message), await client.post(message)]).toEqual(['c.same', 'c.same']);
    const own = (await desk.store.messages(`webchat:${conversationId}`, 0, 100)).filter(
      ({ author }) => author === 'customer',
    );
    expect(own).toMatchObject([{ text: 'ciao' }]);
  });

  test('hears in the chat itself that a file is refused, and loses nothing', async () => {
    const desk = await open();
    const { token, conversationId } = await newToken(desk.url);
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(30_000)], { type: 'image/png' }), 'a.png');
    const response = await fetch(`${desk.url}/v3/directline/conversations/${conversationId}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BadArgument' } });
  });

  test('reads by polling where WebSockets do not pass', async () => {
    const desk = await open();
    const { token } = await newToken(desk.url);
    const client = online(desk.url, { token, webSocket: false, pollingInterval: 200 });
    await client.next('the greeting', fromBot);
    await client.post({ type: 'message', text: 'ciao' });
    await client.next('the reply', fromBot);
    const seqs = client.heard.map(({ channelData }) => channelData['webchat:sequence-id']);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  test('whose token has run out is told so for good', async () => {
    let ahead = 0;
    const clock = workingHours();
    const desk = await open({ clock: { ...clock, now: () => clock.now() + ahead } });
    const { client } = await chat(desk);
    await client.next('the greeting', fromBot);
    ahead = 61 * 60_000;
    expect(await client.post({ type: 'message', text: 'ciao' })).toBe('retry');
    expect(client.statuses).toContain(3);
  });
});
