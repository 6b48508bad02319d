import type { Conversation, Status } from '../domain/conversation.ts';
import type { Event } from '../domain/event.ts';
import type { Refusal } from '../domain/outcome.ts';

/*
 * Who may do what, and when.
 *
 * A conversation has one holder at a time, and its status names the holder: the bot, nobody yet (waiting in the queue),
 * an agent, or nobody any more (closed). Three parties act on it:
 *
 * - The customer may speak at any time and is never refused. While the bot holds the conversation it answers; it may hand
 *   over (-> waiting) or close. While the customer waits, the bot goes on answering what it is sure of and the place in the
 *   queue is kept; the customer may give up waiting (-> bot), leave a contact or say goodbye (-> closed). While an agent
 *   holds it the bot is silent, so a message changes nothing but the transcript. A closed conversation never opens again:
 *   what asks for nothing (a rating, thanks, a goodbye) is still its own, and everything else opens a new conversation on
 *   the same thread, whose statuses stand below.
 * - Agents claim what waits, and only that: two agents who press the button at the same time get one claim and one
 *   `already-claimed`. What the bot holds they may take over, by an act of its own that nobody does by mistake. Only the
 *   agent who holds a conversation may speak in it, transfer it to a colleague, release it (-> waiting, in the old place;
 *   outside opening hours -> bot, which asks for a contact) or resolve it (-> closed); for anyone else it is `not-yours`.
 * - Time brings a conversation back from an agent who does not answer (agent -> waiting, or -> bot as above), and sooner when
 *   the desk has seen that agent gone; with an answer given it stays where it is. It empties the queue when
 *   the desk closes (waiting -> bot) and closes those that fell silent. It also offers a contact to those who wait and ends
 *   the wait for a rating, which changes no status. A due time that was moved
 *   meanwhile changes nothing at all.
 *
 * Something fails at the bot, never at the agent: a message that could not be stepped goes to a person (-> waiting), or
 * outside opening hours leaves the bot asking for a contact.
 *
 * A sign that the customer puts to the last answer, while the bot asks whether it helped, is a yes or a no; anywhere else it
 * changes nothing. A message that is taken back changes no status either.
 *
 * A customer who blocked the bot, or is gone, can be told nothing more: whoever holds the conversation, it closes.
 *
 * A refused act changes nothing and says nothing. A step that ends in a status not listed here is a bug of ours; `step`
 * throws then, and the message is stepped again as `failed`.
 */
type Cell = readonly Status[] | Refusal['code'];
type Holder = Status | 'another';
type ActOfAgent = 'claim' | 'take-over' | 'agent-message' | 'transfer' | 'release' | 'agent-gone' | 'resolve';

/** Statuses that may follow, or why the act is refused. `another`: an agent holds it, but not the one who acts. */
// prettier-ignore
export const transitions = {
  //                 held by the bot                waiting                        held by an agent               closed
  'opened':        { bot: ['bot'],                  waiting: ['waiting'],          agent: ['agent'],              closed: ['bot', 'closed'] },
  'message':       { bot: ['bot', 'waiting', 'closed'], waiting: ['waiting', 'bot', 'closed'], agent: ['agent'],  closed: ['closed', 'bot', 'waiting'] },
  'failed':        { bot: ['waiting', 'bot'],       waiting: ['waiting'],          agent: ['agent'],              closed: ['waiting', 'bot'] },
  'reaction':      { bot: ['bot', 'waiting', 'closed'], waiting: ['waiting'],      agent: ['agent'],              closed: ['closed'] },
  'withdrawn':     { bot: ['bot'],                  waiting: ['waiting'],          agent: ['agent'],              closed: ['closed'] },
  'unreachable':   { bot: ['closed'],               waiting: ['closed'],           agent: ['closed'],             closed: ['closed'] },
  'due':           { bot: ['bot', 'closed'],        waiting: ['waiting', 'bot', 'closed'], agent: ['agent', 'waiting', 'bot', 'closed'], closed: ['closed'] },
  //                                                                               the one who acts               another agent
  'claim':         { bot: 'not-waiting',            waiting: ['agent'],            agent: 'already-claimed',      another: 'already-claimed', closed: 'closed' },
  'take-over':     { bot: ['agent'],                waiting: ['agent'],            agent: 'already-claimed',      another: 'already-claimed', closed: 'closed' },
  'agent-message': { bot: 'not-yours',              waiting: 'not-yours',          agent: ['agent'],              another: 'not-yours',       closed: 'closed' },
  'transfer':      { bot: 'not-yours',              waiting: 'not-yours',          agent: ['agent'],              another: 'not-yours',       closed: 'closed' },
  'release':       { bot: 'not-yours',              waiting: 'not-yours',          agent: ['waiting', 'bot'],     another: 'not-yours',       closed: 'closed' },
  'agent-gone':    { bot: 'not-yours',              waiting: 'not-yours',          agent: ['agent', 'waiting', 'bot'], another: 'not-yours',  closed: 'closed' },
  'resolve':       { bot: 'not-yours',              waiting: 'not-yours',          agent: ['closed'],             another: 'not-yours',       closed: 'closed' },
} as const satisfies Record<Exclude<Event['kind'], ActOfAgent>, Record<Status, Cell>> & Record<ActOfAgent, Record<Holder, Cell>>;

/** Looks an event up in the table: the statuses that may follow, or the refusal. */
export function transition(conversation: Conversation, event: Event): readonly Status[] | Refusal {
  const row: Readonly<Partial<Record<Holder, Cell>>> = transitions[event.kind];
  const cell = row[holder(conversation, event)] ?? [];
  return typeof cell === 'string' ? refusal(cell, conversation) : cell;
}

function holder({ status, agent }: Conversation, event: Event): Holder {
  const acting = 'agent' in event ? event.agent.id : agent?.id;
  return status === 'agent' && acting !== agent?.id ? 'another' : status;
}

function refusal(code: Refusal['code'], { agent, claimedAt, lastAt }: Conversation): Refusal {
  switch (code) {
    case 'already-claimed':
      // Only an agent's column of the table holds this code, so there is an agent.
      return agent === undefined ? { code: 'not-yours' } : { code, by: agent, since: claimedAt ?? lastAt };
    case 'not-yours':
      return agent === undefined ? { code } : { code, by: agent, since: claimedAt ?? lastAt };
    case 'not-waiting':
    case 'closed':
      return { code };
  }
}
