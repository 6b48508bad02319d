import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type ConversationReference,
  DeliveryModes,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import type { Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import type { ChannelNames, Log } from '../../service/ports.ts';
import { faultOf } from '../fault.ts';
import type { Handled, Handler } from '../handler.ts';
import type { Outlet } from '../outlet.ts';
import { usedIn, type UsedStore } from '../teams/used.ts';
import { frameworkPrefix } from '../thread.ts';
import type { Authentication } from './authentication.ts';
import { whileTyping } from './busy.ts';
import { outgoingActivity, usedActivity } from './outgoing.ts';

/** Bot Framework's way in and out. */
export interface FrameworkAdapter {
  /** Authenticates and takes one activity; rejects with Rejected when it is not let in. */
  take(authorization: string, activity: Activity, handler: Handler): Promise<Taken>;
  readonly outlet: Outlet;
}

/** What is remembered of messages that were sent, and read again. */
export type FrameworkStore = UsedStore & Pick<ChannelNames, 'named'>;

export interface Taken {
  readonly handled: Handled;
  /** What the channel awaits in the answer itself: to an invoke, or when it asked for the replies in place. */
  readonly response: { readonly status: number; readonly body?: unknown } | undefined;
}

export function createAdapter(
  authentication: Authentication,
  appId: string,
  wording: () => Localized<Wording>,
  store: FrameworkStore,
  log: Log,
): FrameworkAdapter {
  const adapter = new Adapter(authentication);

  async function show(context: TurnContext, message: Message): Promise<void> {
    const sent = await context.sendActivity(outgoingActivity(message, context.activity.channelId, wording()));
    const isToldOf = message.choices !== undefined || message.answer !== undefined;
    if (sent !== undefined && sent.id !== '' && isToldOf && context.activity.channelId === 'msteams') {
      await store.named(message.threadId, message.seq, sent.id);
    }
  }

  /** Buttons that were used give way to what was chosen. The answer is saved and sent by then, so a refusal is let be. */
  async function settle(context: TurnContext, turn: readonly Message[]): Promise<void> {
    if (context.activity.channelId !== 'msteams') return;
    try {
      const used = await usedIn(turn, context.activity.replyToId, store);
      if (used === undefined) return;
      await context.updateActivity({ ...usedActivity(used.message, used.choice, wording()), id: used.name });
    } catch (error) {
      log('info', 'card-not-settled', { threadId: turn[0]?.threadId, error: faultOf(error).code });
    }
  }

  return {
    async take(authorization, activity, handler) {
      let handled: Handled = { kind: 'ignored' };
      const response = await adapter.takeActivity(authorization, activity, async (context) => {
        handled = await whileTyping(
          () => handler.handle(context, () => referenceOf(context.activity), show),
          async () => {
            if (awaitsReplies(context.activity)) await context.sendActivity({ type: ActivityTypes.Typing });
          },
        );
        if (handled.kind === 'taken') await settle(context, handled.messages);
      });
      return { handled, response: response ?? undefined };
    },
    outlet: {
      name: 'teams',
      prefix: frameworkPrefix,
      push: (reference, use) =>
        adapter.continueConversationAsync(appId, readReference(reference), (context) => {
          // The id of a continuation is made up; with it each message would be sent as a reply to nothing.
          delete context.activity.id;
          return use((message) => show(context, message));
        }),
      typing: (reference) =>
        adapter.continueConversationAsync(appId, readReference(reference), async (context) => {
          delete context.activity.id;
          await context.sendActivity({ type: ActivityTypes.Typing });
        }),
    },
  };
}

/** Somebody who wrote sits before the chat, and sees the replies come one by one. */
function awaitsReplies({ type, deliveryMode }: Activity): boolean {
  return type === written && deliveryMode !== DeliveryModes.ExpectReplies;
}

const written: string = ActivityTypes.Message;

class Adapter extends CloudAdapter {
  takeActivity(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic);
  }
}

/** What is needed to send later, without the id of the activity that happened to bring it. */
function referenceOf(activity: Activity): string {
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
  return JSON.stringify(reference);
}

const referenceSchema = z.looseObject({ serviceUrl: z.string(), conversation: z.looseObject({ id: z.string() }) });

function readReference(json: string): Partial<ConversationReference> {
  return referenceSchema.parse(JSON.parse(json)) as unknown as Partial<ConversationReference>;
}
