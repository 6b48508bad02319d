import type { DeskNews } from '../../../service/desk-watch.ts';
import type { DeskLine } from '../../../service/desk-line.ts';
import type { DeskQueue } from '../../../service/desk.ts';

/** The queue after these news; undefined as long as no whole queue was told. */
export function patchedQueue(before: DeskQueue | undefined, news: DeskNews): DeskQueue | undefined {
  const queue = news.queue ?? before;
  if (queue === undefined) return undefined;
  const {
    lines = [],
    gone = [],
    openTickets = queue.openTickets,
    dueTickets = queue.dueTickets,
    people = queue.people,
    now,
  } = news;
  if (lines.length === 0 && gone.length === 0) return { ...queue, openTickets, dueTickets, people, now };
  const byId = new Map(queue.lines.map((line) => [line.id, line]));
  for (const line of lines) byId.set(line.id, line);
  for (const id of gone) byId.delete(id);
  return { lines: [...byId.values()].toSorted(inOrder), openTickets, dueTickets, people, now };
}

const order = { waiting: 0, agent: 1, bot: 2, closed: 3 } as const;

/** As the server sorts them: those that wait, longest first, those that agents hold, those that the bot holds. */
function inOrder(one: DeskLine, other: DeskLine): number {
  return order[one.status] - order[other.status] || (one.queuedAt ?? one.lastAt) - (other.queuedAt ?? other.lastAt);
}
