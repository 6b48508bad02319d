import { expect, test } from 'vitest';
import { endOf } from '../../bot/channels/settle.ts';
import { choiceCard, resultCard } from '../../bot/channels/teams/card.ts';
import type { Choice } from '../../bot/domain/message.ts';
import { pointsOf, scales, type Scale } from '../../bot/domain/rating.ts';
import { aConversation, aMessage } from '../store/given.ts';

function points(scale: Scale): readonly Choice[] {
  return pointsOf(scale).map((score) => ({ value: `rating:${scale}_${score}`, label: `${score} - punto`, words: [] }));
}

test.each(scales)('every point of %s is a button, and one that is pressed or written becomes the result', (scale) => {
  const choices = points(scale);
  const card = JSON.stringify(choiceCard(choices, 'Quanto?').content);
  const submits = [...card.matchAll(/"type":"Action.Submit".*?"choice":"(.*?)"/g)].map(([, value]) => value);
  expect(submits).toEqual(choices.map(({ value }) => value));

  const conversation = aConversation({ channel: 'teams' });
  const asked = aMessage(conversation, 1, { asks: 'rating', choices });
  const says = (text: string) => aMessage(conversation, 2, { author: 'customer', text });
  const thanks = aMessage(conversation, 3);
  for (const [place, choice] of choices.entries()) {
    for (const text of [choice.label, ` ${pointsOf(scale)[place]} `]) {
      expect(endOf(asked, [says(text), thanks], conversation)).toEqual({ choice });
    }
    expect(JSON.stringify(resultCard('Quanto?', choice))).toContain(`✓ ${choice.label}`);
  }
  expect(endOf(asked, [says('77')], { pending: { kind: 'rating', scale } })).toBe(undefined);
  expect(endOf(asked, [says('77'), thanks], conversation)).toEqual({ choice: undefined });
  expect(JSON.stringify(resultCard('Quanto?', undefined))).not.toContain('✓');
});

test('buttons stand while one of them is awaited; a newer offer, an agent and the end make them void', () => {
  const choices = [{ value: 'yes', label: 'Sì', words: ['certo'] }];
  const conversation = aConversation();
  const offer = aMessage(conversation, 1, { asks: 'choice', choices });
  const yes = aMessage(conversation, 3, { author: 'customer', text: 'certo' });
  const awaited = { pending: { kind: 'choice', about: 'solved', choices } } as const;
  const none = { choice: undefined };
  expect(endOf(offer, [], awaited)).toBe(undefined);
  expect(endOf(offer, [], conversation)).toEqual(none);
  expect(endOf(offer, [aMessage(conversation, 2, { asks: 'choice', choices })], awaited)).toEqual(none);
  for (const author of ['agent', 'system'] as const) {
    expect(endOf(offer, [aMessage(conversation, 2, { author }), yes], conversation)).toEqual(none);
  }
  expect(endOf(offer, [aMessage(conversation, 2), yes], conversation)).toEqual({ choice: choices[0] });
});
