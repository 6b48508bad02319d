import type { Attachment } from 'botbuilder';
import type { Choice } from '../../domain/message.ts';

/** An Adaptive Card with one button for each choice, under `text` when the question belongs in the card. */
export function choiceCard(choices: readonly Choice[], text: string | undefined): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      // Teams draws cards up to 1.5; 1.4 is what its phones draw alike.
      version: '1.4',
      body: text === undefined ? [] : [{ type: 'TextBlock', text, wrap: true }],
      actions: choices.map(submit),
    },
  };
}

/** The press comes back as a message: its words are the label, so that the transcript reads as what the customer saw. */
function submit({ label, value }: Choice): object {
  return {
    type: 'Action.Submit',
    title: label,
    data: {
      choice: value,
      label,
      msteams: { type: 'messageBack', displayText: label, text: label, value: { choice: value, label } },
    },
  };
}
