import { expect, test } from 'vitest';
import { choiceCard, resultCard } from '../../bot/channels/teams/card.ts';
import { usedIn } from '../../bot/channels/teams/used.ts';
import type { Choice } from '../../bot/domain/message.ts';
import { pointsOf, scales, type Scale } from '../../bot/domain/rating.ts';
import { openStore } from '../../bot/store/open.ts';
import { aConversation, aMessage, aTurn } from '../store/given.ts';

function points(scale: Scale): readonly Choice[] {
  return pointsOf(scale).map((score) => ({ value: `rating:${scale}_${score}`, label: `${score} - punto`, words: [] }));
}

test.each(scales)(
  'every point of %s is a button, and one that is pressed or written becomes the result',
  async (scale) => {
    const choices = points(scale);
    const card = JSON.stringify(choiceCard(choices, 'Quanto?').content);
    const submits = [...card.matchAll(/"type":"Action.Submit".*?"choice":"(.*?)"/g)].map(([, value]) => value);
    expect(submits).toEqual(choices.map(({ value }) => value));

    const store = await openStore('file::memory:');
    const conversation = aConversation({ channel: 'teams' });
    const asked = aMessage(conversation, 1, { asks: 'rating', choices });
    await store.commit(aTurn(conversation, { messages: [asked] }));
    await store.named('t1', 1, 'card');
    for (const [place, choice] of choices.entries()) {
      for (const text of [choice.label, ` ${pointsOf(scale)[place]} `]) {
        const turn = [aMessage(conversation, 2, { author: 'customer', text }), aMessage(conversation, 3)];
        expect(await usedIn(turn, undefined, store)).toEqual({ name: 'card', message: asked, choice });
      }
      expect(JSON.stringify(resultCard('Quanto?', choice))).toContain(`✓ ${choice.label}`);
    }
    const other = aMessage(conversation, 2, { author: 'customer', text: '77' });
    expect(await usedIn([other, aMessage(conversation, 3)], 'card', store)).toBe(undefined);
    expect(await usedIn([other], 'card', store)).toBe(undefined);
    await store.close();
  },
);
