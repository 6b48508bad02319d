import type { Localized } from '../../domain/language.ts';
import type { Wording } from '../../domain/wording.ts';
import type { Route } from '../../service/http.ts';
import { newSecret } from '../../service/secret.ts';
import type { Clock, Feed, Log, Store } from '../../service/ports.ts';
import type { Turns } from '../../service/turns.ts';
import type { Handler } from '../handler.ts';
import { createHealth } from '../health.ts';
import type { LeaveParts } from '../leave.ts';
import type { Outlet } from '../outlet.ts';
import { TelegramAdapter } from './adapter.ts';
import { type ApiSettings, botOf, telegramApi } from './api.ts';
import type { Identity } from './incoming.ts';
import { introduce } from './introduce.ts';
import { telegramOutlet } from './outlet.ts';
import { poll } from './polling.ts';
import { createTaker } from './taker.ts';
import { webhookPath, webhookRoute } from './webhook.ts';

/** Telegram, without any cloud between. */
export interface Telegram {
  readonly outlet: Outlet;
  /** The webhook, when there is one. */
  routes(handler: Handler): readonly Route[];
  /** Tells Telegram how updates are to come, and fetches them when it does not bring them. Tries until it works. */
  start(handler: Handler): void;
  /** Fetches nothing more; resolves when what was fetched is taken. */
  close(): Promise<void>;
}

export interface TelegramParts {
  readonly settings: TelegramSettings;
  readonly store: Pick<Store, 'secret' | 'messages' | 'load' | 'named' | 'nameOf'> & LeaveParts['store'];
  readonly turns: Pick<Turns, 'lose'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly feed: Pick<Feed, 'signal'>;
  readonly log: Log;
  readonly wording: () => Localized<Wording>;
  /** Milliseconds after which a customer sees that an answer is being written. Default 400. */
  readonly typingAfter?: number;
  /** Seconds for which Telegram may hold a call for updates open. Default 30. */
  readonly hold?: number;
}

export interface TelegramSettings extends ApiSettings {
  /** How updates come; with `webhook`, to `url`. */
  readonly mode: { readonly kind: 'polling' } | { readonly kind: 'webhook'; readonly url: string };
  /** What Telegram sends with each update; default one that is made and kept in the store. */
  readonly secret?: string;
}

export async function createTelegram(parts: TelegramParts): Promise<Telegram> {
  const { settings, store, log, hold = 30 } = parts;
  const api = telegramApi(settings);
  const secret = settings.secret ?? (await store.secret('telegram', newSecret));
  const adapter = new TelegramAdapter(api, botOf(settings.token));
  const receiving = createHealth(parts);
  const closing = new AbortController();
  const identity: { known: Identity | undefined } = { known: undefined };
  let running: Promise<void> = Promise.resolve();

  const takerFor = (handler: Handler) =>
    createTaker({ ...parts, api, adapter, handler, identity: () => identity.known });

  return {
    outlet: telegramOutlet({ adapter, store, wording: parts.wording, trouble: receiving.trouble }),
    routes: (handler) => (settings.mode.kind === 'webhook' ? [webhookRoute(secret, takerFor(handler), log)] : []),
    start(handler) {
      const { mode } = settings;
      const webhook = mode.kind === 'webhook' ? { url: mode.url + webhookPath, secret } : undefined;
      const begin = async () => {
        identity.known = await introduce({ api, webhook, health: receiving, log }, closing.signal);
        if (identity.known === undefined) return;
        log('info', 'telegram-ready', { bot: `@${identity.known.username}`, messages: mode.kind });
        if (webhook !== undefined) return;
        const polled = { api: telegramApi(settings, hold), hold, take: takerFor(handler), health: receiving };
        await poll(polled, closing.signal);
      };
      running = begin();
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}
