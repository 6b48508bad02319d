import { type Activity, ActivityTypes, CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import type { Message } from '../../domain/message.ts';
import type { Wording } from '../../domain/wording.ts';
import type { Handled, Handler } from '../handler.ts';
import type { Outlet } from '../outlet.ts';
import { frameworkPrefix } from '../thread.ts';
import type { Authentication } from './authentication.ts';
import { outgoingActivity } from './outgoing.ts';

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

export function createAdapter(
  authentication: Authentication,
  appId: string,
  wording: () => Localized<Wording>,
): FrameworkAdapter {
  const adapter = new Adapter(authentication);
  async function show(context: TurnContext, message: Message): Promise<void> {
    await context.sendActivity(outgoingActivity(message, context.activity.channelId, wording()));
  }
  return {
    async take(authorization, activity, handler) {
      let handled: Handled = { kind: 'ignored' };
      const response = await adapter.takeActivity(authorization, activity, async (context) => {
        handled = await handler.handle(context, () => referenceOf(context.activity), show);
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
