import type { AnswerWay } from '../domain/ticket.ts';
import type { StoredTicket, TicketEvent, TicketEventKind, TicketList, TicketStore } from '../service/ticket-store.ts';
import { auditWriter } from './audit.ts';
import type { Database } from './database.ts';
import { eventWriter, mailColumns, mailOf, mailWriter, type MailRow } from './mails.ts';
import { storable } from './text.ts';

/** What customers left when nobody could come, and what becomes of it. */
export function ticketStore(database: Database): TicketStore {
  const lists = Object.fromEntries(
    Object.entries(conditions).map(([list, condition]) => [
      list,
      database.prepare<TicketRow>(
        `${ticketsSql} WHERE ${condition} AND ($search = '' OR ${matches}) ORDER BY ${order} LIMIT $limit`,
      ),
    ]),
  ) as Record<TicketList, ReturnType<typeof database.prepare<TicketRow>>>;
  const one = database.prepare<TicketRow>(`${ticketsSql} WHERE t.number = $number`);
  const counts = database.prepare<Record<'todo' | 'open' | 'mine' | 'due' | 'answered', number>>(
    `SELECT count(*) AS todo,
            count(CASE WHEN status = 'open' THEN 1 END) AS open,
            count(CASE WHEN agent_id = $agentId THEN 1 END) AS mine,
            count(CASE WHEN remind_at <= $now THEN 1 END) AS due,
            count(CASE WHEN status = 'answered' THEN 1 END) AS answered
     FROM tickets WHERE status <> 'done'`,
  );
  const events = database.prepare<EventRow>(
    `SELECT at, agent_id AS "agentId", agent_name AS "agentName", kind, detail
     FROM ticket_events WHERE ticket = $number ORDER BY id`,
  );
  const mails = database.prepare<MailRow>(`SELECT ${mailColumns} FROM mails WHERE ticket = $number ORDER BY at, id`);
  const todo = database.prepare<{ n: number }>("SELECT count(*) AS n FROM tickets WHERE status <> 'done'");
  const due = database.prepare<{ n: number }>(
    "SELECT count(*) AS n FROM tickets WHERE status <> 'done' AND remind_at <= $now",
  );
  const update = database.prepare(updateSql);
  const known = database.prepare('SELECT 1 AS yes FROM mails WHERE id = $id');
  const writeMail = mailWriter(database);
  const writeEvent = eventWriter(database);
  const writeAudit = auditWriter(database);

  return {
    async tickets({ list, search = '', ...query }) {
      const { agentId, now, limit } = query;
      // A statement takes no parameter that it does not name.
      const whose = list === 'mine' ? { agentId: storable(agentId) } : {};
      return lists[list].all({ search: likePattern(search), now, limit, ...whose }).map(ticketOf);
    },
    async ticketCounts(agentId, now) {
      return counts.get({ agentId: storable(agentId), now }) ?? { todo: 0, open: 0, mine: 0, due: 0, answered: 0 };
    },
    async ticket(number) {
      const row = one.get({ number: storable(number) });
      return row && ticketOf(row);
    },
    async ticketEvents(number) {
      return events.all({ number: storable(number) }).map(eventOf);
    },
    async ticketMails(number) {
      return mails.all({ number: storable(number) }).map(mailOf);
    },
    async changeTicket({ number, version, state, event, mail, audit }) {
      return database.transaction(() => {
        if (mail !== undefined && known.get({ id: mail.id }) !== undefined) return 'duplicate';
        const { agent, remindAt, answeredAt, way, doneAt, doneBy, status } = state;
        const changed = update.run({
          number: storable(number),
          version,
          status,
          agentId: agent === undefined ? null : storable(agent.id),
          agentName: agent === undefined ? null : storable(agent.name),
          remindAt: remindAt ?? null,
          answeredAt: answeredAt ?? null,
          way: way ?? null,
          doneAt: doneAt ?? null,
          doneById: doneAt === undefined ? null : storable(event.by.id),
          doneBy: doneBy === undefined ? null : storable(doneBy),
        });
        if (changed === 0) return 'conflict';
        writeEvent(number, event);
        if (mail !== undefined) writeMail(mail);
        writeAudit(audit);
        return 'saved';
      });
    },
    async openTickets() {
      return todo.get()?.n ?? 0;
    },
    async dueTickets(now) {
      return due.get({ now })?.n ?? 0;
    },
  };
}

const ticketsSql = `
  SELECT t.number AS number, t.conversation_id AS "conversationId", t.contact AS contact, t.question AS question, t.at AS at,
         c.channel AS channel, c.language AS language, t.version AS version, t.status AS status, t.agent_id AS "agentId",
         t.agent_name AS "agentName", t.remind_at AS "remindAt", t.answered_at AS "answeredAt", t.way AS way,
         t.done_at AS "doneAt", t.done_by AS "doneBy"
  FROM tickets t JOIN conversations c ON c.id = t.conversation_id`;

const conditions: Readonly<Record<TicketList, string>> = {
  todo: "t.status <> 'done'",
  open: "t.status = 'open'",
  mine: "t.status <> 'done' AND t.agent_id = $agentId",
  due: "t.status <> 'done' AND t.remind_at <= $now",
  answered: "t.status = 'answered'",
  done: "t.status = 'done'",
  all: '1 = 1',
};

const matches = `(t.number LIKE $search ESCAPE '\\' OR t.contact LIKE $search ESCAPE '\\'
  OR t.question LIKE $search ESCAPE '\\' OR t.agent_name LIKE $search ESCAPE '\\')`;

const order = `
  CASE WHEN t.status = 'done' THEN 2 WHEN t.remind_at <= $now THEN 0 ELSE 1 END,
  CASE WHEN t.status = 'done' THEN -t.done_at WHEN t.remind_at <= $now THEN t.remind_at ELSE t.at END, t.number`;

const updateSql = `
  UPDATE tickets SET version = version + 1, status = $status, agent_id = $agentId, agent_name = $agentName,
    remind_at = $remindAt, answered_at = $answeredAt, way = $way, done_at = $doneAt,
    done_by_id = CASE WHEN done_at IS NOT NULL AND $doneAt IS NOT NULL THEN done_by_id ELSE $doneById END, done_by = $doneBy
  WHERE number = $number AND version = $version`;

function likePattern(search: string): string {
  const text = storable(search.trim());
  return text === '' ? '' : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

interface TicketRow {
  readonly number: string;
  readonly conversationId: string;
  readonly contact: string;
  readonly question: string;
  readonly at: number;
  readonly channel: StoredTicket['channel'];
  readonly language: StoredTicket['language'];
  readonly version: number;
  readonly status: StoredTicket['status'];
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly remindAt: number | null;
  readonly answeredAt: number | null;
  readonly way: AnswerWay | null;
  readonly doneAt: number | null;
  readonly doneBy: string | null;
}

function ticketOf({ agentId, agentName, remindAt, answeredAt, way, doneAt, doneBy, ...row }: TicketRow): StoredTicket {
  return {
    ...row,
    ...(agentId !== null && { agent: { id: agentId, name: agentName ?? '' } }),
    ...(remindAt !== null && { remindAt }),
    ...(answeredAt !== null && { answeredAt }),
    ...(way !== null && { way }),
    ...(doneAt !== null && { doneAt }),
    ...(doneBy !== null && { doneBy }),
  };
}

interface EventRow {
  readonly at: number;
  readonly agentId: string;
  readonly agentName: string;
  readonly kind: TicketEventKind;
  readonly detail: string | null;
}

function eventOf({ at, agentId, agentName, kind, detail }: EventRow): TicketEvent {
  return { at, by: { id: agentId, name: agentName }, kind, ...(detail !== null && { detail }) };
}
