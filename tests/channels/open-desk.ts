import { createDirectLine } from '../../bot/channels/directline/direct-line.ts';
import type { AppSettings, CloudSettings, Credentials } from '../../bot/channels/framework/authentication.ts';
import { createFramework } from '../../bot/channels/framework/routes.ts';
import { createHandler, type Handler } from '../../bot/channels/handler.ts';
import { createDeliverer, type Deliverer } from '../../bot/channels/send.ts';
import { createTelegram, type TelegramSettings } from '../../bot/channels/telegram/telegram.ts';
import type { Agent } from '../../bot/domain/conversation.ts';
import type { Knowledge } from '../../bot/domain/knowledge.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import { systemClock } from '../../bot/service/clock.ts';
import type { Clock, Feed, Store } from '../../bot/service/ports.ts';
import { pushAgentTyping } from '../../bot/channels/typing.ts';
import { createCustomerTyping } from '../../bot/service/typing.ts';
import { createTurns, type Turns } from '../../bot/service/turns.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import { createServer } from '../../bot/web/server.ts';
import { sampleKnowledge, sampleMind } from '../conversation/sample.ts';

/** The real parts behind both channels, on a free port of this machine, with the shop's own knowledge. */
export interface Desk {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly turns: Turns;
  readonly feed: Feed;
  readonly handler: Handler;
  /** Names of the lines in the log that are no mere information. */
  readonly troubles: string[];
  readonly states: Deliverer['states'];
  /** Every line of the log as text. */
  readonly lines: string[];
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Default in memory. */
  readonly databaseUrl?: string;
  /** Default a free one. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly app?: AppSettings;
  readonly cloud?: CloudSettings;
  readonly credentials?: Credentials;
  readonly allowedOrigins?: readonly string[];
  readonly widgetSecret?: string;
  readonly chatsPerMinute?: number;
  readonly messagesPerMinute?: number;
  readonly heartbeatEvery?: number;
  /** A bot of Telegram. */
  readonly telegram?: TelegramSettings;
  /** What an editor has written as the Italian answers of entries, by their ids. */
  readonly answers?: Readonly<Record<string, string>>;
  /** A proxy in front is believed. */
  readonly trustProxy?: true;
}

export const noApp: AppSettings = { appId: '', password: '', type: 'MultiTenant', tenantId: '' };
export const bruno: Agent = { id: 'a1', name: 'Bruno_B' };

/** A clock that runs as any, from a Monday at 10 in Rome: people are at the desk whenever the tests run. */
export function workingHours(): Clock {
  const startedAt = Date.now();
  return { ...systemClock, now: () => Date.parse('2026-11-16T09:00:00Z') + Date.now() - startedAt };
}

let shop: { readonly knowledge: Knowledge; readonly mind: Mind } | undefined;

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  shop ??= readShop();
  const { knowledge } = shop;
  const mind = edited(shop.mind, options.answers ?? {});
  const troubles: string[] = [];
  const lines: string[] = [];
  const log = (level: string, event: string, facts?: object) => {
    lines.push(JSON.stringify([level, event, facts]));
    if (level !== 'info') troubles.push(event);
  };
  const clock = options.clock ?? workingHours();
  const store = await openStore(options.databaseUrl ?? 'file::memory:');
  const feed = createFeed();
  const wording = () => knowledge.wording;
  const turns = createTurns({ store, feed, clock, log, mind: () => mind, meter: { turn: () => {} } });
  const framework = createFramework({ ...options, app: options.app ?? noApp, wording, store, log });
  const backoff = { first: 20, longest: 100, tries: 8, age: 60_000 };
  const telegram =
    options.telegram &&
    (await createTelegram({
      settings: options.telegram,
      store,
      turns,
      clock,
      feed,
      log,
      wording,
      typingAfter: 0,
      hold: 1,
    }));
  const outlets = [framework.outlet, ...(telegram === undefined ? [] : [telegram.outlet])];
  const deliverer = createDeliverer({ store, feed, clock, log, backoff, sweepEvery: 20, outlets, lose: turns.lose });
  const handler = createHandler(turns, deliverer, createCustomerTyping(store, feed), store);
  const directLine = await createDirectLine({ ...options, store, feed, clock, log, wording, handler });
  const server = createServer({
    routes: [...directLine.routes, ...framework.routes(handler), ...(telegram?.routes(handler) ?? [])],
    upgrades: [directLine.upgrade],
    log,
    trustProxy: options.trustProxy ?? false,
  });
  const listening = new URL(await server.listen(options.port ?? 0, '127.0.0.1'));
  deliverer.start();
  telegram?.start(handler);
  const stopTyping = pushAgentTyping({ feed, store, outlets, log });
  return {
    url: `http://127.0.0.1:${listening.port}`,
    port: Number(listening.port),
    knowledge,
    store,
    turns,
    feed,
    handler,
    troubles,
    lines,
    states: deliverer.states,
    async close() {
      stopTyping();
      directLine.close();
      await server.close();
      await telegram?.close();
      await deliverer.close();
      await store.close();
    },
  };
}

function edited(mind: Mind, answers: Readonly<Record<string, string>>): Mind {
  const entries = [...mind.entries].map(([id, entry]) => {
    const [answer, phrasing] = [answers[id], entry.texts.it];
    if (answer === undefined || phrasing === undefined) return [id, entry] as const;
    return [id, { ...entry, texts: { ...entry.texts, it: { ...phrasing, answers: [answer] } } }] as const;
  });
  return { ...mind, entries: new Map(entries) };
}

function readShop() {
  return { knowledge: sampleKnowledge(), mind: sampleMind() };
}

/** Waits until something is so; says what it waited for when it never is. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const endsAt = Date.now() + 60_000; Date.now() < endsAt;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((wake) => setTimeout(wake, 10));
  }
  throw new Error(`Waited a minute for ${what}.`);
}
