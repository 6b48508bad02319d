import { isNamed } from '../conversation/choices.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Choice, Message } from '../domain/message.ts';
import type { ChannelNames, ConversationStore, DeliveryStore, Log } from '../service/ports.ts';
import { faultOf } from './fault.ts';
import type { EndedOffer, Outlet } from './outlet.ts';

/*
 * Buttons stand under a message as long as the bot awaits one of them. Once one is chosen, pressed or written, or a new question, a person
 * or the end of the conversation makes them void, the channel takes them away and shows what was chosen.
 */

export interface SettlerParts {
  readonly store: Pick<ChannelNames, 'standing' | 'settled'> &
    Pick<ConversationStore, 'messages' | 'load'> &
    Pick<DeliveryStore, 'delivery'>;
  readonly log: Log;
}

/** Takes away the buttons of a thread that stand for nothing any more; never rejects. */
export type Settle = (threadId: string, outlet: Pick<Outlet, 'settle'>) => Promise<void>;

/** Makes what settles. A channel that does not take the change for now is asked again after the thread's next turn. */
export function createSettler({ store, log }: SettlerParts): Settle {
  return async (threadId, outlet) => {
    try {
      const standing = await store.standing(threadId);
      if (standing.length === 0) return;
      const [stored, delivery] = [await store.load(threadId), await store.delivery(threadId)];
      if (stored === undefined || delivery?.reference === undefined) return;
      for (const { seq, name } of standing) {
        const [offer, ...later] = await store.messages(threadId, seq - 1, horizon);
        const end = offer && endOf(offer, later, stored.conversation);
        if (offer === undefined || end === undefined) continue;
        await outlet.settle(delivery.reference, { name, offer, ...end }).catch(keepForNow);
        await store.settled(threadId, seq);
      }
    } catch (error) {
      log('info', 'buttons-not-settled', { threadId, error: faultOf(error).code });
    }
  };
}

/** Messages that are read to see what became of an offer. */
const horizon = 20;

/** How an offer ended: with what the customer chose, or with nothing; undefined = its buttons stand. `later` is what was said since. */
export function endOf(
  offer: Message,
  later: readonly Message[],
  { pending }: Pick<Conversation, 'pending'>,
): Pick<EndedOffer, 'choice'> | undefined {
  const stands = offer.asks === pending.kind && !later.some(({ choices }) => choices !== undefined);
  return stands ? undefined : { choice: chosen(offer, later) };
}

/** Who speaks when a person has the conversation: agents, and what tells of them. */
const atDesk: ReadonlySet<Message['author']> = new Set(['agent', 'system']);

/** What the customer chose of an offer; a person who comes, and the next offer, end what can be said to it. */
function chosen(offer: Message, later: readonly Message[]): Choice | undefined {
  const end = later.findIndex(({ author, choices }) => atDesk.has(author) || choices !== undefined);
  const until = end === -1 ? later : later.slice(0, end);
  for (const { author, text } of until) {
    const choice = author === 'customer' ? choiceIn(offer, text) : undefined;
    if (choice !== undefined) return choice;
  }
  return undefined;
}

/** By its label, one of its words, or its number: the score where it is a rating, else the place in the list. */
function choiceIn({ choices = [], asks }: Message, text: string): Choice | undefined {
  const named = choices.find((choice) => isNamed(text, choice));
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (named !== undefined || number === undefined) return named;
  if (asks !== 'rating') return choices[Number(number) - 1];
  return choices.find(({ value }) => /\d+$/.exec(value)?.[0] === String(Number(number)));
}

/** A change that this message, or this customer, never takes is let be: what was said is saved and sent. */
function keepForNow(error: unknown): void {
  if (faultOf(error).reach === 'channel') throw error;
}
