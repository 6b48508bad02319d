import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Log } from '../../service/ports.ts';
import { defaultBackoff, nextTry } from '../backoff.ts';
import { faultOf } from '../fault.ts';
import type { Health } from '../health.ts';
import { called } from './api.ts';
import { menus } from './commands.ts';
import type { Identity } from './incoming.ts';
import { updateKinds } from './update.ts';

export interface IntroduceParts {
  readonly api: Api;
  /** Where updates are to be brought; undefined = they are fetched. */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  readonly health: Health;
  readonly log: Log;
}

/** Asks Telegram who the bot is and tells it how updates come and what the menu holds; again until it works, or `closing` aborts. */
export async function introduce(parts: IntroduceParts, closing: AbortSignal): Promise<Identity | undefined> {
  for (let tries = 1; !closing.aborted; tries += 1) {
    try {
      const identity = await introduceOnce(parts);
      parts.health.went();
      return identity;
    } catch (error) {
      const fault = faultOf(error);
      parts.health.failed(fault.code);
      parts.log(tries === 1 ? 'error' : 'warn', 'telegram-not-ready', { tries, error: fault.code });
      const retryAfter = fault.reach === 'channel' ? fault.retryAfter : undefined;
      const pause = nextTry({ ...defaultBackoff, first: 500 }, Math.min(tries, 7), 0, Math.random(), retryAfter) ?? 0;
      await sleep(pause, undefined, { signal: closing }).catch(() => {});
    }
  }
  return undefined;
}

async function introduceOnce({ api, webhook }: IntroduceParts): Promise<Identity> {
  const { id, username } = await called(api.getMe());
  if (webhook === undefined) await called(api.deleteWebhook());
  else {
    const settings = { secret_token: webhook.secret, allowed_updates: [...updateKinds] };
    await called(api.setWebhook(webhook.url, settings));
  }
  await called(api.setMyCommands([...menus.en]));
  await called(api.setMyCommands([...menus.it], { language_code: 'it' }));
  return { id, username };
}
