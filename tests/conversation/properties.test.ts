import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Event } from '../../bot/domain/event.ts';
import type { Draft } from '../../bot/domain/message.ts';
import type { Outcome } from '../../bot/domain/outcome.ts';
import { isOpen } from '../../bot/domain/hours.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { newConversation, step } from '../../bot/conversation/step.ts';
import { timeout } from '../../bot/conversation/timeouts.ts';
import { transition } from '../../bot/conversation/transitions.ts';
import { giulia, literalMind, marco, morning, thread } from './mind.ts';

/* Whatever customers, agents and time do, in whatever order: these sentences stay true. */

const mind = literalMind();
const texts = [
  '=track-order',
  '=delivery-cost',
  '=greeting',
  '=thanks',
  '=help',
  '=goodbye',
  '=restart',
  '=affirm',
  '=deny',
  '=not-helpful',
  '=not-helpful',
  '=not-helpful',
  '=talk-to-human',
  '=complaint',
  '=gone',
  '?refund-policy,refund-track',
  '?talk-to-human',
  '#',
  'boh',
  'sì',
  'no',
  '1',
  '2',
  '5',
  'annulla',
  'operatore',
  'ottimo',
  'a@b.it',
  '333 1234567',
  '',
  'x'.repeat(2_001),
];
const values = [
  'yes',
  'no',
  'none',
  'person',
  'cancel',
  'entry:track-order',
  'entry:gone',
  'rating:1',
  'rating:5',
  '?',
];

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('message' as const), text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('press' as const), value: fc.constantFrom(...values) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('opened' as const, 'failed' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('due' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('claim' as const, 'agent-message' as const, 'release' as const, 'resolve' as const),
      agent: fc.constantFrom(giulia, marco),
    }),
  },
);
// From a moment to most of a day, so that every timeout and the closing hour come in between.
const pause = fc.constantFrom(0, 1, 1, 2, 4, 11, 31, 61, 800);
const chat = fc.array(fc.tuple(action, pause), { minLength: 1, maxLength: 40 });

interface Taken {
  readonly before: Conversation;
  readonly event: Event;
  readonly outcome: Outcome;
}

describe('in every chat', () => {
  test('a step never throws, is the same twice, and changes nothing that it was given', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome }) => !isDeepStrictEqual(step(before, event, mind), outcome)),
      ),
    ).toEqual([]);
  });

  test('statuses follow each other as the transition table says', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome }) => {
          const allowed = transition(before, event);
          return 'code' in allowed || !allowed.includes(outcome.conversation.status);
        }),
      ),
    ).toEqual([]);
  });

  test('the bot says nothing while an agent holds the conversation', () => {
    expect(
      exceptions((taken) =>
        taken
          .filter(({ before, outcome }) => before.status === 'agent' && outcome.conversation.status === 'agent')
          .flatMap(({ outcome }) => outcome.messages.filter(({ author }) => author === 'bot')),
      ),
    ).toEqual([]);
  });

  test('what the customer wrote is the first message of its turn', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ event, outcome }) => event.kind === 'message' && outcome.messages[0]?.author !== 'customer'),
      ),
    ).toEqual([]);
  });

  test('the bot first says what it is, and only once', () => {
    expect(
      exceptions((taken) =>
        conversations(taken).filter(({ messages }) => {
          const bot = messages.filter(({ author }) => author === 'bot');
          const disclosures = bot.map(({ text }) => text.includes('assistente automatica'));
          return disclosures.indexOf(true) !== (bot.length === 0 ? -1 : 0) || disclosures.lastIndexOf(true) > 0;
        }),
      ),
    ).toEqual([]);
  });

  test('a rating is asked once a conversation and once in seven days, and given once, after it was asked', () => {
    expect(
      exceptions((taken) => {
        const asked = new Map<string, number>();
        const given = new Set<string>();
        return taken
          .flatMap(({ outcome }) => outcome.rating ?? [])
          .filter((change) => {
            if (change.kind === 'given') {
              const fine = asked.has(change.conversationId) && !given.has(change.conversationId);
              given.add(change.conversationId);
              return !fine;
            }
            const { conversationId, askedAt } = change.request;
            const last = [...asked.values()].at(-1) ?? -Infinity;
            const fine = !asked.has(conversationId) && askedAt - last >= 7 * day;
            asked.set(conversationId, askedAt);
            return !fine;
          });
      }),
    ).toEqual([]);
  });

  test('a conversation is closed with a time and a cause, an open one has neither', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter(({ status, closedAt, solved, unansweredAt, pending }) => {
          const closed = status === 'closed';
          const open = unansweredAt !== undefined || !['none', 'rating'].includes(pending.kind);
          return closed !== (closedAt !== undefined) || closed !== (solved !== undefined) || (closed && open);
        }),
      ),
    ).toEqual([]);
  });

  test('who waits has a handoff, and who is with an agent has one', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter(({ status, handoff, agent, claimedAt, pending }) => {
          if (status === 'waiting') return handoff === undefined || agent !== undefined;
          if (status === 'agent') return !agent || claimedAt === undefined || pending.kind !== 'none';
          return false;
        }),
      ),
    ).toEqual([]);
  });

  test('who waits began to wait within opening hours, and no longer when the time of closing has been taken', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ event, outcome: { conversation } }) => {
          const { status, handoff } = conversation;
          if (status !== 'waiting') return false;
          const since = handoff?.requeuedAt ?? handoff?.queuedAt ?? 0;
          return !isOpen(mind.hours, since) || (event.kind === 'due' && !isOpen(mind.hours, event.at));
        }),
      ),
    ).toEqual([]);
  });

  test('an agent has had a part in it from the first word or the end on, and in no other way', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ before, event, outcome: { conversation } }) => {
          const had = before.id === conversation.id && before.hadAgent;
          return conversation.hadAgent !== (had || event.kind === 'agent-message' || event.kind === 'resolve');
        }),
      ),
    ).toEqual([]);
  });

  test('the due time is the one that the state gives, and an open conversation always has one', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter((conversation) => {
          const { dueAt, status, pending } = conversation;
          const needed = status !== 'closed' || pending.kind === 'rating';
          return dueAt !== timeout(conversation, mind)?.at || (dueAt !== undefined) !== needed;
        }),
      ),
    ).toEqual([]);
  });

  test('a state survives being stored as JSON', () => {
    expect(
      exceptions((taken) =>
        states(taken).filter((state) => !isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state)),
      ),
    ).toEqual([]);
  });

  test('the same answer is never given twice in a row', () => {
    const { solved, contact } = mind.wording.it;
    expect(
      exceptions((taken) =>
        conversations(taken).flatMap(({ messages }) =>
          messages
            .filter(({ author, text }) => author === 'bot' && text !== solved.ask && text !== contact.invalid)
            .filter(({ answer, text }, index, said) => answer !== undefined && said[index - 1]?.text === text),
        ),
      ),
    ).toEqual([]);
  });

  test('a ticket holds a contact and closes its conversation without a rating', () => {
    expect(
      exceptions((taken) =>
        taken.filter(({ outcome: { ticket, rating, conversation } }) => {
          if (ticket === undefined) return false;
          const known = ['a@b.it', '3331234567'].includes(ticket.contact);
          return !known || conversation.status !== 'closed' || rating !== undefined;
        }),
      ),
    ).toEqual([]);
  });

  test('all of this is about chats in which everything happens', () => {
    const seen = new Set<string>();
    exceptions((taken) => {
      for (const { outcome } of taken) {
        seen.add(outcome.conversation.status).add(`solved ${outcome.conversation.solved}`);
        seen.add(`pending ${outcome.conversation.pending.kind}`).add(`rating ${outcome.rating?.kind}`);
        seen.add(`handoff ${outcome.conversation.handoff?.reason}`).add(`ticket ${outcome.ticket !== undefined}`);
      }
      return [];
    });
    expect([...seen].sort()).toEqual([
      'agent',
      'bot',
      'closed',
      'handoff failed',
      'handoff noise',
      'handoff requested',
      'handoff topic',
      'handoff undefined',
      'handoff unhelpful',
      'handoff unsure',
      'pending choice',
      'pending contact',
      'pending none',
      'pending rating',
      'rating asked',
      'rating given',
      'rating undefined',
      'solved agent',
      'solved bot-confirmed',
      'solved bot-implied',
      'solved nobody',
      'solved undefined',
      'ticket false',
      'ticket true',
      'waiting',
    ]);
  });
});

/** Chats that break a rule, with what broke it, made as short as can be; a rule gives what it finds wrong. */
function exceptions(rule: (taken: readonly Taken[]) => readonly unknown[]): unknown[] {
  const property = fc.property(chat, (actions) => rule(play(actions)).length === 0);
  const { failed, counterexample, seed, errorInstance } = fc.check(property, { numRuns: 200, seed: 20_261_121 });
  const [actions] = counterexample ?? [];
  return failed ? [{ seed, actions, errorInstance, broken: actions === undefined ? [] : rule(play(actions)) }] : [];
}

type Action = typeof action extends fc.Arbitrary<infer Each> ? Each : never;

/** Plays a chat; refused acts are left out, for nothing comes of them. */
function play(actions: readonly (readonly [Action, number])[]): Taken[] {
  let now = morning;
  let conversation = newConversation(thread, { id: 'event-0', at: now });
  const taken: Taken[] = [];
  for (const [index, [each, minutes]] of actions.entries()) {
    now += minutes * minute;
    const event = eventOf(each, `event-${index}`, now);
    const before = freeze(conversation);
    const result = step(before, event, mind);
    if ('refusal' in result) continue;
    taken.push({ before, event, outcome: result });
    conversation = result.conversation;
  }
  return taken;
}

function eventOf(each: Action, id: string, at: number): Event {
  const written = { kind: 'message' as const, id, at, attachments: [], origin: { activityId: id } };
  switch (each.kind) {
    case 'message':
      return { ...written, text: each.text };
    case 'press':
      return { ...written, text: 'un pulsante', choice: each.value };
    case 'failed':
      return { kind: 'failed', id, at, message: { ...written, text: 'aiuto' } };
    case 'opened':
      return { kind: 'opened', id, at, language: 'it' };
    case 'due':
      return { kind: 'due', id, at };
    case 'agent-message':
      return { kind: 'agent-message', id, at, agent: each.agent, text: 'Buongiorno' };
    case 'claim':
    case 'release':
    case 'resolve':
      return { kind: each.kind, id, at, agent: each.agent };
  }
}

function states(taken: readonly Taken[]): readonly Conversation[] {
  return taken.map(({ outcome }) => outcome.conversation);
}

function conversations(taken: readonly Taken[]): readonly { id: string; messages: readonly Draft[] }[] {
  const said = new Map<string, Draft[]>();
  for (const { outcome } of taken) {
    const { id } = outcome.conversation;
    said.set(id, [...(said.get(id) ?? []), ...outcome.messages]);
  }
  return [...said].map(([id, messages]) => ({ id, messages }));
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach((each) => freeze(each as unknown));
  return Object.freeze(value);
}
