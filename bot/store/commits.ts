import type { Channel, Conversation } from '../domain/conversation.ts';
import { endingOf } from '../domain/figures.ts';
import type { Ticket } from '../domain/outcome.ts';
import { handledBy, type RatingChange } from '../domain/rating.ts';
import { quarter } from '../domain/time.ts';
import type { CommitResult, TurnRecord } from '../service/ports.ts';
import { auditWriter } from './audit.ts';
import { closingWriter } from './closings.ts';
import { contentWriter } from './content-writer.ts';
import type { Database, Parameters } from './database.ts';
import { mailWriter } from './mails.ts';
import { messageParameters } from './message-row.ts';
import { storable, storableJson } from './text.ts';
import { withdrawalWriter } from './withdrawals.ts';

/** Web chat fetches its messages by their numbers; to the other channels they are pushed. */
const pushed: Readonly<Record<Channel, boolean>> = { webchat: false, teams: true, telegram: true };

/**
 * Makes what writes one turn, inside a transaction: all of it is saved, or nothing. The two questions come first and
 * write nothing: was this activity taken before (then it is a duplicate, whatever the version), and is the version still
 * the one that the turn started from.
 */
export function turnWriter(database: Database): (turn: TurnRecord) => CommitResult {
  const seen = database.prepare(
    'SELECT 1 AS yes FROM activities WHERE thread_id = $threadId AND activity_id = $activityId',
  );
  const insertActivity = database.prepare(
    'INSERT INTO activities (thread_id, activity_id) VALUES ($threadId, $activityId)',
  );
  const insertThread = database.prepare(insertThreadSql);
  const updateThread = database.prepare(updateThreadSql);
  const putConversation = database.prepare(putConversationSql);
  const insertMessage = database.prepare(
    `INSERT INTO messages (thread_id, seq, conversation_id, author, text, language, at, details)
     VALUES ($threadId, $seq, $conversationId, $author, $text, $language, $at, $details)`,
  );
  const writeRating = ratingWriter(database);
  const writeClosing = closingWriter(database);
  const writeContent = contentWriter(database);
  const withdraw = withdrawalWriter(database);
  const insertTicket = database.prepare(
    `INSERT INTO tickets (number, conversation_id, contact, question, at, remind_at)
     VALUES ($number, $conversationId, $contact, $question, $at, $remindAt)`,
  );
  const writeMail = mailWriter(database);
  const writeAudit = auditWriter(database);

  return (turn) => {
    const activity =
      turn.activityId === undefined
        ? undefined
        : { threadId: storable(turn.conversation.thread.id), activityId: storable(turn.activityId) };
    if (activity !== undefined && seen.get(activity) !== undefined) return 'duplicate';
    const changed =
      turn.expectedVersion === 0
        ? insertThread.run(threadParameters(turn))
        : updateThread.run({ ...threadParameters(turn), expected: turn.expectedVersion });
    if (changed === 0) return 'conflict';
    if (activity !== undefined) insertActivity.run(activity);
    putConversation.run(conversationParameters(turn));
    for (const message of turn.messages) insertMessage.run(messageParameters(message));
    if (turn.rating !== undefined) writeRating(turn.rating, turn.conversation.thread.customer.id);
    if (turn.ticket !== undefined) insertTicket.run(ticketParameters(turn.ticket));
    if (turn.mail !== undefined) writeMail(turn.mail);
    writeClosing(turn);
    writeContent(turn);
    withdraw(turn);
    if (turn.audit !== undefined) writeAudit(turn.audit);
    return 'saved';
  };
}

const insertThreadSql = `
  INSERT INTO threads (id, channel, version, last_seq, conversation_id, due_at, reference, deliverable_seq, delivery_due)
  VALUES ($id, $channel, 1, coalesce($lastSeq, 0), $conversationId, $dueAt, $reference, coalesce($deliverableSeq, 0), $deliverableAt)
  ON CONFLICT (id) DO NOTHING`;

// New messages wait for the next try of those before them: delivery is in order.
const updateThreadSql = `
  UPDATE threads SET
    version = version + 1,
    last_seq = coalesce($lastSeq, last_seq),
    conversation_id = $conversationId,
    due_at = $dueAt,
    reference = coalesce($reference, reference),
    deliverable_seq = coalesce($deliverableSeq, deliverable_seq),
    delivery_due = coalesce(delivery_due, $deliverableAt)
  WHERE id = $id AND channel = $channel AND version = $expected`;

function threadParameters({ conversation, messages, reference }: TurnRecord): Parameters {
  const { id, channel } = conversation.thread;
  const deliverable = pushed[channel] ? messages.findLast((message) => message.author !== 'customer') : undefined;
  return {
    id: storable(id),
    channel,
    lastSeq: messages.at(-1)?.seq ?? null,
    conversationId: storable(conversation.id),
    dueAt: conversation.dueAt ?? null,
    reference: reference === undefined ? null : storable(reference),
    deliverableSeq: deliverable?.seq ?? null,
    deliverableAt: deliverable?.at ?? null,
  };
}

const putConversationSql = `
  INSERT INTO conversations (
    id, thread_id, channel, language, status, opened_at, closed_at, queued_at, handoff_reason, agent_id, had_agent,
    customer_messages, solved, outcome, opened_quarter, handled_by, ticket, first_agent_at, awaited_from, first_claimed_at,
    ending, state
  ) VALUES (
    $id, $threadId, $channel, $language, $status, $openedAt, $closedAt, $queuedAt, $reason, $agentId, $hadAgent,
    $customerMessages, $solved, $outcome, $openedQuarter, $handledBy, $ticket, $agentAt, $awaitedFrom, $claimedAt,
    $ending, $state
  )
  ON CONFLICT (id) DO UPDATE SET
    language = excluded.language,
    status = excluded.status,
    closed_at = excluded.closed_at,
    queued_at = excluded.queued_at,
    handoff_reason = coalesce(excluded.handoff_reason, conversations.handoff_reason),
    agent_id = excluded.agent_id,
    had_agent = excluded.had_agent,
    customer_messages = excluded.customer_messages,
    solved = excluded.solved,
    outcome = excluded.outcome,
    handled_by = excluded.handled_by,
    ticket = max(conversations.ticket, excluded.ticket),
    awaited_from = CASE WHEN conversations.first_agent_at IS NULL THEN excluded.awaited_from ELSE conversations.awaited_from END,
    first_agent_at = coalesce(conversations.first_agent_at, excluded.first_agent_at),
    first_claimed_at = coalesce(conversations.first_claimed_at, excluded.first_claimed_at),
    ending = excluded.ending,
    state = excluded.state`;

function conversationParameters({ conversation, messages, ticket }: TurnRecord): Parameters {
  const agentAt = messages.find(({ author }) => author === 'agent')?.at;
  return {
    id: storable(conversation.id),
    threadId: storable(conversation.thread.id),
    channel: conversation.thread.channel,
    language: conversation.language,
    status: conversation.status,
    openedAt: conversation.openedAt,
    closedAt: conversation.closedAt ?? null,
    queuedAt: conversation.handoff?.queuedAt ?? null,
    reason: conversation.handoff?.reason ?? null,
    agentId: conversation.agent?.id ?? null,
    hadAgent: conversation.hadAgent ? 1 : 0,
    customerMessages: conversation.customerMessages,
    solved: conversation.solved ?? null,
    outcome: conversation.outcome ?? null,
    openedQuarter: Math.floor(conversation.openedAt / quarter),
    handledBy: handledBy(conversation),
    ticket: ticket === undefined ? 0 : 1,
    agentAt: agentAt ?? null,
    awaitedFrom: agentAt === undefined ? null : awaitedFrom(conversation),
    claimedAt: conversation.claimedAt ?? null,
    ending: endingOf(conversation) ?? null,
    state: storableJson(conversation),
  };
}

/** Since when the customer waits for a person's words; null where an agent came of their own accord. */
function awaitedFrom({ handoff }: Conversation): number | null {
  return handoff === undefined || handoff.reason === 'taken' ? null : handoff.queuedAt;
}

function ticketParameters({ number, conversationId, contact, question, at, remindAt }: Ticket): Parameters {
  return {
    number,
    conversationId: storable(conversationId),
    contact: storable(contact),
    question: storable(question),
    at,
    remindAt,
  };
}

/** Asked once, given once: what comes later changes nothing. */
function ratingWriter(database: Database): (change: RatingChange, customerId: string) => void {
  const ask = database.prepare(
    `INSERT INTO ratings
       (conversation_id, scale, asked_at, handled_by, agent_id, entries, revision, channel, customer_id, language)
     VALUES
       ($conversationId, $scale, $askedAt, $handledBy, $agentId, $entries, $revision, $channel, $customerId, $language)
     ON CONFLICT (conversation_id) DO NOTHING`,
  );
  const give = database.prepare(
    'UPDATE ratings SET score = $score, rated_at = $at WHERE conversation_id = $conversationId AND score IS NULL',
  );
  return (change, customerId) => {
    switch (change.kind) {
      case 'asked': {
        const { conversationId, agentId, entries, ...request } = change.request;
        ask.run({
          ...request,
          conversationId: storable(conversationId),
          customerId: storable(customerId),
          agentId: agentId ?? null,
          entries: storableJson(entries),
        });
        return;
      }
      case 'given':
        give.run({ conversationId: storable(change.conversationId), score: change.score, at: change.at });
        return;
    }
  };
}
