import { createHash } from 'node:crypto';
import { workingDayAfter } from '../domain/hours.ts';
import { dateIn, type Time } from '../domain/time.ts';
import { close } from './closing.ts';
import { withoutContact } from './contact.ts';
import { fill } from './fill.ts';
import { askContact, offerWaiting } from './handoff.ts';
import { openQuestion } from './open-question.ts';
import { change, say, wording, type Turn } from './turn.ts';

/** Takes the contact down: a ticket with a number that the customer can read out, and the conversation is closed. */
export function leaveContact(turn: Turn, contact: string): Turn {
  const { conversation, at, mind } = turn;
  const number = ticketNumber(conversation.id, at, dateIn(mind.hours.zone, at));
  // The contact has its own place: where the question came with it, it is not said twice.
  const question = withoutContact(openQuestion(conversation) ?? '');
  const remindAt = workingDayAfter(mind.hours, at);
  const ticket = { number, conversationId: conversation.id, contact, question, at, remindAt };
  const said = say(turn, fill(wording(turn).contact.ticket, { number, contact }));
  return { ...close(said, 'nobody'), ticket };
}

/** The customer would rather not leave a contact; who waits goes on waiting. */
export function declineContact(turn: Turn): Turn {
  const { declined } = wording(turn).contact;
  if (turn.conversation.status === 'waiting') return offerWaiting(turn, declined);
  return say(change(turn, { pending: { kind: 'none' }, misses: 0, unhelpful: 0 }), declined);
}

/** What was written is no contact: asks for it again, briefly. */
export function repeatContact(turn: Turn): Turn {
  return askContact(turn, wording(turn).contact.invalid);
}

/**
 * The number of a ticket, `261121-K7Q4MX`: the date `YYYY-MM-DD` as six digits, and 30 bits of a hash in Crockford's base 32,
 * which has no I, L, O or U to be misheard. It comes from the conversation and the instant, so that a number that is taken
 * by another ticket is not met again when the customer sends the contact a second time.
 */
export function ticketNumber(conversationId: string, at: Time, date: string): string {
  const hash = createHash('sha256').update(`${conversationId} ${at}`).digest();
  const letters = [...hash.subarray(0, 6)].map((byte) => crockford[byte % 32]).join('');
  return `${date.slice(2).replaceAll('-', '')}-${letters}`;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
