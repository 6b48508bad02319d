import { useMutation, useQueryClient } from '@tanstack/react-query';

import { post } from '../../api/client.ts';
import { ticketKey, ticketsKey } from '../../live/news.ts';

export interface TicketAct {
  /** The last part of the call's address. */
  readonly name: string;
  readonly body?: object;
}

/** Does something with a ticket; what the page shows of it is read again, whatever came of it. */
export function useTicketAct(number: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, body }: TicketAct) => post(`tickets/${encodeURIComponent(number)}/${name}`, body),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ticketKey(number) }),
        queries.invalidateQueries({ queryKey: ticketsKey }),
      ]),
  });
}
