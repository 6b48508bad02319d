import { describe, expect, test } from 'vitest';
import type { Event } from '../../bot/domain/event.ts';
import { alwaysOpen } from '../../bot/domain/hours.ts';
import { minute } from '../../bot/domain/time.ts';
import { timeout } from '../../bot/conversation/timeouts.ts';
import { step } from '../../bot/conversation/step.ts';
import { after, giulia, literalMind, message, morning } from './mind.ts';

const mind = literalMind();
const queued = message('=talk-to-human');
const claim: Event = { kind: 'claim', id: 'event-2', at: morning + minute, agent: giulia };

describe('what is due next follows from the state', () => {
  test.each([
    ['the bot holds it', [message('=track-order')], 'idle', 30],
    ['it waits', [queued], 'offer-contact', 3],
    ['it waits and a contact was asked for', [queued, due(3)], 'desk-closed', 480],
    ['the desk closes and it awaits a contact', [queued, due(3), due(480)], 'idle', 480 + 720],
    ['an agent has claimed and said nothing', [queued, claim], 'stale-claim', 11],
    ['the agent has answered', [queued, claim, says(2)], 'idle', 722],
    ['the customer has answered back', [queued, claim, says(2), writes(5), writes(7)], 'stale-claim', 15],
    ['it was released', [queued, claim, releases(5)], 'offer-contact', 8],
    ['a rating is awaited', [message('=track-order'), message('sì')], 'rating-expired', 60],
  ] as const)('%s', (_, events, what, minutes) => {
    const { conversation } = after(mind, ...events);
    expect(timeout(conversation, mind)).toEqual({ what, at: morning + minutes * minute });
    expect(conversation.dueAt).toBe(morning + minutes * minute);
  });

  test('who waits at a desk that never closes is given up after as long as an agent may be silent', () => {
    const always = { ...mind, hours: alwaysOpen };
    const { conversation } = after(always, queued, due(3));
    expect(timeout(conversation, always)).toEqual({ what: 'idle', at: morning + (3 + 720) * minute });
  });

  test('a time of closing that is taken only the next morning leaves the customer in the queue', () => {
    const { conversation, messages } = after(mind, queued, due(3), due(24 * 60));
    expect(messages.map(({ text }) => text)).toEqual([mind.wording.it.contact.busy.trim()]);
    expect(conversation).toMatchObject({ status: 'waiting', dueAt: morning + (24 + 8) * 60 * minute });
  });

  test('nothing, once it is closed and no rating is awaited', () => {
    const { conversation } = after(mind, message('=goodbye'));
    expect([timeout(conversation, mind), conversation.dueAt]).toEqual([undefined, undefined]);
  });

  test('an event that comes too early changes nothing', () => {
    const { conversation } = after(mind, queued);
    expect(step(conversation, due(2), mind)).toEqual({ conversation, messages: [] });
  });

  test('an event that comes twice does its work once', () => {
    const once = after(mind, queued, due(3));
    expect(step(once.conversation, due(3), mind)).toEqual({ conversation: once.conversation, messages: [] });
  });

  test('when the policy has become more patient meanwhile, the due time moves', () => {
    const { conversation } = after(mind, queued);
    const patient = { ...mind, policy: { ...mind.policy, claimMinutes: 5 } };
    expect(step(conversation, due(3), patient)).toEqual({
      conversation: { ...conversation, dueAt: morning + 5 * minute },
      messages: [],
    });
  });
});

function due(minutes: number): Event {
  return { kind: 'due', id: `due-${minutes}`, at: morning + minutes * minute };
}

function says(minutes: number): Event {
  return {
    kind: 'agent-message',
    id: `says-${minutes}`,
    at: morning + minutes * minute,
    agent: giulia,
    text: 'Buongiorno',
  };
}

function writes(minutes: number): Event {
  return message('eccomi', { id: `writes-${minutes}`, at: morning + minutes * minute });
}

function releases(minutes: number): Event {
  return { kind: 'release', id: `releases-${minutes}`, at: morning + minutes * minute, agent: giulia };
}
