import type { Status } from '../domain/conversation.ts';
import type { DeskLine } from './desk-line.ts';

/*
 * The one order of the desk's lists, for the server and for the pages that keep a list up to date: those that wait, those that
 * agents hold, those that the bot holds; in each the one that has come first on top, and of two of the same instant the lesser id.
 * Nothing that is said moves a line.
 */

/** Compares two lines for sorting; 0 for the same conversation only. */
export function inDeskOrder(one: DeskLine, other: DeskLine): number {
  return (
    places[one.status] - places[other.status] ||
    cameAt(one) - cameAt(other) ||
    Number(one.id > other.id) - Number(one.id < other.id)
  );
}

const places: Readonly<Record<Status, number>> = { waiting: 0, agent: 1, bot: 2, closed: 3 };

function cameAt({ queuedAt, openedAt }: DeskLine): number {
  return queuedAt ?? openedAt;
}
