import { ActivityTypes, type Activity } from 'botbuilder';
import type { Localized } from '../../domain/language.ts';
import type { Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import { render } from '../render.ts';
import { choiceCard } from '../teams/card.ts';

/** The activity that shows a message on one of Azure's channels: with cards on Teams, with plain buttons elsewhere. */
export function outgoingActivity(message: Message, channelId: string, wording: Localized<Wording>): Partial<Activity> {
  const { text, textFormat } = render(message, wording);
  const choices = message.choices ?? [];
  const base: Partial<Activity> = {
    type: ActivityTypes.Message,
    textFormat,
    locale: message.language,
    inputHint: message.asks === undefined ? 'acceptingInput' : 'expectingInput',
  };
  if (choices.length === 0) return { ...base, text };
  if (channelId !== 'msteams') {
    // An imBack of the label is what every channel knows; a choice may be made by its label in writing.
    const actions = choices.map(({ label }) => ({ type: 'imBack', title: label, value: label }));
    return { ...base, text, suggestedActions: { actions, to: [] } };
  }
  // The rating's question and points are one card; an answer keeps its own text, whose Markdown a card would not draw whole.
  return message.asks === 'rating'
    ? { ...base, summary: text, attachments: [choiceCard(choices, text)] }
    : { ...base, text, attachments: [choiceCard(choices, undefined)] };
}
