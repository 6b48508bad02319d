import type { DeliveryStore } from '../service/ports.ts';
import type { Database } from './database.ts';
import type { Group } from './group.ts';
import { storable } from './text.ts';

/** Which threads have something to send is written by the commit; this moves it on. */
export function deliveryStore(database: Database, { write }: Group): DeliveryStore {
  const undelivered = database.prepare<{ id: string }>(
    `SELECT id FROM threads WHERE delivery_due <= $at AND id >= $first AND id < $end
     ORDER BY delivery_due, id LIMIT $limit`,
  );
  const backlog = database.prepare<{ waiting: number; oldestAt: number | null }>(
    `SELECT count(*) AS waiting, min(m.at) AS "oldestAt" FROM threads t
     JOIN messages m ON m.thread_id = t.id AND m.seq > t.delivered_seq AND m.author <> 'customer'
     WHERE t.delivery_due IS NOT NULL AND t.id >= $first AND t.id < $end`,
  );
  const delivery = database.prepare<{ reference: string | null; deliveredSeq: number; tries: number }>(
    'SELECT reference, delivered_seq AS "deliveredSeq", delivery_tries AS tries FROM threads WHERE id = $id',
  );
  // A number that comes late (two tries at once) never takes one back.
  const delivered = database.prepare(
    `UPDATE threads SET
       delivered_seq = $seq,
       delivery_due = CASE WHEN deliverable_seq > $seq THEN 0 END,
       delivery_tries = 0,
       delivery_error = NULL
     WHERE id = $id AND delivered_seq < $seq`,
  );
  const retry = database.prepare(
    `UPDATE threads SET delivery_due = $retryAt, delivery_tries = delivery_tries + 1, delivery_error = $error
     WHERE id = $id AND deliverable_seq > delivered_seq`,
  );
  const giveUp = database.prepare(
    `UPDATE threads SET
       lost_after = delivered_seq, lost_to = last_seq, lost_error = $error,
       delivered_seq = last_seq, delivery_due = NULL, delivery_tries = 0, delivery_error = $error
     WHERE id = $id AND deliverable_seq > delivered_seq`,
  );

  const lost = database.prepare(
    'UPDATE threads SET lost_after = $seq - 1, lost_to = $seq, lost_error = $error WHERE id = $id',
  );

  return {
    async lost(threadId, seq, error) {
      await write(() => lost.run({ id: storable(threadId), seq, error: storable(error) }));
    },
    async undelivered(at, limit, prefix = '') {
      return undelivered.all({ at, limit, ...rangeOf(prefix) }).map(({ id }) => id);
    },
    async backlog(prefix) {
      const { waiting = 0, oldestAt = null } = backlog.get(rangeOf(prefix)) ?? {};
      return { waiting, ...(oldestAt !== null && { oldestAt }) };
    },
    async delivery(threadId) {
      const row = delivery.get({ id: storable(threadId) });
      return row && { ...row, reference: row.reference ?? undefined };
    },
    async delivered(threadId, seq) {
      await write(() => delivered.run({ id: storable(threadId), seq }));
    },
    async failed(threadId, error, retryAt) {
      const failure = { id: storable(threadId), error: storable(error) };
      await write(() => (retryAt === null ? giveUp.run(failure) : retry.run({ ...failure, retryAt })));
    },
  };
}

/** From the first text that begins with `prefix` to the first that comes after all of them; U+10FFFF ends every order. */
function rangeOf(prefix: string): { readonly first: string; readonly end: string } {
  return { first: prefix, end: `${prefix}\u{10FFFF}` };
}
