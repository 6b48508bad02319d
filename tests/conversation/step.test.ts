import { describe, expect, test } from 'vitest';
import type { Event } from '../../bot/domain/event.ts';
import type { Entry } from '../../bot/domain/knowledge.ts';
import { minute } from '../../bot/domain/time.ts';
import { step } from '../../bot/conversation/step.ts';
import { after, fresh, giulia, literalMind, message, morning } from './mind.ts';

const mind = literalMind();
const { it } = mind.wording;

describe('a step', () => {
  test('makes of a first question the disclosure, the answer and the question whether it helped', () => {
    const yes = { value: 'yes', ...it.choices.yes };
    const no = { value: 'no', ...it.choices.no };
    const related = ['delivery-time', 'late-parcel', 'order-history'].map((id) => {
      return { value: `entry:${id}`, label: mind.entries.get(id)?.texts.it?.question, words: [] };
    });
    const choices = [yes, no, ...related];
    const bot = { author: 'bot', language: 'it', at: morning };
    const answerAndAsk = new RegExp(
      `\\]\\(https://www\\.bottega-aurora\\.example/[^]*\\n\\n${it.solved.ask.replace('?', '\\?')}$`,
    );
    const answer = { entry: 'track-order', confidence: 0.9, revision: mind.revision };
    expect(step(fresh(), message('=track-order'), mind)).toEqual({
      conversation: {
        ...fresh(),
        pending: { kind: 'choice', about: 'solved', choices },
        dueAt: morning + mind.policy.idleMinutes * minute,
        disclosed: true,
        customerMessages: 1,
        lastHeard: 'event-1',
        lastAnswer: 'track-order',
        answered: [{ ...answer, at: morning }],
        questions: [
          {
            text: '=track-order',
            at: morning,
            decision: 'answer',
            candidates: [{ id: 'track-order', title: 'track-order', confidence: 0.9 }],
            revision: mind.revision,
            language: 'it',
          },
        ],
      },
      messages: [
        { author: 'customer', text: '=track-order', origin: { activityId: 'event-1' }, language: 'it', at: morning },
        { ...bot, text: it.disclosure.replace('{bot}', 'Aurora').replace('{shop}', 'Bottega Aurora').trim() },
        { ...bot, text: expect.stringMatching(answerAndAsk) as string, answer, choices, asks: 'choice' },
      ],
    });
  });

  test('never touches what it was given', () => {
    const conversation = deepFreeze(after(mind, message('=track-order')).conversation);
    expect(() => step(conversation, deepFreeze(message('=delivery-cost', { id: 'event-2' })), mind)).not.toThrow();
  });

  test.each([
    ['a page that is loaded again', [message('=track-order')], { kind: 'opened', language: 'it' }],
    ['a due time that was moved', [message('=talk-to-human')], { kind: 'due' }],
    ['a page that is loaded while a rating is awaited', [message('=track-order'), message('sì')], { kind: 'opened' }],
  ] as const)('gives back the conversation that it got for %s', (_, events, more) => {
    const { conversation } = after(mind, ...events);
    const event = { id: 'event-9', at: morning, language: 'it', ...more } as Event;
    const result = step(conversation, event, mind);
    expect('conversation' in result && result.conversation).toBe(conversation);
    expect(result).toEqual({ conversation, messages: [] });
  });

  test("keeps a message whole up to the channel's limit, also when the bot cannot read it", () => {
    const long = 'pacco '.repeat(3_000);
    expect(after(mind, message(long)).messages[0]?.text).toBe(long);
  });

  test('writes the kinds of what came with a message into the transcript, where an agent sees them', () => {
    const { messages } = after(mind, message('', { attachments: ['image/png', 'audio/ogg'] }));
    expect(messages[0]?.text).toBe('[image/png] [audio/ogg]');
  });

  test('asks for a rating and for a contact in a way that channels can tell', () => {
    const rated = after(mind, message('=track-order'), message('sì', { id: 'event-2' }));
    const closed = after(mind, message('=talk-to-human', { at: Date.parse('2026-11-22T10:00:00+01:00') }));
    expect([rated, closed].map(({ messages }) => messages.at(-1)?.asks)).toEqual(['rating', 'contact']);
  });

  test('remembers twenty questions and no more', () => {
    const asked = Array.from({ length: 25 }, (_, index) =>
      message(index % 2 === 0 ? '=track-order' : '=delivery-cost', { id: `event-${index + 1}`, at: morning + index }),
    );
    const { questions } = after(mind, ...asked).conversation;
    expect(questions.map(({ at }) => at - morning)).toEqual(Array.from({ length: 20 }, (_, index) => index + 5));
  });

  test('offers no related entry that is not in use today', () => {
    const [options, ...others] = mind.entries.get('delivery-cost')?.related ?? [];
    const over = { ...(mind.entries.get(options ?? '') as Entry), validTo: '2026-11-22' };
    const autumn = { ...mind, entries: new Map(mind.entries).set(over.id, over) };
    const choices = after(autumn, message('=delivery-cost')).messages.at(-1)?.choices ?? [];
    expect(choices.map(({ value }) => value)).toEqual(['yes', 'no', ...others.map((id) => `entry:${id}`)]);
  });

  test.each([
    ['over', { validTo: '2026-11-22' }],
    ['of another channel', { channels: ['teams'] as const }],
  ])('takes no button of an entry that is %s meanwhile, offered or not', (_, more) => {
    const asked = after(mind, message('=delivery-cost')).conversation;
    const [id = ''] = mind.entries.get('delivery-cost')?.related ?? [];
    const gone = { ...(mind.entries.get(id) as Entry), ...more };
    const later = { ...mind, entries: new Map(mind.entries).set(id, gone) };
    const pressed = [`entry:${id}`, 'entry:track-order'].map((choice) =>
      step(asked, message('un pulsante', { id: 'event-2', choice }), later),
    );
    const answered = pressed.map((result) => 'conversation' in result && result.conversation.answered.at(-1)?.entry);
    expect(answered).toEqual(['delivery-cost', 'track-order']);
  });

  test('hands over when an entry that was decided for is gone from the knowledge', () => {
    expect(after(mind, message('=no-longer-there')).conversation.handoff?.reason).toBe('unsure');
  });

  test('keeps the place in the queue when a claim is released', () => {
    const { conversation } = after(
      mind,
      message('=talk-to-human'),
      { kind: 'claim', id: 'event-2', at: morning + minute, agent: giulia },
      { kind: 'release', id: 'event-3', at: morning + 5 * minute, agent: giulia },
    );
    expect(conversation.handoff).toEqual({
      reason: 'requested',
      topic: 'talk-to-human',
      queuedAt: morning,
      requeuedAt: morning + 5 * minute,
      contactOffered: false,
      noted: false,
    });
  });

  test('carries over to the next conversation when the customer was last asked for a rating', () => {
    const { conversation } = after(
      mind,
      message('=track-order'),
      message('sì', { id: 'event-2' }),
      message('=delivery-cost', { id: 'event-3', at: morning + minute }),
    );
    expect(conversation).toMatchObject({ id: 'event-3', status: 'bot', ratingAskedAt: morning, answered: [{}] });
  });

  test('shows the name of an agent as it is written, whatever signs are in it', () => {
    const agent = { id: 'x', name: '[Eva](https://evil.example) *<b>*\n# a' };
    const { messages } = after(mind, message('=talk-to-human'), { kind: 'claim', id: 'e', at: morning, agent });
    expect(messages.map(({ text }) => text)).toEqual([
      it.agent.joined.replace('{agent}', '\\[Eva\\](https://evil.example) \\*\\<b\\>\\* \\# a'),
    ]);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach((each) => deepFreeze(each as unknown));
  return Object.freeze(value);
}
