import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Event } from '../../bot/domain/event.ts';
import { minute } from '../../bot/domain/time.ts';
import { step } from '../../bot/conversation/step.ts';
import { transition } from '../../bot/conversation/transitions.ts';
import { docs, withDrawing } from './diagram.ts';
import { after, giulia, literalMind, marco, message, morning } from './mind.ts';

const mind = literalMind();
const claim: Event = { kind: 'claim', id: 'event-2', at: morning + minute, agent: giulia };
const states: Record<string, Conversation> = {
  bot: after(mind, message('=track-order')).conversation,
  waiting: after(mind, message('=talk-to-human')).conversation,
  giulias: after(mind, message('=talk-to-human'), claim).conversation,
  closed: after(mind, message('=goodbye')).conversation,
};

const by = giulia;
const since = morning + minute;
const refused = [
  ['bot', 'claim', giulia, { code: 'not-waiting' }],
  ['bot', 'agent-message', giulia, { code: 'not-yours' }],
  ['bot', 'release', giulia, { code: 'not-yours' }],
  ['bot', 'resolve', giulia, { code: 'not-yours' }],
  ['waiting', 'agent-message', giulia, { code: 'not-yours' }],
  ['waiting', 'release', giulia, { code: 'not-yours' }],
  ['waiting', 'resolve', giulia, { code: 'not-yours' }],
  ['bot', 'transfer', giulia, { code: 'not-yours' }],
  ['bot', 'agent-gone', giulia, { code: 'not-yours' }],
  ['waiting', 'transfer', giulia, { code: 'not-yours' }],
  ['giulias', 'take-over', marco, { code: 'already-claimed', by, since }],
  ['giulias', 'transfer', marco, { code: 'not-yours', by, since }],
  ['giulias', 'agent-gone', marco, { code: 'not-yours', by, since }],
  ['closed', 'take-over', giulia, { code: 'closed' }],
  ['closed', 'transfer', giulia, { code: 'closed' }],
  ['closed', 'agent-gone', giulia, { code: 'closed' }],
  ['giulias', 'claim', giulia, { code: 'already-claimed', by, since }],
  ['giulias', 'claim', marco, { code: 'already-claimed', by, since }],
  ['giulias', 'agent-message', marco, { code: 'not-yours', by, since }],
  ['giulias', 'release', marco, { code: 'not-yours', by, since }],
  ['giulias', 'resolve', marco, { code: 'not-yours', by, since }],
  ['closed', 'claim', giulia, { code: 'closed' }],
  ['closed', 'agent-message', giulia, { code: 'closed' }],
  ['closed', 'release', giulia, { code: 'closed' }],
  ['closed', 'resolve', giulia, { code: 'closed' }],
] as const;

describe('who may do what', () => {
  test.each(refused)('%s: %s is refused and nothing happens', (state, kind, agent, refusal) => {
    const more = { text: 'Eccomi', to: marco, outcome: 'solved' } as const;
    const event: Event = { kind, id: 'event-9', at: morning + 2 * minute, agent, ...more };
    expect(step(states[state] as Conversation, event, mind)).toEqual({ refusal });
  });

  test.each(['bot', 'waiting', 'giulias', 'closed'])('%s: a customer is never refused', (state) => {
    const result = step(states[state] as Conversation, message('=delivery-cost', { id: 'event-9' }), mind);
    expect('messages' in result && result.messages[0]).toMatchObject({ author: 'customer', text: '=delivery-cost' });
  });

  test('an agent who holds the conversation may end it', () => {
    expect(transition(states['giulias'] as Conversation, { ...claim, kind: 'resolve', outcome: 'solved' })).toEqual([
      'closed',
    ]);
  });

  test('the diagram and the table in docs/conversation.md are drawn from the transitions', () => {
    const written = readFileSync(docs, 'utf8');
    expect(written, 'run `node tests/conversation/diagram.ts` to draw them anew').toBe(withDrawing(written));
  });
});
