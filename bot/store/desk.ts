import type { DeskStore } from '../service/ports.ts';
import { conversationOf } from './conversations.ts';
import type { Database } from './database.ts';

/** What agents see and do beside the turns. */
export function deskStore(database: Database): DeskStore {
  const notClosed = database.prepare<{ state: string }>(
    // The first condition is the index's own: SQLite takes a partial index for nothing less.
    `SELECT state FROM conversations WHERE status <> 'closed' AND (status <> 'bot' OR customer_messages > 0)`,
  );

  return {
    async open() {
      return notClosed.all().map(conversationOf);
    },
  };
}
