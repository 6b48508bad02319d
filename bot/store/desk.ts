import type { DeskStore } from '../service/ports.ts';
import { conversationOf } from './conversations.ts';
import type { Database } from './database.ts';

/** What agents see and do beside the turns. */
export function deskStore(database: Database): DeskStore {
  const notClosed = database.prepare<{ state: string }>(
    `SELECT state FROM conversations WHERE status IN ('waiting', 'agent') OR (status = 'bot' AND customer_messages > 0)
     ORDER BY CASE status WHEN 'waiting' THEN 0 WHEN 'agent' THEN 1 ELSE 2 END, queued_at, opened_at, id`,
  );

  return {
    async open() {
      return notClosed.all().map(conversationOf);
    },
  };
}
