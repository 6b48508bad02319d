import type { Message } from '../domain/message.ts';
import type { Parameters } from './database.ts';
import { storable, storableJson } from './text.ts';

/** A message as it lies in its table: what people look for in columns, the rest as JSON. */
export interface MessageRow {
  readonly seq: number;
  readonly threadId: string;
  readonly conversationId: string;
  readonly author: Message['author'];
  readonly text: string;
  readonly language: Message['language'];
  readonly at: number;
  readonly details: string | null;
}

/** The columns of a select that yields a MessageRow. */
export const messageColumns =
  'seq, thread_id AS "threadId", conversation_id AS "conversationId", author, text, language, at, details';

export function messageOf(row: MessageRow): Message {
  const { details, ...columns } = row;
  return details === null ? columns : { ...columns, ...(JSON.parse(details) as Partial<Message>) };
}

/** The parameters that insert a message. */
export function messageParameters(message: Message): Parameters {
  const { seq, threadId, conversationId, author, text, language, at, ...rest } = message;
  const details = storableJson(rest);
  return {
    seq,
    threadId: storable(threadId),
    conversationId: storable(conversationId),
    author,
    text: storable(text),
    language,
    at,
    details: details === '{}' ? null : details,
  };
}
