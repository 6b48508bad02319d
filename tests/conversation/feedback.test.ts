import { expect, test } from 'vitest';
import type { Event } from '../../bot/domain/event.ts';
import { minute } from '../../bot/domain/time.ts';
import { step } from '../../bot/conversation/step.ts';
import { after, literalMind, message, morning } from './mind.ts';

const mind = literalMind();
const at = morning + minute;

test('a sign on the answer stands in the transcript as the customer’s own', () => {
  const { conversation } = after(mind, message('=track-order'));
  const answer = { entry: 'track-order', at: morning };
  const origin = { activityId: 'sign-1' };
  const thumb: Event = { kind: 'reaction', id: 'event-2', at, helpful: 'yes', answer, origin };
  const result = step(conversation, thumb, mind);
  expect('messages' in result && result.messages[0]).toEqual({
    author: 'customer',
    text: '👍',
    origin,
    language: 'it',
    at,
  });
  const elsewhere: Event = { ...thumb, answer: { ...answer, at: morning - 1 } };
  expect(step(conversation, elsewhere, mind)).toEqual({ conversation, messages: [] });
});

test('of a message that is taken back nothing stays in the brief', () => {
  const { conversation } = after(mind, message('=track-order'), message('=delivery-cost', { id: 'event-2', at }));
  const taken: Event = { kind: 'withdrawn', id: 'event-3', at: at + minute, texts: ['=track-order'] };
  const result = step(conversation, taken, mind);
  expect('conversation' in result && result.conversation.questions.map(({ text }) => text)).toEqual(['=delivery-cost']);
});
