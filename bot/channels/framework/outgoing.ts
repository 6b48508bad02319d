import { ActivityTypes, type Activity } from 'botbuilder';
import type { Localized } from '../../domain/language.ts';
import type { Choice, Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import { render, type Rendered } from '../render.ts';
import { escapeMarkdown } from '../text.ts';
import { choiceCard, resultCard } from '../teams/card.ts';
import { teamsMarkdown } from '../teams/markdown.ts';

/** The activity that shows a message on one of Azure's channels: with cards on Teams, with plain buttons elsewhere. */
export function outgoingActivity(message: Message, channelId: string, wording: Localized<Wording>): Partial<Activity> {
  const { text, textFormat } = rendered(message, channelId, wording);
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

/** What a message with buttons becomes once they mean nothing any more: the same words, and in the buttons' place what was chosen, if anything. */
export function settledActivity(
  message: Message,
  choice: Choice | undefined,
  wording: Localized<Wording>,
): Partial<Activity> {
  const { text, textFormat } = rendered(message, 'msteams', wording);
  const base: Partial<Activity> = { type: ActivityTypes.Message, textFormat, locale: message.language };
  if (message.asks === 'rating') return { ...base, summary: text, attachments: [resultCard(text, choice)] };
  return { ...base, text: choice === undefined ? text : `${text}\n\n✓ **${escapeMarkdown(choice.label)}**` };
}

/** What people wrote is escaped already, and stays as it is. */
function rendered(message: Message, channelId: string, wording: Localized<Wording>): Rendered {
  const shown = render(message, wording);
  const byEditors = channelId === 'msteams' && (message.author === 'bot' || message.author === 'system');
  return byEditors ? { ...shown, text: teamsMarkdown(shown.text) } : shown;
}
