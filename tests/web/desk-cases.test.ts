import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaleClaims } from '../../bot/service/stale-claims.ts';
import { silentLog } from '../../bot/service/log.ts';
import type { ShownConversation, ShownSuggestions } from '../../bot/web/desk-conversations.ts';
import { plainText } from '../../bot/web/desk-markdown.ts';
import { sampleKnowledge } from '../conversation/sample.ts';
import { openDesk, simpleMind, type Answer, type Caller, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;
let giulia: Caller;
let luca: Caller;
let lucaId: string;
let giuliaId: string;

beforeAll(async () => {
  desk = await openDesk();
  giulia = await desk.signIn('giulia');
  luca = await desk.signIn('luca');
  const accounts = await desk.accounts.list();
  [giuliaId, lucaId] = ['giulia', 'luca'].map((name) => accounts.find(({ login }) => login === name)?.id ?? '') as [
    string,
    string,
  ];
});
afterAll(() => desk.close());

const act = (who: Caller, id: string, name: string, body?: unknown) =>
  who.post(`/desk/api/conversations/${id}/${name}`, body);
const outcome = ({ status, body }: Answer) => [status, (body as { error?: { code: string } }).error?.code ?? 'done'];
const shown = async (id: string) => (await giulia.get(`/desk/api/conversations/${id}`)).body as ShownConversation;

test('a conversation is passed to a colleague with a note, and to nobody who is no agent', async () => {
  const id = await desk.says('Marta', 'vendete mongolfiere?');
  await act(giulia, id, 'claim');
  expect(outcome(await act(giulia, id, 'transfer', { to: 'nobody' }))).toEqual([409, 'no-agent']);
  expect(outcome(await act(luca, id, 'transfer', { to: lucaId }))).toEqual([409, 'not-yours']);
  const note = { id: randomUUID(), text: 'Vuole un preventivo.' };
  expect(outcome(await act(giulia, id, 'transfer', { to: lucaId, note }))).toEqual([200, 'done']);
  const { agent, notes, messages } = await shown(id);
  expect([agent?.name, notes.map(({ text, agent: by }) => [by.name, text])]).toEqual([
    'Luca',
    [['Giulia', 'Vuole un preventivo.']],
  ]);
  expect(messages.some(({ text }) => text.includes('preventivo'))).toBe(false);
  const refused = await act(giulia, id, 'say', { text: 'ciao' });
  expect((refused.body as { error: object }).error).toMatchObject({ code: 'not-yours', by: 'Luca' });
});

test('a note is kept once, in whatever state, and no message of the thread', async () => {
  const id = await desk.says('Elena', 'tempi di consegna?');
  const note = { id: randomUUID(), text: 'Cliente abituale' };
  expect(outcome(await act(luca, id, 'note', note))).toEqual([200, 'done']);
  expect(outcome(await act(luca, id, 'note', note))).toEqual([200, 'done']);
  expect(outcome(await act(luca, 'nowhere', 'note', note))).toEqual([404, 'no-conversation']);
  expect((await shown(id)).notes.map(({ text }) => text)).toEqual(['Cliente abituale']);
  const thread = await desk.store.messages('thread-of-Elena', 0, 100);
  expect(JSON.stringify(thread)).not.toContain('abituale');
});

test('what the bot holds is taken over; closed as spam it is found among the closed ones', async () => {
  const id = await desk.says('Carlo', 'la mia consegna magica');
  expect(outcome(await act(giulia, id, 'claim'))).toEqual([409, 'not-waiting']);
  expect(outcome(await act(giulia, id, 'take-over'))).toEqual([200, 'done']);
  expect(outcome(await act(giulia, id, 'resolve', { outcome: 'dull' }))).toEqual([400, 'bad-input']);
  expect(outcome(await act(giulia, id, 'resolve', { outcome: 'spam' }))).toEqual([200, 'done']);
  const found = await giulia.get('/desk/api/conversations/closed?q=magic%20carlo');
  expect(found.body).toMatchObject({ lines: [{ id, status: 'closed', outcome: 'spam', reason: { code: 'taken' } }] });
  expect((await giulia.get('/desk/api/conversations/closed?q=mongolfiera+blu')).body).toEqual({ lines: [] });
  expect((await giulia.get('/desk/api/conversations/closed?before=x')).status).toBe(400);
});

test('answers and replies are suggested, and an answer that is sent counts as one of the agent', async () => {
  const id = await desk.says('Paola', 'quando arriva la consegna dell’ordine BA-123456? operatore');
  await act(giulia, id, 'claim');
  const suggested = (await giulia.get(`/desk/api/conversations/${id}/suggestions?text=consegna`))
    .body as ShownSuggestions;
  const [answer] = suggested.answers;
  expect([answer?.entry, answer?.confidence]).toEqual(['delivery-time', 0.95]);
  expect([answer?.html.startsWith('<p>'), answer?.text.includes('**')]).toEqual([true, false]);
  const replies = (await giulia.get(`/desk/api/conversations/${id}/suggestions?text=saluto%20reso`))
    .body as ShownSuggestions;
  expect(replies.replies.find((each) => each.id === 'greeting')?.text).toMatch(/^Buongiorno Paola, sono Giulia di /);
  expect(replies.replies.find((each) => each.id === 'return-steps')).toMatchObject({
    text: expect.stringContaining("l'ordine BA-123456") as string,
    missing: [],
  });
  await act(giulia, id, 'say', { text: answer?.text, entry: 'delivery-time' });
  const { answered, messages, delivery } = await shown(id);
  expect(answered.at(-1)).toMatchObject({ entry: 'delivery-time', confidence: 1, by: 'agent', title: answer?.title });
  expect(messages.at(-1)).toMatchObject({ author: 'agent', answer: { entry: 'delivery-time' } });
  expect(delivery.state).toBe('waiting');
});

test('an editor’s answer is suggested as a person would write it: bullets, numbers, addresses behind their words, no signs', () => {
  const answer = [
    '## Resi',
    'Il reso è **gratuito** entro _30 giorni_,',
    'come dice la [guida](https://www.shop.example/resi_e_cambi).',
    '',
    '1. Apri `Ordini`',
    '2. Stampa [www.shop.example](https://www.shop.example)',
    '   - due copie',
    '',
    '- [Traccia il reso](https://www.shop.example/r?a=1)',
    '- Scrivi a <aiuto@shop.example>',
    '',
    '| Peso | Costo |',
    '| --- | --- |',
    '| 2 kg | 5 € |',
    '',
    '```',
    'codice 7',
    '```',
  ].join('\n');
  expect(plainText(answer)).toBe(
    [
      'Resi',
      '',
      'Il reso è gratuito entro 30 giorni,',
      'come dice la guida (https://www.shop.example/resi_e_cambi).',
      '1. Apri Ordini',
      '2. Stampa www.shop.example (https://www.shop.example)',
      '  • due copie',
      '• Traccia il reso: https://www.shop.example/r?a=1',
      '• Scrivi a aiuto@shop.example',
      'Peso · Costo',
      '2 kg · 5 €',
      '',
      'codice 7',
    ].join('\n'),
  );
  const texts = sampleKnowledge().entries.flatMap(({ texts: { it, en } }) =>
    [it, en].flatMap((each) => each?.answers ?? []),
  );
  expect(texts.map(plainText).filter((text) => /\*\*|\]\(|^ *[-*] /m.test(text))).toEqual([]);
  expect(texts.map(plainText).some((text) => /^• /m.test(text))).toBe(true);
});

test('what is suggested follows what the customer says to the agent, but for a word of thanks', async () => {
  const id = await desk.says('Rosa', 'vendete mongolfiere?');
  await act(giulia, id, 'claim');
  const first = async () => {
    const { body } = await giulia.get(`/desk/api/conversations/${id}/suggestions?text=`);
    return (body as ShownSuggestions).answers[0]?.confidence;
  };
  expect(await first()).toBeLessThan(0.5);
  await desk.says('Rosa', 'e quando arriva la consegna?');
  expect(await first()).toBe(0.95);
  await desk.says('Rosa', 'grazie');
  expect(await first()).toBe(0.95);
});

test('the audit log says how a conversation ended, and spam is no solution', async () => {
  const id = await desk.says('Elio', 'vendete mongolfiere?');
  await act(giulia, id, 'claim');
  await act(giulia, id, 'resolve', { outcome: 'spam' });
  const lines = await desk.store.auditLines({ act: 'conversations.resolve', limit: 1 });
  expect(lines.map(({ object, facts }) => [object, facts])).toEqual([[id, { status: 200, outcome: 'spam' }]]);
});

test('only who holds the conversation is seen writing', async () => {
  const id = await desk.says('Ugo', 'vendete mongolfiere?');
  const heard: string[] = [];
  desk.feed.onSignal((signal) => heard.push(signal.kind));
  expect(outcome(await act(giulia, id, 'typing'))).toEqual([409, 'not-yours']);
  await act(giulia, id, 'claim');
  expect(outcome(await act(luca, id, 'typing'))).toEqual([409, 'not-yours']);
  expect(outcome(await act(giulia, id, 'typing'))).toEqual([200, 'done']);
  expect(heard).toEqual(['agent-typing']);
});

test('who waits for an agent who is gone is back in the queue after away_claim_minutes', async () => {
  const id = await desk.says('Sara', 'vendete mongolfiere?');
  await act(luca, id, 'claim');
  const left = desk.presence.arrived(lucaId);
  const { store, turns, presence, clock } = desk;
  const take = createStaleClaims({ store, turns, presence, clock, mind: simpleMind, log: silentLog });
  desk.clock.pass(200_000);
  await take();
  expect((await shown(id)).status).toBe('agent');
  left();
  desk.clock.pass(45_000 + 179_000);
  await take();
  expect((await shown(id)).status).toBe('agent');
  desk.clock.pass(2_000);
  await take();
  expect((await shown(id)).status).toBe('waiting');
});

test('what an agent who is away claims, or is passed, stays theirs for away_claim_minutes', async () => {
  const { store, turns, presence, clock } = desk;
  const take = createStaleClaims({ store, turns, presence, clock, mind: simpleMind, log: silentLog });
  const claimed = await desk.says('Olga', 'vendete mongolfiere?');
  const passed = await desk.says('Pina', 'vendete mongolfiere?');
  presence.report(lucaId, 'away', 'choice');
  const leave = presence.arrived(giuliaId);
  clock.pass(600_000);
  await act(luca, claimed, 'claim');
  await act(giulia, passed, 'claim');
  await act(giulia, passed, 'transfer', { to: lucaId });
  await take();
  expect([(await shown(claimed)).status, (await shown(passed)).status]).toEqual(['agent', 'agent']);
  clock.pass(181_000);
  await take();
  expect([(await shown(claimed)).status, (await shown(passed)).status]).toEqual(['waiting', 'waiting']);
  leave();
});

test('an agent who takes no more customers finishes with those they have, unless one waits for away_claim_minutes', async () => {
  const { store, turns, presence, clock } = desk;
  const take = createStaleClaims({ store, turns, presence, clock, mind: simpleMind, log: silentLog });
  const leave = presence.arrived(lucaId);
  const id = await desk.says('Rita', 'vendete mongolfiere?');
  await act(luca, id, 'claim');
  await act(luca, id, 'say', { text: 'Buongiorno, guardo subito.' });
  presence.report(lucaId, 'away', 'choice');
  clock.pass(600_000);
  await desk.says('Rita', 'grazie, aspetto qui');
  await take();
  expect((await shown(id)).status).toBe('agent');
  clock.pass(181_000);
  await take();
  expect((await shown(id)).status).toBe('waiting');
  leave();
});
