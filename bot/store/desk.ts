import type { DeskStore, StoredTicket } from '../service/ports.ts';
import { conversationOf } from './conversations.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

/** What agents see and do beside the turns. */
export function deskStore(database: Database): DeskStore {
  const notClosed = database.prepare<{ state: string }>(
    `SELECT state FROM conversations WHERE status IN ('waiting', 'agent') OR (status = 'bot' AND customer_messages > 0)
     ORDER BY CASE status WHEN 'waiting' THEN 0 WHEN 'agent' THEN 1 ELSE 2 END, queued_at, opened_at, id`,
  );
  const tickets = `SELECT t.number AS number, t.conversation_id AS "conversationId", t.contact AS contact, t.question AS question,
            t.at AS at, c.channel AS channel, c.language AS language, t.done_at AS "doneAt", t.done_by AS "doneBy"
     FROM tickets t JOIN conversations c ON c.id = t.conversation_id`;
  const open = database.prepare<TicketRow>(`${tickets} WHERE t.done_at IS NULL ORDER BY t.at, t.number`);
  const lately = database.prepare<TicketRow>(
    `${tickets} WHERE t.done_at IS NOT NULL ORDER BY t.done_at DESC, t.number LIMIT 200`,
  );
  const openTickets = database.prepare<{ n: number }>('SELECT count(*) AS n FROM tickets WHERE done_at IS NULL');
  const done = database.prepare(
    `UPDATE tickets SET done_at = $at, done_by_id = $agentId, done_by = $agentName
     WHERE number = $number AND done_at IS NULL`,
  );

  return {
    async open() {
      return notClosed.all().map(conversationOf);
    },
    async tickets() {
      return [...open.all(), ...lately.all()].map(ticketOf);
    },
    async openTickets() {
      return openTickets.get()?.n ?? 0;
    },
    async ticketDone(number, by, at) {
      return done.run({ number: storable(number), agentId: by.id, agentName: storable(by.name), at }) === 1;
    },
  };
}

type TicketRow = Omit<StoredTicket, 'doneAt' | 'doneBy'> & {
  readonly doneAt: number | null;
  readonly doneBy: string | null;
};

function ticketOf({ doneAt, doneBy, ...ticket }: TicketRow): StoredTicket {
  return doneAt === null || doneBy === null ? ticket : { ...ticket, doneAt, doneBy };
}
