import { Badge } from '@fluentui/react-components';

import { isDue, type TicketState } from '../../../../domain/ticket.ts';
import { useServerSecond } from '../../live/ticking.ts';
import { useTexts } from '../../texts/language.tsx';
import { ticketTexts } from '../../texts/tickets.ts';

const colors = { open: 'brand', answered: 'success', done: 'subtle' } as const;

/** The state of a ticket in a word, and that it is due. */
export function TicketBadges({ ticket }: { readonly ticket: TicketState }) {
  const t = useTexts(ticketTexts);
  const now = useServerSecond();
  return (
    <>
      <Badge appearance="tint" color={colors[ticket.status]}>
        {t.statuses[ticket.status]}
      </Badge>
      {isDue(ticket, now) && (
        <Badge appearance="filled" color="danger">
          {t.due}
        </Badge>
      )}
    </>
  );
}
