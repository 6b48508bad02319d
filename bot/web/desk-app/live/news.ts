import type { QueryClient } from '@tanstack/react-query';

import type { DeskNews } from '../../../service/desk-watch.ts';
import type { DeskQueue } from '../../../service/desk.ts';
import { sessionKey } from '../api/session.ts';
import { patchedQueue } from './patched-queue.ts';
import { noteTyping } from './typing.ts';
import { setServerTime } from './server-time.ts';

/*
 * What each event of the stream means for what pages have read: it is replaced where the event brings it, and read again where it
 * only says that something changed. Whoever adds an event adds a line here.
 */

export const queueKey = ['queue'] as const;
export const conversationKey = (id: string) => ['conversation', id] as const;
export const closedKey = ['closed'] as const;
export const accountsKey = ['accounts'] as const;
export const invitationsKey = ['invitations'] as const;
/** All that may be another when something was done with accounts. */
export const ofAccounts = [accountsKey, invitationsKey, ['sessions'], ['audit'], ['account']] as const;
export const channelsKey = ['channels'] as const;
/** What the stream tells changes of, but not how it is. */
export const toldOnlyWhenChanged = [sessionKey, channelsKey, ...ofAccounts] as const;
export const ticketsKey = ['tickets'] as const;
export const ticketKey = (number: string) => ['ticket', number] as const;

export const news: Readonly<Record<string, (queries: QueryClient, data: unknown) => void>> = {
  news(queries, data) {
    const told = data as DeskNews;
    const { queue, openTickets, changed, tickets, typing = [], gone = [], now } = told;
    setServerTime(now);
    queries.setQueryData<DeskQueue>(queueKey, (before) => patchedQueue(before, told));
    if ((queue ?? openTickets ?? tickets) !== undefined) void queries.invalidateQueries({ queryKey: ticketsKey });
    // A page that comes, or comes back, may have missed what changed in what it shows.
    if (queue !== undefined)
      for (const key of ['ticket', 'conversation']) void queries.invalidateQueries({ queryKey: [key] });
    for (const number of tickets ?? []) void queries.invalidateQueries({ queryKey: ticketKey(number) });
    if (queue !== undefined || gone.length > 0) void queries.invalidateQueries({ queryKey: closedKey });
    noteTyping(queries, typing, changed);
    for (const id of changed) void queries.invalidateQueries({ queryKey: conversationKey(id) });
  },
  accounts(queries) {
    for (const queryKey of ofAccounts) void queries.invalidateQueries({ queryKey });
  },
  channels(queries) {
    void queries.invalidateQueries({ queryKey: channelsKey });
  },
  // What was read with other roles is forgotten; the pages that this account still may open read theirs again.
  roles(queries) {
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    void queries.invalidateQueries({ queryKey: sessionKey, exact: true });
  },
};
