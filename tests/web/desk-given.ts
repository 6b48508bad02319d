import { randomUUID } from 'node:crypto';
import { mailSettings } from '../../bot/mail-config.ts';
import { readConfig } from '../../bot/config.ts';
import { oidcOf } from '../../bot/oidc-settings.ts';
import { alwaysOpen } from '../../bot/domain/hours.ts';
import type { Channel, Thread } from '../../bot/domain/conversation.ts';
import type { SavedReply } from '../../bot/domain/knowledge.ts';
import type { Language } from '../../bot/domain/language.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import type { Understanding } from '../../bot/domain/understanding.ts';
import { createAccounts, type Accounts } from '../../bot/service/accounts.ts';
import { createAudit } from '../../bot/service/audit.ts';
import { createDesk } from '../../bot/service/desk.ts';
import { silentLog } from '../../bot/service/log.ts';
import type { Route } from '../../bot/service/http.ts';
import type { ChannelState } from '../../bot/service/channel-state.ts';
import type { Clock, Feed, Store } from '../../bot/service/ports.ts';
import { createPresence, type Presence } from '../../bot/service/presence.ts';
import { createTeacher } from '../../bot/service/teacher.ts';
import { learnHere } from '../learn-here.ts';
import { knowledgeFolder } from '../../bot/store/knowledge-folder.ts';
import { knowledgeWriter } from '../../bot/store/knowledge-writer.ts';
import { ticketMail } from '../../bot/service/letters.ts';
import { createTickets, type Tickets } from '../../bot/service/tickets.ts';
import { createTurns, type Turns } from '../../bot/service/turns.ts';
import { createFeed } from '../../bot/store/feed.ts';
import { openStore } from '../../bot/store/open.ts';
import { createAssets } from '../../bot/web/assets.ts';
import { deskRoutes } from '../../bot/web/desk.ts';
import { createServer } from '../../bot/web/server.ts';
import { sampleKnowledge } from '../conversation/sample.ts';
import { unexplained } from '../unexplained.ts';

/** Hashes that cost nothing, for tests that are not about their cost. */
export const cheap = { ln: 4, r: 1, p: 1 } as const;

export const password = 'una frase piuttosto lunga';

/** A channel on which nothing works. */
export const failingChannel: ChannelState = {
  name: 'telegram',
  trouble: { since: 1_000, error: 'no-answer' },
  sent: 4,
  failures: 3,
  lastError: 'no-answer',
  waiting: 2,
  oldestAt: 900,
};

export interface GivenDesk {
  /** What the desk hears of its channels, to be changed by a test; none at first. */
  readonly channels: ChannelState[];
  readonly origin: string;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly turns: Turns;
  readonly tickets: Tickets;
  readonly presence: Presence;
  readonly feed: Feed;
  readonly replies: () => readonly SavedReply[];
  readonly clock: Clock & { pass(milliseconds: number): void };
  /** A customer says something; gives the id of the conversation. */
  says(customer: string, text: string, given?: { channel?: Channel; language?: Language }): Promise<string>;
  /** Opens an account of this login, with the name in capitals, and signs it in. */
  signIn(login: string): Promise<Caller>;
  readonly stranger: Caller;
  /** All that is served under /desk. */
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** Calls the desk as an agent's page does. */
export interface Caller {
  readonly cookie: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Every desk of a file serves the same pages, so they are read and compressed once. */
const assets = createAssets();

/** A desk that serves on a free port: real store, turns and server, and a bot that knows only what is said in `mind`; `root` is the folder that is taught, `settings` are those of a provider and of mail, which stays in the outbox. */
export async function openDesk(mind: Mind = simpleMind(), root = '/nowhere', settings = {}): Promise<GivenDesk> {
  const store = await openStore('file::memory:');
  const clock = movingClock();
  const feed = createFeed();
  const domain = mailSettings(readConfig(settings))?.from.address.split('@')[1];
  const turns = createTurns({
    store,
    feed,
    clock,
    mind: () => mind,
    log: silentLog,
    meter: { turn() {} },
    ...(domain !== undefined && { ticketMail: (ticket, language) => ticketMail(mind, ticket, language, domain) }),
  });
  const tickets = createTickets({
    store,
    feed,
    clock,
    mind: () => mind,
    ...(domain !== undefined && { mail: { domain, saved() {} } }),
  });
  const accounts = createAccounts({ store, clock, cost: cheap });
  const presence = createPresence(clock);
  const { replies } = sampleKnowledge();
  const desk = createDesk({ store, turns, feed, presence, clock, mind: () => mind, replies: () => replies });
  const teacher = createTeacher({
    source: knowledgeFolder(root),
    writer: knowledgeWriter(root),
    learner: learnHere,
    clock,
  });
  const entries = () => mind.entries;
  const channels: ChannelState[] = [];
  const routes = deskRoutes({
    desk,
    accounts,
    presence,
    audit: createAudit(store, clock),
    feed,
    clock,
    log: silentLog,
    assets,
    teacher,
    reports: store,
    shop: () => ({ hours: mind.hours, scale: mind.policy.ratingScale }),
    tickets,
    entries,
    policy: () => mind.policy,
    channels: async () => channels,
    oidc: oidcOf(readConfig(settings), store, clock),
  });
  const server = createServer({ routes: [...routes, assets.route], upgrades: [], log: silentLog, trustProxy: false });
  const origin = await server.listen(0, '127.0.0.1');

  return {
    origin,
    channels,
    store,
    accounts,
    turns,
    presence,
    feed,
    tickets,
    replies: () => replies,
    clock,
    async says(customer, text, { channel = 'webchat', language = 'it' } = {}) {
      // Of two who came in the same millisecond the desk shows either one first; people read that as they came.
      clock.pass(1);
      const thread: Thread = {
        id: `thread-of-${customer}`,
        channel,
        customer: { id: customer.toLowerCase(), name: customer },
        language,
      };
      const result = await turns.receive(thread, { kind: 'message', text, origin: { activityId: randomUUID() } });
      if (result.kind !== 'taken') throw new Error(`The message was not taken: ${JSON.stringify(result)}`);
      return result.conversation.id;
    },
    async signIn(login) {
      await accounts.add({ login, name: `${login[0]?.toUpperCase()}${login.slice(1)}`, password });
      const result = await accounts.signIn(login, password, {
        address: `10.0.0.${login.length}`,
        browser: 'Firefox, Linux',
      });
      if (result.kind !== 'signed-in') throw new Error(`${login} was not signed in: ${result.kind}`);
      return caller(origin, `sportello_desk=${result.token}`);
    },
    stranger: caller(origin, ''),
    routes,
    async close() {
      await server.close();
      await store.close();
    },
  };
}

/** The sample's wording, always open, and an understanding as plain as can be: it knows about "consegna" only. */
export function simpleMind(): Mind {
  const { entries, ...knowledge } = sampleKnowledge();
  return {
    ...knowledge,
    hours: alwaysOpen,
    staffed: true,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    understand,
  };
}

function understand(text: string): Understanding {
  const known = /consegna/i.test(text);
  const person = /operatore/i.test(text);
  const match = (id: string, title: string, confidence: number) => ({
    id,
    language: 'it' as const,
    title,
    confidence,
    example: title,
    words: [],
  });
  const delivery = match('delivery-time', 'Quanto tempo ci vuole per la consegna?', known ? 0.95 : 0.12);
  const human = match('talk-to-human', 'Parlare con una persona', person ? 1 : 0.05);
  return {
    text,
    language: 'it',
    noise: false,
    matches: person ? [human, delivery] : [delivery, human],
    decision: person
      ? { kind: 'answer', id: 'talk-to-human' }
      : known
        ? { kind: 'answer', id: 'delivery-time' }
        : { kind: 'handoff' },
    apart: () => [],
    explain: () => unexplained,
  };
}

function movingClock(): Clock & { pass(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    newId: () => randomUUID(),
    pass(milliseconds) {
      ahead += milliseconds;
    },
  };
}

export function caller(origin: string, cookie: string): Caller {
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(`${origin}${path}`, { ...init, redirect: 'manual' });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  return {
    cookie,
    get: (path) => call(path, { headers: { cookie } }),
    post: (path, body = {}, headers = { 'x-sportello-desk': '1' }) =>
      call(path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
