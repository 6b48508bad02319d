import { isNamed } from '../../conversation/choices.ts';
import type { Choice, Message } from '../../domain/message.ts';
import type { ChannelNames, ConversationStore } from '../../service/ports.ts';

/** A message of ours whose buttons were used just now, what the channel calls it, and what was chosen. */
export interface Used {
  readonly name: string;
  readonly message: Message;
  readonly choice: Choice;
}

export type UsedStore = Pick<ChannelNames, 'nameOf' | 'sentAs'> & Pick<ConversationStore, 'messages'>;

/**
 * Finds what a turn's own message chose: a button of the card that the channel names as `pressedOn`, or else, in writing, one of the
 * message just before. Undefined when it chose nothing, nothing came of it, or the card's name is not known.
 */
export async function usedIn(
  turn: readonly Message[],
  pressedOn: string | undefined,
  store: UsedStore,
): Promise<Used | undefined> {
  const [said, answered] = turn;
  if (said?.author !== 'customer' || answered === undefined) return undefined;
  const pressed = pressedOn === undefined ? undefined : await store.sentAs(said.threadId, pressedOn);
  const message = pressed ?? (await store.messages(said.threadId, said.seq - 2, 1))[0];
  if (message === undefined || message.author === 'customer') return undefined;
  const choice = choiceIn(message, said.text);
  const name = choice === undefined ? undefined : await store.nameOf(said.threadId, message.seq);
  return choice === undefined || name === undefined ? undefined : { name, message, choice };
}

/** By its label, one of its words, or its number: the score where it is a rating, else the place in the list. */
function choiceIn({ choices = [], asks }: Message, text: string): Choice | undefined {
  const named = choices.find((choice) => isNamed(text, choice));
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (named !== undefined || number === undefined) return named;
  if (asks !== 'rating') return choices[Number(number) - 1];
  return choices.find(({ value }) => /\d+$/.exec(value)?.[0] === String(Number(number)));
}
