import fc from 'fast-check';
import { resolutions, type Conversation } from '../../bot/domain/conversation.ts';
import type { Event } from '../../bot/domain/event.ts';
import type { Outcome } from '../../bot/domain/outcome.ts';
import { minute } from '../../bot/domain/time.ts';
import { newConversation, step } from '../../bot/conversation/step.ts';
import { giulia, literalMind, marco, morning, thread } from './mind.ts';

/* Chats in which anybody does anything at any time, and the search for those that break a rule. */

export const mind = literalMind();
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
  'decline',
  'entry:track-order',
  'entry:gone',
  'rating:1',
  'rating:5',
  '?',
];

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('message' as const), text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('press' as const), value: fc.constantFrom(...values) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('opened' as const, 'failed' as const, 'unreachable' as const, 'withdrawn' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('due' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reaction' as const),
      helpful: fc.constantFrom('yes' as const, 'no' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('claim' as const, 'agent-message' as const, 'release' as const),
      agent: fc.constantFrom(giulia, marco),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('take-over' as const, 'transfer' as const, 'agent-gone' as const, 'agent-answer' as const),
      agent: fc.constantFrom(giulia, marco),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resolve' as const),
      agent: fc.constantFrom(giulia, marco),
      outcome: fc.constantFrom(...resolutions),
    }),
  },
);
// From a moment to most of a day, so that every timeout and the closing hour come in between.
const pause = fc.constantFrom(0, 1, 1, 2, 4, 11, 31, 61, 800);
const whatever = fc.array(fc.tuple(action, pause), { minLength: 1, maxLength: 40 });
/** Where a chat may begin: chance alone seldom comes as far as a rating, or a contact, and stays there. */
type Action = typeof action extends fc.Arbitrary<infer Each> ? Each : never;
const beginnings: Record<string, readonly Action[]> = {
  'a rating is awaited': [
    { kind: 'message', text: '=track-order' },
    { kind: 'message', text: 'sì' },
  ],
  'an answer was rejected': [
    { kind: 'message', text: '=track-order' },
    { kind: 'message', text: 'no' },
    { kind: 'message', text: '=delivery-cost' },
  ],
  'an agent holds it': [
    { kind: 'message', text: 'operatore' },
    { kind: 'claim', agent: giulia },
  ],
  'an agent is about to end it': [
    { kind: 'message', text: '=track-order' },
    { kind: 'take-over', agent: giulia },
    { kind: 'resolve', agent: giulia, outcome: 'not-solved' },
  ],
  'thanks stand last': [
    { kind: 'message', text: '=track-order' },
    { kind: 'message', text: '=thanks' },
  ],
  'a contact is awaited': [{ kind: 'message', text: 'operatore' }, { kind: 'due' }],
};
const chat = fc
  .tuple(fc.constantFrom([], [], [], [], [], [], ...Object.values(beginnings)), whatever)
  .map(([begun, rest]) => [...begun.map((each) => [each, 3] as const), ...rest]);

/** One step of a chat. */
export interface Taken {
  readonly before: Conversation;
  readonly event: Event;
  readonly outcome: Outcome;
}

/** Few by default, to be quick; `CHATS=2000` looks further. */
const numRuns = Number(process.env['CHATS'] ?? 500);

/** Chats that break a rule, with what broke it, made as short as can be; a rule gives what it finds wrong. */
export function exceptions(rule: (taken: readonly Taken[]) => readonly unknown[]): unknown[] {
  const property = fc.property(chat, (actions) => rule(play(actions)).length === 0);
  const { failed, counterexample, seed, errorInstance } = fc.check(property, { numRuns, seed: 20_261_121 });
  const [actions] = counterexample ?? [];
  return failed ? [{ seed, actions, errorInstance, broken: actions === undefined ? [] : rule(play(actions)) }] : [];
}

/** Plays a chat; refused acts are left out, for nothing comes of them. */
function play(actions: readonly (readonly [Action, number])[]): Taken[] {
  let now = morning;
  let conversation = newConversation(thread, { id: 'event-0', at: now });
  const taken: Taken[] = [];
  for (const [index, [each, minutes]] of actions.entries()) {
    now += minutes * minute;
    const before = freeze(conversation);
    const event = eventOf(each, `event-${index}`, now, before);
    const result = step(before, event, mind);
    if ('refusal' in result) continue;
    taken.push({ before, event, outcome: result });
    conversation = result.conversation;
  }
  return taken;
}

function eventOf(each: Action, id: string, at: number, { answered, questions }: Conversation): Event {
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
    case 'reaction': {
      const { entry, at: said } = answered.at(-1) ?? { entry: 'gone', at };
      return {
        kind: 'reaction',
        id,
        at,
        helpful: each.helpful,
        answer: { entry, at: said },
        origin: { activityId: id },
      };
    }
    case 'withdrawn':
      return { kind: 'withdrawn', id, at, texts: questions.slice(-1).map(({ text }) => text) };
    case 'unreachable':
      return { kind: 'unreachable', id, at, reason: 'blocked' };
    case 'agent-message':
      return { kind: 'agent-message', id, at, agent: each.agent, text: 'Buongiorno' };
    case 'agent-answer':
      return { kind: 'agent-message', id, at, agent: each.agent, text: 'In 2-4 giorni', entry: 'delivery-time' };
    case 'transfer':
      return { kind: 'transfer', id, at, agent: each.agent, to: each.agent.id === giulia.id ? marco : giulia };
    case 'resolve':
      return { kind: 'resolve', id, at, agent: each.agent, outcome: each.outcome };
    case 'claim':
    case 'take-over':
    case 'release':
    case 'agent-gone':
      return { kind: each.kind, id, at, agent: each.agent };
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach((each) => freeze(each as unknown));
  return Object.freeze(value);
}
