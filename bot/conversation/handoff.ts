import type { HandoffReason } from '../domain/conversation.ts';
import { isOpen } from '../domain/hours.ts';
import { knownIntents } from '../domain/knowledge.ts';
import { fillBack } from './back.ts';
import { fixedChoices, offer } from './choices.ts';
import { phrasing } from './phrasing.ts';
import { change, say, wording, type Turn } from './turn.ts';

/*
 * A person takes over. During opening hours the customer joins the queue and may go on asking; when nobody has claimed
 * after `claim_minutes`, or at once when nobody is at the desk just now or it is outside opening hours, the customer hears
 * when somebody will be there, and a contact is asked for (see ticket.ts). Nobody stands in the
 * queue while the desk is closed: the conversation stays with the bot then, and goes back to it from the queue at closing
 * time, and from an agent who is gone after that.
 */

/** Hands over. `topic` is the intent that asked for it, with `requested` and `topic`. */
export function handOver(turn: Turn, reason: Exclude<HandoffReason, 'taken'>, topic?: string): Turn {
  const { at, mind, conversation } = turn;
  if (conversation.status === 'waiting') return repeatWaiting(turn);
  const open = isOpen(mind.hours, at);
  const handoff = { reason, queuedAt: at, contactOffered: !open || !mind.staffed, noted: false };
  const handed = change(turn, {
    handoff: topic === undefined ? handoff : { ...handoff, topic },
    lastAnswer: undefined,
  });
  if (!open) return askContact(handed, absent(turn, reason, 'closed'));
  const waiting = change(handed, { status: 'waiting' });
  return mind.staffed
    ? sayQueued(waiting, sentence(turn, reason, topic))
    : askContact(waiting, absent(turn, reason, 'away'));
}

/** The customer does not want to wait any longer and is back with the bot, which has all its patience again. */
export function leaveQueue(turn: Turn): Turn {
  return change(turn, { status: 'bot', pending: { kind: 'none' }, handoff: undefined, misses: 0, unhelpful: 0 });
}

/** Tells once that a person will read what the bot itself has no sure answer to; after that it keeps silent. */
export function noteForAgent(turn: Turn): Turn {
  const { handoff } = turn.conversation;
  if (handoff === undefined || handoff.noted) return turn;
  return offerWaiting(change(turn, { handoff: { ...handoff, noted: true } }), wording(turn).waiting.noted);
}

/** Who waits is offered to leave a contact, and stays in the queue. */
export function offerContact(turn: Turn): Turn {
  const { handoff } = turn.conversation;
  const offered = change(turn, { handoff: handoff && { ...handoff, contactOffered: true } });
  return askContact(offered, fillBack(turn, wording(turn).contact[turn.mind.staffed ? 'busy' : 'away']));
}

/** An agent gave the conversation back, or is gone: the customer keeps the place and is offered a contact anew. */
export function requeue(turn: Turn): Turn {
  const { conversation, at, mind } = turn;
  const { handoff = { reason: 'requested', queuedAt: at } } = conversation;
  const left = change(turn, { agent: undefined, claimedAt: undefined, unansweredAt: undefined });
  if (!isOpen(mind.hours, at)) return closeQueue(left);
  const again = { ...handoff, requeuedAt: at, contactOffered: !mind.staffed, noted: false };
  const waiting = change(left, { status: 'waiting', handoff: again });
  const { requeued } = wording(turn).waiting;
  if (mind.staffed) return offerWaiting(waiting, requeued);
  return askContact(waiting, `${requeued.trim()}\n\n${fillBack(turn, wording(turn).contact.away)}`);
}

/** The desk has closed: who waited is back with the bot, which asks for a contact. */
export function closeQueue(turn: Turn): Turn {
  const { handoff } = turn.conversation;
  const left = change(turn, { status: 'bot', handoff: handoff && { ...handoff, contactOffered: true } });
  return askContact(left, fillBack(turn, wording(turn).contact.closed));
}

/** Says something to a customer who waits, with the button that ends the waiting. */
export function offerWaiting(turn: Turn, text: string): Turn {
  return offer(turn, 'waiting', text, fixedChoices(turn, 'cancel'));
}

/** Asks for an e-mail address or a telephone number. */
export function askContact(turn: Turn, text: string): Turn {
  const asked = say(turn, text, { choices: fixedChoices(turn, 'decline'), asks: 'contact' });
  return change(asked, { pending: { kind: 'contact' } });
}

/** Nobody is there to be passed to; where nobody was asked for, it is said why the bot does not answer itself. */
function absent(turn: Turn, reason: Exclude<HandoffReason, 'taken'>, why: 'closed' | 'away'): string {
  const { unsure, [why]: nobody } = wording(turn).contact;
  switch (reason) {
    case 'requested':
    case 'topic':
    case 'details':
      return fillBack(turn, nobody);
    case 'unsure':
    case 'noise':
    case 'unhelpful':
    case 'failed':
      return `${unsure.trim()}\n\n${fillBack(turn, nobody)}`;
  }
}

/** Asked again for a person while already waiting for one. */
function repeatWaiting(turn: Turn): Turn {
  if (turn.conversation.pending.kind === 'contact') return offerContact(turn);
  return sayQueued(turn, '');
}

function sayQueued(turn: Turn, lead: string): Turn {
  return offerWaiting(turn, [lead, wording(turn).waiting.queued].filter((part) => part !== '').join('\n\n'));
}

function sentence(turn: Turn, reason: Exclude<HandoffReason, 'taken'>, topic: string | undefined): string {
  switch (reason) {
    case 'requested':
    case 'topic': {
      const intent = turn.mind.entries.get(topic ?? knownIntents.person);
      return intent === undefined ? '' : (phrasing(intent, turn.conversation.language).answers[0] ?? '').trim();
    }
    case 'unsure':
    case 'noise':
    case 'unhelpful':
    case 'failed':
    case 'details':
      return wording(turn).handoff[reason];
  }
}
