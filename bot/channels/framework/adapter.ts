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
import type { ChannelNames } from '../../service/ports.ts';
import { whileTyping } from '../busy.ts';
import type { Handled, Handler } from '../handler.ts';
import type { Outlet } from '../outlet.ts';
import { frameworkPrefix } from '../thread.ts';
import { teamOf } from '../teams/team.ts';
import type { Authentication } from './authentication.ts';
import { outgoingActivity, settledActivity } from './outgoing.ts';

/** Bot Framework's way in and out. */
export interface FrameworkAdapter {
  /** Authenticates and takes one activity; rejects with Rejected when it is not let in. */
  take(authorization: string, activity: Activity, handler: Handler): Promise<Taken>;
  readonly outlet: Outlet;
}

export interface Taken {
  readonly handled: Handled;
  /** What the channel awaits in the answer itself: to an invoke, or when it asked for the replies in place. */
  readonly response: { readonly status: number; readonly body?: unknown } | undefined;
}

export interface AdapterParts {
  readonly authentication: Authentication;
  readonly appId: string;
  readonly wording: () => Localized<Wording>;
  readonly store: Pick<ChannelNames, 'named'>;
  /** Milliseconds after which a customer sees that an answer is being written. */
  readonly typingAfter: number;
}

export function createAdapter({ authentication, appId, wording, store, typingAfter }: AdapterParts): FrameworkAdapter {
  const adapter = new Adapter(authentication);

  async function show(context: TurnContext, message: Message): Promise<void> {
    const sent = await context.sendActivity(outgoingActivity(message, context.activity.channelId, wording()));
    const { threadId, seq, choices, answer } = message;
    if (sent === undefined || sent.id === '' || context.activity.channelId !== 'msteams') return;
    if (choices !== undefined) await store.named(threadId, seq, sent.id, 'buttons');
    else if (answer !== undefined) await store.named(threadId, seq, sent.id);
  }

  /** Opens a way to the customer behind a stored reference. */
  function reach(reference: string, use: (context: TurnContext) => Promise<unknown>): Promise<void> {
    return adapter.continueConversationAsync(appId, readReference(reference), async (context) => {
      // The id of a continuation is made up; with it each message would be sent as a reply to nothing.
      delete context.activity.id;
      await use(context);
    });
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
          { first: typingAfter, next: typingShownFor },
        );
      });
      return { handled, response: response ?? undefined };
    },
    outlet: {
      name: 'teams',
      prefix: frameworkPrefix,
      push: (reference, use) => reach(reference, (context) => use((message) => show(context, message))),
      settle: (reference, { offer, name, choice }) =>
        reach(reference, (context) =>
          context.updateActivity({ ...settledActivity(offer, choice, wording()), id: name }),
        ),
      typing: (reference) => reach(reference, (context) => context.sendActivity({ type: ActivityTypes.Typing })),
    },
  };
}

/** Milliseconds for which Teams shows that somebody writes. */
const typingShownFor = 3000;

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

/** What is needed to send later, without the id of the activity that happened to bring it; and the team, with which the bot may be removed. */
function referenceOf(activity: Activity): string {
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
  const team = teamOf(activity.channelData);
  return JSON.stringify(team === undefined ? reference : { ...reference, team });
}

const referenceSchema = z.looseObject({ serviceUrl: z.string(), conversation: z.looseObject({ id: z.string() }) });

function readReference(json: string): Partial<ConversationReference> {
  return referenceSchema.parse(JSON.parse(json)) as unknown as Partial<ConversationReference>;
}
