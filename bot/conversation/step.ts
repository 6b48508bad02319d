import type { Conversation } from '../domain/conversation.ts';
import type { Event, MessageEvent } from '../domain/event.ts';
import type { Mind } from '../domain/mind.ts';
import type { Outcome, StepResult } from '../domain/outcome.ts';
import { takeAfterEnd } from './after-end.ts';
import { agentSays, claim, resolve, takeOver, transfer } from './agent-turn.ts';
import { takeReading } from './bot-turn.ts';
import { close } from './closing.ts';
import { forget, takeReaction } from './feedback.ts';
import { handOver, noteForAgent, requeue } from './handoff.ts';
import { hear, inLanguageOf } from './hearing.ts';
import { nextConversation } from './new-conversation.ts';
import { ratingAwaited } from './rating.ts';
import { readMessage } from './reading.ts';
import { takeTimeout, withDue } from './timeouts.ts';
import { transition } from './transitions.ts';
import { change, disclosure, say, wording, type Turn } from './turn.ts';

// The two doors of this folder stand side by side: the first turn of a thread needs both.
export { newConversation } from './new-conversation.ts';

/**
 * One turn: what an event makes of a conversation, and what is said. Pure: the same arguments give the same result, and
 * nothing happens until the outcome is saved; an event that changes nothing gives back the very conversation that it got. Who may do what stands in transitions.ts; throws an Error only when a rule
 * there is broken by this folder itself.
 */
export function step(conversation: Conversation, event: Event, mind: Mind): StepResult {
  const allowed = transition(conversation, event);
  if ('code' in allowed) return { refusal: allowed };
  const turn = withDue(take({ at: event.at, mind, conversation, messages: [] }, event));
  const { status } = turn.conversation;
  if (!allowed.includes(status)) {
    throw new Error(
      `"${event.kind}" took a conversation from "${conversation.status}" to "${status}", which transitions.ts forbids.`,
    );
  }
  return outcome(turn);
}

function take(turn: Turn, event: Event): Turn {
  switch (event.kind) {
    case 'opened':
      return open(turn, event);
    case 'message':
      return takeMessage(turn, event);
    case 'failed':
      return takeFailed(turn, event);
    case 'claim':
      return claim(turn, event.agent);
    case 'agent-message':
      return agentSays(turn, event.agent, event.text, event.entry);
    case 'take-over':
      return takeOver(turn, event.agent);
    case 'transfer':
      return transfer(turn, event.to);
    case 'release':
      return requeue(turn);
    case 'agent-gone':
      return turn.conversation.unansweredAt === undefined ? turn : requeue(turn);
    case 'resolve':
      return resolve(turn, event.agent, event.outcome);
    case 'reaction':
      return takeReaction(turn, event);
    case 'withdrawn':
      return forget(turn, event.texts);
    case 'unreachable':
      return turn.conversation.status === 'closed'
        ? turn
        : close(change(turn, { unreachable: event.reason }), 'nobody');
    case 'due':
      return takeTimeout(turn);
  }
}

/** Welcomes the customer once a conversation; a page that is loaded again, or a rating that is awaited, is let be,
 * and so is a customer with whom an agent speaks. */
function open(turn: Turn, event: Extract<Event, { kind: 'opened' }>): Turn {
  if (event.once === true && turn.conversation.status === 'closed') return turn;
  if (ratingAwaited(turn.conversation, event.at, turn.mind)) return turn;
  const opened = current(turn, event);
  if (opened.conversation.disclosed || opened.conversation.status === 'agent') return opened;
  const greeted = change(opened, { language: event.language, disclosed: true });
  return say(greeted, `${disclosure(greeted).trim()}\n\n${wording(greeted).welcome.trim()}`);
}

function takeMessage(turn: Turn, event: MessageEvent): Turn {
  if (isLateEdit(turn.conversation, event)) return hear(turn, event);
  const afterwards = turn.conversation.status === 'closed' ? takeAfterEnd(turn, event) : undefined;
  if (afterwards !== undefined) return afterwards;
  const now = current(turn, event);
  if (now.conversation.status === 'agent') return hear(now, event);
  const reading = readMessage(now, event);
  return takeReading(hear(inLanguageOf(now, reading), event), reading);
}

/** An edit is answered as the question that it has become while it is the last one; of an older one agents only see it. */
function isLateEdit({ status, customerMessages, lastHeard }: Conversation, { origin }: MessageEvent): boolean {
  if (origin.edits === undefined) return false;
  return status === 'closed' || (customerMessages > 0 && origin.edits !== lastHeard);
}

/** Whatever went wrong with the message, it is kept, and a person reads it. */
function takeFailed(turn: Turn, event: Extract<Event, { kind: 'failed' }>): Turn {
  const heard = hear(current(turn, event), event.message);
  switch (heard.conversation.status) {
    case 'agent':
      return heard;
    case 'waiting':
      return noteForAgent(heard);
    case 'bot':
    case 'closed':
      return handOver(heard, 'failed');
  }
}

/** A closed conversation is followed by a new one on the same thread. */
function current(turn: Turn, event: Event): Turn {
  const { conversation } = turn;
  return conversation.status === 'closed' ? { ...turn, conversation: nextConversation(conversation, event) } : turn;
}

function outcome({ conversation, messages, rating, ticket }: Turn): Outcome {
  return {
    conversation,
    messages,
    ...(rating === undefined ? {} : { rating }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}
