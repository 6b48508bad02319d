import { day } from '../domain/time.ts';
import type { MailFault, MailStore, NewMail, StoredMail, TicketEvent } from '../service/ticket-store.ts';
import { auditWriter } from './audit.ts';
import type { Database } from './database.ts';
import { storable } from './text.ts';

/** The outbox. */
export function mailStore(database: Database): MailStore {
  const due = database.prepare<MailRow>(
    `SELECT ${mailColumns} FROM mails WHERE status = 'waiting' AND due_at <= $now ORDER BY due_at, id LIMIT $limit`,
  );
  const lease = database.prepare("UPDATE mails SET due_at = $until WHERE id = $id AND status = 'waiting'");
  const sent = database.prepare(
    `UPDATE mails SET status = 'sent', sent_at = $at, due_at = NULL, fault = NULL, said = NULL WHERE id = $id`,
  );
  const failed = database.prepare(
    `UPDATE mails SET tries = tries + 1, fault = $fault, said = $said, due_at = $retryAt,
       status = CASE WHEN $retryAt IS NULL THEN 'failed' ELSE 'waiting' END
     WHERE id = $id AND status = 'waiting'`,
  );
  const again = database.prepare(
    `UPDATE mails SET status = 'waiting', tries = 0, due_at = $at
     WHERE id = $id AND ticket = $ticket AND status = 'failed'`,
  );
  const counts = database.prepare<{ status: StoredMail['status']; n: number }>(
    'SELECT status, count(*) AS n FROM mails GROUP BY status',
  );
  const writeEvent = eventWriter(database);
  const writeAudit = auditWriter(database);

  return {
    async takeMails(now, until, limit) {
      // Looking costs nothing; the write lock is taken only when there is something to send.
      if (due.get({ now, limit: 1 }) === undefined) return [];
      return database.transaction(() => {
        const taken = due.all({ now, limit });
        for (const { id } of taken) lease.run({ id, until });
        return taken.map(mailOf);
      });
    },
    async mailSent(id, at) {
      sent.run({ id, at });
    },
    async mailFailed(id, fault, said, retryAt) {
      failed.run({ id, fault, said: storable(said.slice(0, 300)), retryAt });
    },
    async sendMailAgain({ ticket, mail, event, audit }) {
      return database.transaction(() => {
        if (again.run({ id: storable(mail), ticket: storable(ticket), at: event.at }) === 0) return false;
        writeEvent(ticket, event);
        writeAudit(audit);
        return true;
      });
    },
    async mailCounts() {
      const rows = counts.all();
      const of = (status: StoredMail['status']) => rows.find((row) => row.status === status)?.n ?? 0;
      return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') };
    },
  };
}

/** Confirmations that one address gets in a day at most: nobody can have a stranger's mailbox flooded by the bot. */
const confirmationsADay = 5;

/** Makes what puts a mail into the outbox, inside a transaction; false when it was there before. */
export function mailWriter(database: Database): (mail: NewMail) => boolean {
  const lately = database.prepare<{ n: number }>(
    "SELECT count(*) AS n FROM mails WHERE recipient = $to AND kind = 'ticket' AND at > $since",
  );
  const insert = database.prepare(
    `INSERT INTO mails (id, ticket, kind, recipient, subject, text, message_id, in_reply_to, at, status, tries, due_at)
     VALUES ($id, $ticket, $kind, $to, $subject, $text, $messageId, $inReplyTo, $at, 'waiting', 0, $at)
     ON CONFLICT (id) DO NOTHING`,
  );
  return (mail) => {
    const { to, at, kind } = mail;
    if (kind === 'ticket' && (lately.get({ to, since: at - day })?.n ?? 0) >= confirmationsADay) return true;
    const { subject, text, inReplyTo = null, ...rest } = mail;
    return insert.run({ ...rest, inReplyTo, subject: storable(subject), text: storable(text) }) === 1;
  };
}

/** Makes what writes down what was done with a ticket, inside a transaction. */
export function eventWriter(database: Database): (ticket: string, event: TicketEvent) => void {
  const insert = database.prepare(
    `INSERT INTO ticket_events (ticket, at, agent_id, agent_name, kind, detail)
     VALUES ($ticket, $at, $agentId, $agentName, $kind, $detail)`,
  );
  return (ticket, { at, by, kind, detail }) => {
    const agent = { agentId: storable(by.id), agentName: storable(by.name) };
    insert.run({ ticket, at, ...agent, kind, detail: detail === undefined ? null : storable(detail) });
  };
}

export interface MailRow extends Omit<NewMail, 'inReplyTo'>, Pick<StoredMail, 'status' | 'tries'> {
  readonly inReplyTo: string | null;
  readonly dueAt: number | null;
  readonly sentAt: number | null;
  readonly fault: MailFault | null;
  readonly said: string | null;
}

export const mailColumns = `id, ticket, kind, recipient AS "to", subject, text, message_id AS "messageId",
  in_reply_to AS "inReplyTo", at, status, tries, due_at AS "dueAt", sent_at AS "sentAt", fault, said`;

export function mailOf({ inReplyTo, dueAt, sentAt, fault, said, ...row }: MailRow): StoredMail {
  return {
    ...row,
    ...(inReplyTo !== null && { inReplyTo }),
    ...(dueAt !== null && { dueAt }),
    ...(sentAt !== null && { sentAt }),
    ...(fault !== null && { fault }),
    ...(said !== null && { said }),
  };
}
