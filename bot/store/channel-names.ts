import type { ChannelNames } from '../service/ports.ts';
import type { Database } from './database.ts';
import type { Group } from './group.ts';
import { messageColumns, messageOf, type MessageRow } from './message-row.ts';
import { storable } from './text.ts';

export function channelNames(database: Database, { write }: Group): ChannelNames {
  const put = database.prepare(
    `INSERT INTO channel_names (thread_id, seq, name) VALUES ($threadId, $seq, $name)
     ON CONFLICT (thread_id, seq) DO UPDATE SET name = excluded.name`,
  );
  const nameOf = database.prepare<{ name: string }>(
    'SELECT name FROM channel_names WHERE thread_id = $threadId AND seq = $seq',
  );
  const sentAs = database.prepare<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE thread_id = $threadId AND seq =
       (SELECT max(n.seq) FROM channel_names n WHERE n.thread_id = $threadId AND n.name = $name)`,
  );
  const heardAs = database.prepare<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE thread_id = $threadId AND ${isNamed} ORDER BY seq`,
  );
  return {
    async named(threadId, seq, name) {
      await write(() => put.run({ threadId: storable(threadId), seq, name: storable(name) }));
    },
    async nameOf(threadId, seq) {
      return nameOf.get({ threadId: storable(threadId), seq })?.name;
    },
    async sentAs(threadId, name) {
      const row = sentAs.get({ threadId: storable(threadId), name: storable(name) });
      return row && messageOf(row);
    },
    async heardAs(threadId, name) {
      return heardAs.all({ threadId: storable(threadId), name: storable(name) }).map(messageOf);
    },
  };
}

/** A message of the customer's that the channel calls `$name`, or that puts that one right. */
export const isNamed = `author = 'customer'
  AND $name IN (json_extract(details, '$.origin.activityId'), json_extract(details, '$.origin.edits'))`;
