import { BotAdapter, TurnContext } from 'botbuilder';
import type { Handled, Handler } from '../handler.ts';

/** Takes an activity of the web chat inside this process. */
export type TakeEmbedded = (activity: object) => Promise<Handled>;

/** Makes the adapter between Sportello's own Direct Line and the handler that every channel shares. */
export function createEmbeddedAdapter(handler: Handler): TakeEmbedded {
  const adapter = new EmbeddedAdapter();
  return async (activity) => {
    let handled: Handled = { kind: 'ignored' };
    await adapter.take(activity, async (context) => {
      handled = await handler.handle(context, noReference, nothingIsSent);
    });
    return handled;
  };
}

const noReference = () => '';
const nothingIsSent = () => Promise.reject(new Error(readOnly));

const readOnly =
  'The web chat shows what the transcript holds and nothing else: let a turn save the message instead of sending it.';

class EmbeddedAdapter extends BotAdapter {
  async take(activity: object, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override sendActivities(): Promise<never> {
    return Promise.reject(new Error(readOnly));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error(readOnly));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error(readOnly));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error(readOnly));
  }
}
