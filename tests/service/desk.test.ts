import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agent } from '../../bot/domain/conversation.ts';
import { createDesk, type Desk } from '../../bot/service/desk.ts';
import { openDesk, simpleMind, type GivenDesk } from '../web/desk-given.ts';

const giulia: Agent = { id: 'a1', name: 'Giulia' };
const luca: Agent = { id: 'a2', name: 'Luca' };
const entry = { actor: giulia, act: 'conversations.act' };

let given: GivenDesk;
let desk: Desk;

beforeAll(async () => {
  const mind = simpleMind();
  given = await openDesk(mind);
  desk = createDesk({ ...given, mind: () => mind });
});
afterAll(() => given.close());

test('the desk: a customer waits, is claimed, answered, released, claimed by another and resolved', async () => {
  const id = await given.says('Marta', 'vendete mongolfiere?');
  expect((await desk.queue()).lines).toEqual([
    {
      id,
      status: 'waiting',
      channel: 'webchat',
      language: 'it',
      customer: 'Marta',
      reason: { code: 'unsure' },
      question: 'vendete mongolfiere?',
      queuedAt: expect.any(Number) as number,
      openedAt: expect.any(Number) as number,
      lastAt: expect.any(Number) as number,
    },
  ]);
  expect((await desk.act(id, giulia, { kind: 'claim' }, entry)).kind).toBe('taken');
  expect(await desk.act(id, luca, { kind: 'claim' }, entry)).toEqual({
    kind: 'refused',
    refusal: { code: 'already-claimed', by: giulia, since: expect.any(Number) as number },
  });
  await desk.act(id, giulia, { kind: 'say', text: 'Buongiorno!' }, entry);
  await given.says('Marta', 'buongiorno a lei');
  const [held] = (await desk.queue()).lines;
  expect([held?.status, held?.agent, typeof held?.unansweredAt]).toEqual(['agent', giulia, 'number']);
  await desk.act(id, giulia, { kind: 'release' }, entry);
  expect((await desk.act(id, giulia, { kind: 'say', text: 'ancora io' }, entry)).kind).toBe('refused');
  await desk.act(id, luca, { kind: 'claim' }, entry);
  await desk.act(id, luca, { kind: 'resolve', outcome: 'solved' }, entry);
  expect((await desk.queue()).lines).toEqual([]);
  const closed = await desk.conversation(id);
  expect([closed?.status, closed?.solved]).toEqual(['closed', 'agent']);
  const said = closed?.messages.filter(({ author }) => author === 'customer' || author === 'agent');
  expect(said?.map(({ author, agentName, text }) => [author, agentName, text])).toEqual([
    ['customer', undefined, 'vendete mongolfiere?'],
    ['agent', 'Giulia', 'Buongiorno!'],
    ['customer', undefined, 'buongiorno a lei'],
  ]);
});

test('the brief: why a person is needed, and what the bot made of each question', async () => {
  await given.says('Paolo', 'tempi di consegna?');
  const id = await given.says('Paolo', 'voglio un operatore');
  const brief = await desk.conversation(id);
  expect(brief?.reason).toEqual({ code: 'requested', title: 'Parlare con una persona' });
  expect(brief?.questions.map(({ text, decision, candidates }) => [text, decision, candidates[0]])).toEqual([
    [
      'tempi di consegna?',
      'answer',
      { id: 'delivery-time', title: 'Quanto tempo ci vuole per la consegna?', confidence: 0.95 },
    ],
    ['voglio un operatore', 'answer', { id: 'talk-to-human', title: 'Parlare con una persona', confidence: 1 }],
  ]);
  await desk.act(id, giulia, { kind: 'claim' }, entry);
  await desk.act(id, giulia, { kind: 'resolve', outcome: 'solved' }, entry);
});

test('those that wait longest come first, and a released one keeps its place', async () => {
  const ids: string[] = [];
  for (const customer of ['Uno', 'Due', 'Tre']) {
    ids.push(await given.says(customer, 'vendete mongolfiere?'));
    given.clock.pass(1000);
  }
  await desk.act(ids[0] ?? '', giulia, { kind: 'claim' }, entry);
  await desk.act(ids[0] ?? '', giulia, { kind: 'release' }, entry);
  await desk.act(ids[1] ?? '', luca, { kind: 'claim' }, entry);
  const lines = (await desk.queue()).lines;
  expect(lines.map(({ customer, status }) => [customer, status])).toEqual([
    ['Uno', 'waiting'],
    ['Tre', 'waiting'],
    ['Due', 'agent'],
  ]);
});

test('an unknown conversation is nobody’s', async () => {
  expect(await desk.conversation('nowhere')).toBeUndefined();
  expect(await desk.act('nowhere', giulia, { kind: 'claim' }, entry)).toEqual({ kind: 'unknown' });
});
