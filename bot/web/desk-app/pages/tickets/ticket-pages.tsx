import { useRoute } from 'wouter';

import { TicketPage } from './ticket-page.tsx';
import { TicketsPage } from './tickets-page.tsx';

/** The tickets, or the one that is open. */
export function TicketPages() {
  const [opened, params] = useRoute('/tickets/:number');
  return opened ? <TicketPage key={params.number} number={params.number} /> : <TicketsPage />;
}
