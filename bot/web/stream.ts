import type { Accounts } from '../service/accounts.ts';
import type { DeskNews, DeskWatch } from '../service/desk-watch.ts';
import type { Reply } from '../service/http.ts';
import type { Presence } from '../service/presence.ts';
import type { Session } from './sessions.ts';

/** How often an open stream asks whether its session still stands, in milliseconds. */
const checkEvery = 2000;

/** A comment this often keeps proxies from closing a stream that is silent, in checks. */
const checksToComment = 7;

/** How long a browser waits before it comes back, in milliseconds. */
const retryAfter = 2000;

/**
 * The desk's news as server-sent events: `news` holds the whole queue at first and then what changed of it, and the ids of
 * conversations to look at again; `signed-out` is the last of a session that has ended. Nothing is written after that.
 */
export function deskStream(session: Session, accounts: Accounts, presence: Presence, watch: DeskWatch): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would hold events back.
      'x-accel-buffering': 'no',
    },
    stream: (write, closed) => run(session, accounts, presence, watch, write, closed),
  };
}

async function run(
  { token, agent, roles }: Session,
  accounts: Accounts,
  presence: Presence,
  watch: DeskWatch,
  write: (chunk: string) => boolean,
  closed: AbortSignal,
): Promise<void> {
  let waiting: DeskNews | undefined;
  let wake = () => {};
  const left = presence.arrived(agent.id);
  const unsubscribe = watch.subscribe((news) => {
    waiting = waiting === undefined ? news : merged(waiting, news);
    wake();
  });
  const news = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, checkEvery);
      closed.addEventListener('abort', done);
      wake = done;
      if (waiting !== undefined || closed.aborted) done();
      function done(): void {
        clearTimeout(timer);
        closed.removeEventListener('abort', done);
        resolve();
      }
    });
  try {
    if (!write(`retry: ${retryAfter}\n\n`)) return;
    for (let check = 1; ; check += 1) {
      await news();
      if (closed.aborted) return;
      // Before anything is told: a disabled account hears no more, whoever disabled it and in whatever process.
      const still = await accounts.whoIs(token);
      if (still === undefined) {
        write('event: signed-out\ndata: {}\n\n');
        return;
      }
      // With other roles the page must come back, and be let in anew or not.
      if (still.roles.join() !== roles.join()) return;
      // JSON has no line break in it, so one data line holds it.
      const text = waiting === undefined ? '' : `event: news\ndata: ${JSON.stringify(waiting)}\n\n`;
      waiting = undefined;
      if (text !== '' && !write(text)) return;
      if (check % checksToComment === 0 && !write(': still here\n\n')) return;
    }
  } finally {
    left();
    unsubscribe();
  }
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
