import type { StoredTicket } from '../../../service/ports.ts';
import { el, reconcile } from './dom.ts';
import { texts } from './texts.ts';
import { clockTime } from './time-words.ts';

export interface TicketList {
  readonly root: HTMLElement;
  update(tickets: readonly StoredTicket[], selected: string | undefined): void;
}

/** Tickets to do, and below them those that are done. */
export function createTicketList(): TicketList {
  const { toDo, done, noTickets } = texts();
  const open = el('ul', { 'aria-label': toDo });
  const closed = el('ul', { 'aria-labelledby': 'done-heading' });
  const empty = el('p', { class: 'empty' }, noTickets);
  const count = el('span', { class: 'count' });
  const doneSection = el('section', { class: 'part' }, el('h2', { id: 'done-heading' }, done), closed);
  return {
    root: el(
      'div',
      { class: 'queue' },
      el('section', { class: 'part' }, el('h2', {}, toDo, count), empty, open),
      doneSection,
    ),
    update(tickets, selected) {
      const toBeDone = tickets.filter((ticket) => ticket.doneAt === undefined);
      const wereDone = tickets.filter((ticket) => ticket.doneAt !== undefined);
      count.textContent = String(toBeDone.length);
      empty.hidden = toBeDone.length > 0;
      open.hidden = toBeDone.length === 0;
      doneSection.hidden = wereDone.length === 0;
      reconcile(open, toBeDone, (ticket) => ticket.number, ticketItem);
      reconcile(closed, wereDone, (ticket) => ticket.number, ticketItem);
      for (const link of [...open.querySelectorAll('a'), ...closed.querySelectorAll('a')]) {
        if (link.dataset['id'] === selected) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
  };
}

function ticketItem(ticket: StoredTicket): HTMLElement {
  const { channels } = texts();
  const link = el(
    'a',
    { href: `#/t/${encodeURIComponent(ticket.number)}`, class: 'line', 'data-id': ticket.number },
    el(
      'span',
      { class: 'line-top' },
      el('strong', {}, ticket.contact),
      el('span', { class: 'line-time' }, clockTime(ticket.at)),
    ),
    el('span', { class: 'line-question' }, ticket.question),
    el(
      'span',
      { class: 'line-facts' },
      el('span', { class: 'chip' }, ticket.number),
      el('span', { class: 'chip' }, channels[ticket.channel]),
      el('span', { class: 'chip' }, ticket.language.toUpperCase()),
    ),
  );
  return el('li', {}, link);
}
