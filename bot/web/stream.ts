import type { Accounts } from '../service/accounts.ts';
import type { DeskNews, DeskWatch } from '../service/desk-watch.ts';
import type { Reply } from '../service/http.ts';
import type { Feed } from '../service/ports.ts';
import type { Presence } from '../service/presence.ts';
import type { Session } from './sessions.ts';

/** How often an open stream asks whether its session still stands, in milliseconds. */
const checkEvery = 2000;

/** A comment this often keeps proxies from closing a stream that is silent, in checks. */
const checksToComment = 7;

/** How long a browser waits before it comes back, in milliseconds. */
const retryAfter = 2000;

export interface StreamParts {
  readonly accounts: Pick<Accounts, 'whoIs'>;
  readonly presence: Pick<Presence, 'arrived'>;
  readonly watch: DeskWatch;
  readonly feed: Pick<Feed, 'onSignal'>;
}

/**
 * What a page of the desk has to hear, as server-sent events. Agents get `news`: the whole queue at first and then what changed
 * of it, and the ids of conversations to look at again. Admins get `accounts` when something was done with accounts. Everybody
 * gets `channels` when a channel fails or works again, `roles`, after which the page must come back and be let in anew, and `signed-out`, the last of a session that has ended.
 */
export function deskStream(session: Session, parts: StreamParts): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would hold events back.
      'x-accel-buffering': 'no',
    },
    stream: (write, closed) => run(session, parts, write, closed),
  };
}

async function run(
  { token, agent, roles }: Session,
  { accounts, presence, watch, feed }: StreamParts,
  write: (chunk: string) => boolean,
  closed: AbortSignal,
): Promise<void> {
  const heard: { news?: DeskNews; accounts?: true; channels?: true } = {};
  let isAwake = false;
  let sleeper = () => {};
  const wake = () => {
    isAwake = true;
    sleeper();
  };
  const ends = [
    // Whatever is done with accounts may concern this session: it is looked at again at once.
    feed.onSignal(({ kind }) => {
      if (kind === 'channels') heard.channels = true;
      else if (kind !== 'accounts') return;
      else if (roles.includes('admin')) heard.accounts = true;
      wake();
    }),
  ];
  if (roles.includes('agent')) {
    ends.push(presence.arrived(agent.id));
    ends.push(
      watch.subscribe((news) => {
        heard.news = heard.news === undefined ? news : merged(heard.news, news);
        wake();
      }),
    );
  }
  const something = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, checkEvery);
      closed.addEventListener('abort', done);
      sleeper = done;
      if (isAwake || closed.aborted) done();
      function done(): void {
        isAwake = false;
        clearTimeout(timer);
        closed.removeEventListener('abort', done);
        resolve();
      }
    });
  try {
    if (!write(`retry: ${retryAfter}\n\n`)) return;
    for (let check = 1; ; check += 1) {
      await something();
      if (closed.aborted) return;
      // Before anything is told: a disabled account hears no more, whoever disabled it and in whatever process.
      const still = await accounts.whoIs(token);
      if (still === undefined) {
        write(eventOf('signed-out', {}));
        return;
      }
      if (still.roles.join() !== roles.join()) {
        write(eventOf('roles', {}));
        return;
      }
      const text = [
        heard.news === undefined ? '' : eventOf('news', heard.news),
        heard.accounts === undefined ? '' : eventOf('accounts', {}),
        heard.channels === undefined ? '' : eventOf('channels', {}),
      ].join('');
      delete heard.news;
      delete heard.accounts;
      delete heard.channels;
      if (text !== '' && !write(text)) return;
      if (check % checksToComment === 0 && !write(': still here\n\n')) return;
    }
  } finally {
    for (const end of ends) end();
  }
}

/** JSON has no line break in it, so one data line holds it. */
function eventOf(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** What a page that was not written to meanwhile has to know: a whole queue voids what was told before it. */
function merged(before: DeskNews, after: DeskNews): DeskNews {
  const changed = [...new Set([...before.changed, ...after.changed])];
  const numbers = [...new Set([...(before.tickets ?? []), ...(after.tickets ?? [])])];
  const tickets = numbers.length > 0 ? { tickets: numbers } : {};
  if (after.queue !== undefined) return { ...after, changed, ...tickets };
  const lines = new Map([...(before.lines ?? []), ...(after.lines ?? [])].map((line) => [line.id, line]));
  for (const id of after.gone ?? []) lines.delete(id);
  const back = new Set((after.lines ?? []).map(({ id }) => id));
  const gone = [...new Set([...(before.gone ?? []), ...(after.gone ?? [])])].filter((id) => !back.has(id));
  return {
    ...before,
    ...after,
    changed,
    ...tickets,
    ...(lines.size > 0 || before.lines ? { lines: [...lines.values()] } : {}),
    ...(gone.length > 0 || before.gone ? { gone } : {}),
  };
}
