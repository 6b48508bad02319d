import { beforeEach, describe, expect, test } from 'vitest';

import type { Thread } from '../../bot/domain/conversation.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import { day, minute } from '../../bot/domain/time.ts';
import type { Change, Clock, Store } from '../../bot/service/ports.ts';
import { createTurns, type Incoming, type Turns } from '../../bot/service/turns.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import { sampleMind } from '../conversation/sample.ts';

const mind = sampleMind();
const thread: Thread = { id: 't1', channel: 'webchat', customer: { id: 'anna' }, language: 'it' };
const giulia = { id: 'giulia', name: 'Giulia' };

let store: Store;
let changes: Change[];
let logged: string[];
let now: number;
let turns: Turns;

beforeEach(async () => {
  store = await openStore('file::memory:');
  changes = [];
  logged = [];
  now = Date.parse('2026-11-23T10:00:00+01:00');
  turns = turnsWith(mind);
  return () => store.close();
});

describe('a turn', () => {
  test('is saved before anybody hears of it', async () => {
    const feed = createFeed();
    const seen: Promise<number>[] = [];
    feed.subscribe(({ threadId }) => seen.push(store.messages(threadId, 0, 100).then((all) => all.length)));
    await turnsWith(mind, { feed }).receive(thread, saying('dov’è il mio pacco', 'a1'));
    const counts = await Promise.all(seen);
    expect(counts).toEqual([(await store.messages('t1', 0, 100)).length]);
  });

  test('numbers its messages from 1, the customer’s own first, and tells the last number', async () => {
    const result = await turns.receive(thread, saying('dov’è il mio pacco', 'a1'));
    const saved = await store.messages('t1', 0, 100);
    expect(result).toMatchObject({ kind: 'taken', messages: saved });
    expect(saved.map(({ seq }) => seq)).toEqual(saved.map((_, index) => index + 1));
    expect(saved[0]).toMatchObject({ author: 'customer', text: 'dov’è il mio pacco' });
    expect(saved.find(({ answer }) => answer)?.answer).toMatchObject({ entry: 'track-order', revision: mind.revision });
    expect(changes.map(({ lastSeq }) => lastSeq)).toEqual([saved.length]);
  });

  test('that comes twice under one activity id is taken once', async () => {
    await turns.receive(thread, saying('dov’è il mio pacco', 'a1'));
    const before = await store.messages('t1', 0, 100);
    expect(await turns.receive(thread, saying('dov’è il mio pacco', 'a1'))).toEqual({ kind: 'duplicate' });
    expect(await store.messages('t1', 0, 100)).toEqual(before);
    expect(changes).toHaveLength(1);
  });

  test('of fifty that arrive at once on one thread is lost by none and doubled by none', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `messaggio numero ${index}`);
    await Promise.all(texts.map((text, index) => turns.receive(thread, saying(text, `a${index}`))));
    const saved = await store.messages('t1', 0, 1000);
    const customers = saved.filter(({ author }) => author === 'customer').map(({ text }) => text);
    expect(customers.toSorted()).toEqual(texts.toSorted());
    expect(saved.map(({ seq }) => seq)).toEqual(saved.map((_, index) => index + 1));
  });

  test('whose understanding fails is handed to a person, and the log tells the place but not the text', async () => {
    const failing: Mind = {
      ...mind,
      understand: (text) => {
        throw new Error(`cannot understand ${text}`);
      },
    };
    const result = await turnsWith(failing).receive(thread, saying('il mio segreto', 'a1'));
    expect(result).toMatchObject({ kind: 'taken', conversation: { status: 'waiting', handoff: { reason: 'failed' } } });
    expect((await store.messages('t1', 0, 100))[0]).toMatchObject({ author: 'customer', text: 'il mio segreto' });
    expect(logged.filter((line) => line.includes('step-failed'))).toHaveLength(1);
    expect(logged.join('\n')).not.toContain('segreto');
  });
});

describe('an agent', () => {
  test('claims, answers and resolves, and a colleague who comes second hears who was first', async () => {
    const id = await handedOver();
    expect(await turns.act(id, giulia, { kind: 'claim' })).toMatchObject({ conversation: { status: 'agent' } });
    expect(await turns.act(id, { id: 'marco', name: 'Marco' }, { kind: 'claim' })).toEqual({
      kind: 'refused',
      refusal: { code: 'already-claimed', by: giulia, since: expect.any(Number) },
    });
    await turns.act(id, giulia, { kind: 'say', text: 'Eccomi!' });
    expect(await turns.act(id, giulia, { kind: 'resolve', outcome: 'solved' })).toMatchObject({
      conversation: { status: 'closed', solved: 'agent' },
    });
    const last = (await store.messages('t1', 0, 100)).findLast(({ author }) => author === 'agent');
    expect(last).toMatchObject({ text: 'Eccomi!', agentName: 'Giulia' });
  });

  test('whose message is sent twice under one id says it once', async () => {
    const id = await handedOver();
    await turns.act(id, giulia, { kind: 'claim' });
    const say = { kind: 'say', text: 'Eccomi!', messageId: 'm1' } as const;
    expect(await turns.act(id, giulia, say)).toMatchObject({ kind: 'taken' });
    expect(await turns.act(id, giulia, say)).toEqual({ kind: 'duplicate' });
    const said = (await store.messages('t1', 0, 100)).filter(({ author }) => author === 'agent');
    expect(said.map(({ text }) => text)).toEqual(['Eccomi!']);
  });

  test('who names a conversation that is not there is told so', async () => {
    expect(await turns.act('nothing', giulia, { kind: 'claim' })).toEqual({ kind: 'unknown' });
  });

  test('whose message crosses the customer’s new question does not reopen what is over', async () => {
    const old = await handedOver();
    await turns.act(old, giulia, { kind: 'claim' });
    const resolved = turns.act(old, giulia, { kind: 'resolve', outcome: 'solved' });
    await store.conversation(old);
    const asked = turns.receive(thread, saying('quanto costa la spedizione', 'a9'));
    const said = turns.act(old, giulia, { kind: 'say', text: 'ancora io' });
    expect([(await resolved).kind, (await asked).kind]).toEqual(['taken', 'taken']);
    expect(await said).toEqual({ kind: 'refused', refusal: { code: 'closed' } });
    expect((await store.load('t1'))?.conversation).toMatchObject({ status: 'bot', lastAnswer: 'delivery-cost' });
  });

  test('cannot act on an episode that is over when the customer has begun a new one', async () => {
    const old = await handedOver();
    await turns.act(old, giulia, { kind: 'claim' });
    await turns.act(old, giulia, { kind: 'resolve', outcome: 'solved' });
    await turns.receive(thread, saying('quanto costa la spedizione', 'a9'));
    expect(await turns.act(old, giulia, { kind: 'say', text: 'ancora io' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'closed' },
    });
  });
});

test('a customer who was asked for a rating in one chat is not asked again in the next within seven days', async () => {
  const solved = async (threadId: string) => {
    const chat = { ...thread, id: threadId };
    await turns.receive(chat, saying('quanto costa la spedizione', 'q'));
    return await turns.receive(chat, saying('sì', 'y'));
  };
  expect(await solved('t1')).toMatchObject({ conversation: { status: 'closed', pending: { kind: 'rating' } } });
  expect(await solved('t2')).toMatchObject({ conversation: { status: 'closed', pending: { kind: 'none' } } });
  now += 7 * day;
  expect(await solved('t3')).toMatchObject({ conversation: { status: 'closed', pending: { kind: 'rating' } } });
});

describe('the clock', () => {
  test('takes what is due, once, and offers to leave a contact when nobody claimed in time', async () => {
    await handedOver();
    expect(await turns.takeDue()).toBe(0);
    now += (mind.policy.claimMinutes + 1) * minute;
    expect(await turns.takeDue()).toBe(1);
    expect((await store.load('t1'))?.conversation.pending).toEqual({ kind: 'contact' });
    expect(await turns.takeDue()).toBe(0);
  });
});

async function handedOver(): Promise<string> {
  const result = await turns.receive(thread, saying('vorrei parlare con un operatore', 'a1'));
  if (result.kind !== 'taken') throw new Error(`The request for a person came out as ${result.kind}.`);
  return result.conversation.id;
}

function turnsWith(mindInForce: Mind, { feed = createFeed() } = {}): Turns {
  feed.subscribe((change) => changes.push(change));
  let events = 0;
  const clock: Clock = { now: () => now, newId: () => `event-${(events += 1)}` };
  const log = (...line: unknown[]) => logged.push(JSON.stringify(line));
  return createTurns({ store, feed, clock, mind: () => mindInForce, log, meter: { turn: () => {} } });
}

function saying(text: string, activityId: string): Incoming {
  return { kind: 'message', text, origin: { activityId } };
}
