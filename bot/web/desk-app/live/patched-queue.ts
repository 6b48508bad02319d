import type { DeskNews } from '../../../service/desk-watch.ts';
import { inDeskOrder } from '../../../service/desk-order.ts';
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
  return { lines: [...byId.values()].toSorted(inDeskOrder), openTickets, dueTickets, people, now };
}
