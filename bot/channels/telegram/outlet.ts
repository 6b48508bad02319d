import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import type { Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import type { ChannelNames } from '../../service/ports.ts';
import type { EndedOffer, Outlet } from '../outlet.ts';
import { render } from '../render.ts';
import { telegramPrefix } from '../thread.ts';
import type { TelegramAdapter, TelegramData } from './adapter.ts';
import { keyboard } from './keyboard.ts';
import { escapeHtml, longestMessage, telegramParts } from './markup.ts';

/*
 * The way out to Telegram. A long text goes out in several messages, and how far it came is noted after each, so that a try that
 * fails in the middle is followed by one that goes on from there. The note is the message's name: `number~parts`, the number that
 * Telegram gave the last part that it took, and how many it took.
 */

export interface TelegramOutletParts {
  readonly adapter: TelegramAdapter;
  readonly store: Pick<ChannelNames, 'named' | 'nameOf'>;
  readonly wording: () => Localized<Wording>;
  readonly trouble: NonNullable<Outlet['trouble']>;
}

export function telegramOutlet({ adapter, store, wording, trouble }: TelegramOutletParts): Outlet {
  const reach = (reference: string, use: (context: TurnContext) => Promise<unknown>) =>
    adapter.continueConversation(readReference(reference), async (context) => void (await use(context)));
  return {
    name: 'telegram',
    prefix: telegramPrefix,
    push: (reference, use) => reach(reference, (context) => use((message) => show(context, message, wording(), store))),
    settle: (reference, ended) => reach(reference, (context) => context.updateActivity(settled(ended, wording()))),
    typing: (reference) => reach(reference, (context) => context.sendActivity({ type: 'typing' })),
    trouble,
  };
}

const referenceSchema = z.looseObject({ conversation: z.looseObject({ id: z.string() }) });

function readReference(json: string) {
  return referenceSchema.parse(JSON.parse(json)) as never;
}

async function show(
  context: TurnContext,
  message: Message,
  wording: Localized<Wording>,
  store: TelegramOutletParts['store'],
): Promise<void> {
  const { threadId, seq, choices } = message;
  const parts = telegramParts(render(message, wording).text);
  const taken = parts.length === 1 ? 0 : partsIn(await store.nameOf(threadId, seq));
  for (const [index, text] of parts.entries()) {
    if (index < taken) continue;
    const bears = index === parts.length - 1 && choices !== undefined ? ('buttons' as const) : undefined;
    const channelData: TelegramData = {
      ...(bears !== undefined && choices !== undefined && { keyboard: keyboard(seq, choices) }),
      ...(index > 0 && { continues: true }),
    };
    const sent = await context.sendActivity({ type: 'message', text, channelData });
    const name = `${sent?.id ?? ''}~${index + 1}`;
    if (parts.length > 1 || bears !== undefined) await store.named(threadId, seq, name, bears);
  }
}

/** How many parts of a message were taken under a name. */
function partsIn(name: string | undefined): number {
  return Number(name?.split('~')[1] ?? 0);
}

/** The last part without its buttons: what was chosen stands under the question, where there is room for it. */
function settled({ offer, name, choice }: EndedOffer, wording: Localized<Wording>): object {
  const id = name.split('~')[0];
  if (choice === undefined) return { id };
  const { text } = render(offer, wording);
  const last = telegramParts(text).at(-1) ?? '';
  const chosen = `\n\n✓ <b>${escapeHtml(choice.label)}</b>`;
  return fits(text, choice.label) ? { id, text: last + chosen } : { id };
}

/** Tells whether a text has as many parts when each leaves room for what was chosen. */
function fits(text: string, label: string): boolean {
  return telegramParts(text, longestMessage - label.length - 10).length === telegramParts(text).length;
}
