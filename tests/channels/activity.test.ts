import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxTextLength, readActivity } from '../../bot/channels/activity.ts';
import { directLineChannelId, frameworkThread } from '../../bot/channels/thread.ts';

const teams = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  from: { id: '29:anna', name: 'Anna', aadObjectId: 'aad-anna' },
  recipient: { id: '28:bot', name: 'Aurora' },
  conversation: { id: 'c1', conversationType: 'personal' },
  locale: 'en-GB',
};

const thread = {
  id: frameworkThread('msteams', 'c1'),
  channel: 'teams',
  customer: { id: 'aad-anna', name: 'Anna' },
  language: 'en',
};

function incoming(given: object): unknown {
  const reading = readActivity({ ...teams, ...given });
  return reading.kind === 'incoming' ? reading.incoming : reading;
}

describe('an activity is read as', () => {
  test('the words of a customer on a thread', () => {
    expect(readActivity({ ...teams, text: ' where is my parcel? ' })).toEqual({
      kind: 'incoming',
      thread,
      incoming: { kind: 'message', text: 'where is my parcel?', attachments: [], origin: { activityId: 'a1' } },
    });
  });

  test.each([
    ['a submit without words', { value: { choice: 'entry:x-1', label: 'X one' } }],
    ['a submit with words', { text: 'X one', value: { choice: 'entry:x-1' } }],
    ['a value written as JSON', { text: 'X one', value: '{"choice":"entry:x-1"}' }],
  ])('a choice, when it is %s', (_, given) => {
    expect(incoming(given)).toMatchObject({ kind: 'message', text: 'X one', choice: 'entry:x-1' });
  });

  test('words alone, when the value is no choice of ours', () => {
    for (const value of [{ choice: '<b>' }, { choice: 7 }, 'x', null, [], { choice: `entry:${'x'.repeat(300)}` }]) {
      expect(incoming({ text: 'ciao', value })).toEqual({
        kind: 'message',
        text: 'ciao',
        attachments: [],
        origin: { activityId: 'a1' },
      });
    }
  });

  test("a question without the bot's name, in a group, on a thread of the speaker's own", () => {
    const group = { conversation: { id: 'g1', isGroup: true, conversationType: 'groupChat' } };
    const entities = [
      { type: 'mention', text: '<at>Aurora</at>', mentioned: { id: '28:bot' } },
      { type: 'mention', text: '<at>Bruno</at>', mentioned: { id: '29:bruno' } },
      'nonsense',
    ];
    const reading = readActivity({ ...teams, ...group, entities, text: '<at>Aurora</at>&nbsp;ask <at>Bruno</at>' });
    expect(reading).toMatchObject({
      thread: { id: frameworkThread('msteams', 'g1', 'aad-anna') },
      incoming: { text: 'ask <at>Bruno</at>' },
    });
  });

  test('a file, but for the copy of the text in HTML that Teams adds', () => {
    const attachments = [{ contentType: 'text/html' }, { contentType: 'image/png' }, {}];
    expect(incoming({ attachments })).toMatchObject({
      text: '',
      attachments: ['image/png', 'application/octet-stream'],
    });
  });

  test.each([
    ['installs the bot', { type: 'installationUpdate', action: 'add' }],
    ['joins', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }],
    ['opens the page', { type: 'event', name: 'webchat/join' }],
  ])('an opening, when a customer %s', (_, given) => {
    expect(readActivity({ ...teams, ...given })).toEqual({
      kind: 'incoming',
      thread,
      incoming: { kind: 'opened', language: 'en', once: true },
    });
  });

  test.each([
    ['conversationUpdate', { type: 'conversationUpdate', membersAdded: [], membersRemoved: [{ id: 'x' }] }],
    [
      'conversationUpdate',
      { type: 'conversationUpdate', membersAdded: [{ id: 'x' }], conversation: { id: 'g', isGroup: true } },
    ],
    ['empty message', { text: '' }],
    ['other', { type: 'made-up' }],
  ])('nothing, when it is %s', (type, given) => {
    expect(readActivity({ ...teams, ...given })).toEqual({ kind: 'ignored', type });
  });

  test('that the customer is writing', () => {
    expect(readActivity({ ...teams, type: 'typing' })).toEqual({ kind: 'typing', threadId: thread.id });
  });

  test.each([
    [{ channelData: { page: 'https://shop.example/tazze?token=1#x' } }, { page: 'https://shop.example/tazze' }],
    [{ localTimezone: 'Europe/Lisbon' }, { zone: 'Europe/Lisbon' }],
    [{ channelData: { page: 'javascript:alert(1)' }, localTimezone: 'Mars/Olympus' }, undefined],
    [{ channelData: { page: 7 } }, undefined],
  ])('where the customer sits, and nothing that is no place: %o', (given, place) => {
    const reading = readActivity({ ...teams, text: 'x', ...given });
    expect(reading.kind === 'incoming' && reading.incoming.kind === 'message' && reading.incoming.place).toEqual(place);
  });

  test('the language that Teams names in another place, and Italian when nobody names one', () => {
    const entities = [{ type: 'clientInfo', locale: 'en-US' }];
    const languageOf = (given: object) => {
      const reading = readActivity({ ...teams, text: 'x', locale: undefined, ...given });
      return reading.kind === 'incoming' ? reading.thread.language : undefined;
    };
    expect([languageOf({ entities }), languageOf({}), languageOf({ locale: 'fr-FR' })]).toEqual(['en', 'it', 'it']);
  });

  test("the web chat's own, with its name for the message", () => {
    const given = { channelId: directLineChannelId, channelData: { clientActivityID: 'abc.1' }, text: 'x' };
    expect(readActivity({ ...teams, ...given })).toMatchObject({
      thread: { id: 'webchat:c1', channel: 'webchat' },
      incoming: { origin: { activityId: 'a1', clientActivityId: 'abc.1' } },
    });
  });

  test('an edit of what was said, under a name of its own for each version', () => {
    const edit = {
      type: 'messageUpdate',
      text: 'x',
      timestamp: '2026-11-16T09:00:00Z',
      channelData: { eventType: 'editMessage' },
    };
    const [first, again, other] = [edit, edit, { ...edit, text: 'y' }].map(incoming) as {
      origin: { activityId: string };
    }[];
    expect(first).toMatchObject({ kind: 'message', text: 'x', origin: { edits: 'a1' } });
    expect(first?.origin.activityId).toMatch(/^a1~[\w-]{16}$/);
    expect([again, other?.origin.activityId === first?.origin.activityId]).toEqual([first, false]);
  });

  test('taken back, with the name of what was said', () => {
    expect(readActivity({ ...teams, type: 'messageDelete' })).toEqual({ kind: 'withdrawn', thread, activityId: 'a1' });
  });

  test.each([
    ['like', 'yes'],
    ['heart', 'yes'],
    ['sad', 'no'],
    ['angry', 'no'],
    ['1f44d_thumbsup-tone2', 'yes'],
    ['1f44e_thumbsdown', 'no'],
  ])('a sign, %s, that says %s', (type, helpful) => {
    const reaction = { type: 'messageReaction', reactionsAdded: [{ type: 'laugh' }, { type }], replyToId: 'b7' };
    expect(readActivity({ ...teams, ...reaction })).toEqual({
      kind: 'reaction',
      thread,
      helpful,
      on: 'b7',
      origin: { activityId: 'a1' },
    });
  });

  test('the end, when the customer removes the bot', () => {
    const removed = { type: 'installationUpdate', action: 'remove' };
    expect(readActivity({ ...teams, ...removed })).toEqual({ kind: 'left', threadId: thread.id });
    const conversation = { id: 'g', isGroup: true };
    const group = { channelId: 'msteams', conversationId: 'g' };
    expect(readActivity({ ...teams, ...removed, conversation })).toEqual({ kind: 'left-group', group });
    const channelData = { team: { id: 't', name: 'Acquisti' } };
    expect(readActivity({ ...teams, ...removed, conversation, channelData })).toEqual({
      kind: 'left-group',
      group: { ...group, team: 't' },
    });
  });

  test.each([
    ['that was removed', { reactionsRemoved: [{ type: 'like' }], replyToId: 'b7' }],
    ['of wonder', { reactionsAdded: [{ type: 'surprised' }, { type: 'toString' }], replyToId: 'b7' }],
    ['on nothing', { reactionsAdded: [{ type: 'like' }] }],
  ])('nothing, when it is a sign %s', (_, given) => {
    const type = 'messageReaction';
    expect(readActivity({ ...teams, type, ...given })).toEqual({ kind: 'ignored', type });
  });

  test('too long, from one character over the limit on', () => {
    expect(incoming({ text: 'x'.repeat(maxTextLength) })).toMatchObject({ kind: 'message' });
    expect(incoming({ text: 'x'.repeat(maxTextLength + 1) })).toMatchObject({ kind: 'refused', status: 413 });
  });
});

test('whatever an activity holds, reading it never throws, and no text holds half a character or NUL', () => {
  const fields = fc.record(
    {
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      value: fc.anything(),
      entities: fc.anything(),
      attachments: fc.anything(),
      channelData: fc.anything(),
      conversation: fc.oneof(fc.constant(teams.conversation), fc.anything()),
      from: fc.oneof(
        fc.record({ id: fc.string({ unit: 'binary' }), name: fc.string({ unit: 'binary' }) }),
        fc.anything(),
      ),
      locale: fc.anything(),
      type: fc.constantFrom(
        'message',
        'event',
        'conversationUpdate',
        'installationUpdate',
        'messageUpdate',
        'messageDelete',
        'messageReaction',
        'x',
      ),
      reactionsAdded: fc.anything(),
      replyToId: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      membersAdded: fc.anything(),
      id: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fields, (given) => {
      const told = JSON.stringify(readActivity({ ...teams, ...given }));
      expect(told).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
    { numRuns: 500 },
  );
});
