import type { Attachment } from 'botbuilder';
import type { Choice } from '../../domain/message.ts';

/** Teams draws so many buttons beside each other, and hides the others in a menu. */
const buttonsInRow = 6;

/** An Adaptive Card with one button for each choice, under `text` when the question belongs in the card. */
export function choiceCard(choices: readonly Choice[], text: string | undefined): Attachment {
  const question = text === undefined ? [] : [{ type: 'TextBlock', text, wrap: true }];
  const long = choices.length > buttonsInRow;
  const body = long ? [...question, ...numberedRows(choices)] : question;
  return card(body, long ? [] : choices.map((choice) => submit(choice, choice.label)));
}

/** The same card once its buttons mean nothing any more: the question, what was chosen, if anything, and nothing left to press. */
export function resultCard(text: string, choice: Choice | undefined): Attachment {
  const chosen = choice && { type: 'TextBlock', text: `✓ ${choice.label}`, weight: 'Bolder', wrap: true };
  return card([{ type: 'TextBlock', text, wrap: true }, ...(chosen === undefined ? [] : [chosen])], []);
}

function card(body: readonly object[], actions: readonly object[]): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      // Teams draws cards up to 1.5; 1.4 is what its phones draw alike.
      version: '1.4',
      body,
      actions,
    },
  };
}

/** The points of a long scale: first what those with a name mean, then rows of numbers. */
function numberedRows(choices: readonly Choice[]): object[] {
  const points = choices.map((choice) => {
    const [, number = choice.label, name] = /^(\d+) - (.+)$/.exec(choice.label) ?? [];
    return { choice, number, name };
  });
  const named = points.filter(({ name }) => name !== undefined);
  const facts = named.map(({ number, name }) => ({ title: number, value: name }));
  const inRow = Math.ceil(points.length / Math.ceil(points.length / buttonsInRow));
  const rows = Array.from({ length: Math.ceil(points.length / inRow) }, (_, row) => ({
    type: 'ActionSet',
    actions: points.slice(row * inRow, (row + 1) * inRow).map(({ choice, number }) => submit(choice, number)),
  }));
  return facts.length === 0 ? rows : [{ type: 'FactSet', facts }, ...rows];
}

/** The press comes back as a message: its words are the label, so that the transcript reads as what the customer saw. */
function submit({ label, value }: Choice, title: string): object {
  return {
    type: 'Action.Submit',
    title,
    data: {
      choice: value,
      label,
      msteams: { type: 'messageBack', displayText: label, text: label, value: { choice: value, label } },
    },
  };
}
