import { afterAll, beforeAll, expect, test } from 'vitest';
import { bruno, type Desk, openDesk, until } from './open-desk.ts';
import { type Card, type Playground, type Shown, startPlayground } from './playground.ts';
import { ratings } from '../store/given.ts';

let desk: Desk;
let teams: Playground;

beforeAll(async () => {
  desk = await openDesk();
  teams = await startPlayground(`${desk.url}/api/messages`);
});

afterAll(async () => {
  teams.close();
  await desk.close();
});

test('a customer in Teams is greeted, answered, handed to a person and asked for a rating on a card', async () => {
  const { it, en } = desk.knowledge.wording;
  await teams.install();
  await teams.next('the greeting', (message) => message.text?.includes(desk.knowledge.botName) === true);

  await teams.say('Quanto costa la spedizione?');
  await teams.next('the answer', (message) => message.text?.includes('5,90') === true);
  const offered = await teams.next('the choices', (message) => card(message) !== undefined);
  const related = card(offered)?.actions.find(({ data }) => choice(data).startsWith('entry:'));
  await teams.submit(offered, related?.data);
  const entry = desk.knowledge.entries.find(({ id }) => `entry:${id}` === choice(related?.data));
  const answer = entry?.texts.it?.answers[0]?.trim().split('\n')[0] ?? '?';
  await teams.next('the related answer', (message) => message.text?.includes(answer) === true);

  await teams.say('vorrei parlare con un operatore');
  await teams.next('the handoff', (message) => message.text?.includes(it.waiting.queued) === true);
  const waiting = await until('a conversation that waits', async () => (await desk.store.open())[0]);
  await desk.turns.act(waiting.id, bruno, { kind: 'claim' });
  desk.feed.signal({ kind: 'agent-typing', threadId: waiting.thread.id, conversationId: waiting.id, agent: bruno });
  await desk.turns.act(waiting.id, bruno, { kind: 'say', text: 'Eccomi, sono *qui*' });
  await teams.next("the agent's words", (message) => message.text?.includes(String.raw`Eccomi, sono \*qui\*`) === true);
  await teams.say('grazie, risolto');
  await until('what the customer says to the agent', async () => {
    const messages = await desk.store.messages(waiting.thread.id, 0, 100);
    return messages.find(({ text }) => text === 'grazie, risolto');
  });
  await desk.turns.act(waiting.id, bruno, { kind: 'resolve', outcome: 'solved' });

  const rating = await teams.next('the rating card', (message) => card(message)?.actions.length === 5);
  expect(rating.text ?? '').toBe('');
  const shown = card(rating);
  expect(shown).toMatchObject({ version: '1.4', body: [{ type: 'TextBlock', wrap: true }] });
  const asked = [it, en].map(({ rating }) => rating.scales['csat-5']);
  const points = asked.find((scale) => shown?.body[0]?.text.includes(scale?.ask ?? '') === true)?.points;
  expect(shown?.actions.map(({ type, title, data }) => [type, title, choice(data)])).toEqual(
    points?.map(({ label }, index) => ['Action.Submit', label, `rating:${index + 1}`]),
  );
  await teams.submit(rating, shown?.actions[4]?.data);
  const thanks = [it.rating.thanks, en.rating.thanks];
  await teams.next('the thanks', ({ text }) => thanks.some((words) => text?.includes(words)));

  expect(await ratings(desk.store)).toMatchObject([{ scale: 'csat-5', n: 1, distribution: [0, 0, 0, 0, 1] }]);
  const settled = await until('the result on the card', () =>
    teams.changed.find(({ messageId }) => messageId === rating.messageId),
  );
  expect(card(settled)).toMatchObject({ body: [{}, { text: `✓ ${shown?.actions[4]?.title}` }], actions: [] });
  expect(desk.troubles).toEqual([]);
  const threadId = waiting.thread.id;
  const [customers, others] = partition(
    await desk.store.messages(threadId, 0, 100),
    ({ author }) => author === 'customer',
  );
  expect(customers.map(({ text }) => text)).toContain(related?.title);
  // Teams shows a text with a card as two messages, so what was sent is counted by the texts.
  expect(teams.shown.filter(({ text }) => text).length).toBe(others.filter(({ asks }) => asks !== 'rating').length);
  // The note of what was delivered follows what is delivered.
  await until('the note that all was delivered', async () => {
    const delivery = await desk.store.delivery(threadId);
    return delivery?.deliveredSeq === customers.length + others.length ? delivery : undefined;
  });
});

function card(message: Shown): Card | undefined {
  return message.attachments?.find(({ contentType }) => contentType.endsWith('card.adaptive'))?.content;
}

function choice(data: unknown): string {
  return (data as { choice?: string } | undefined)?.choice ?? '';
}

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}
