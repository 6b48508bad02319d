import type { ChannelNames, Standing } from '../service/ports.ts';
import type { Database } from './database.ts';
import type { Group } from './group.ts';
import { messageColumns, messageOf, type MessageRow } from './message-row.ts';
import { storable } from './text.ts';

export function channelNames(database: Database, { write }: Group): ChannelNames {
  const put = database.prepare(
    `INSERT INTO channel_names (thread_id, seq, name, buttons) VALUES ($threadId, $seq, $name, $buttons)
     ON CONFLICT (thread_id, seq) DO UPDATE SET name = excluded.name, buttons = excluded.buttons`,
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
  const standing = database.prepare<Standing>(
    'SELECT seq, name FROM channel_names WHERE thread_id = $threadId AND buttons = 1 ORDER BY seq',
  );
  const settle = database.prepare(
    'UPDATE channel_names SET buttons = 0 WHERE thread_id = $threadId AND seq = $seq AND buttons = 1',
  );
  return {
    async named(threadId, seq, name, bears) {
      const buttons = bears === undefined ? 0 : 1;
      await write(() => put.run({ threadId: storable(threadId), seq, name: storable(name), buttons }));
    },
    async standing(threadId) {
      return standing.all({ threadId: storable(threadId) });
    },
    async settled(threadId, seq) {
      await write(() => settle.run({ threadId: storable(threadId), seq }));
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
