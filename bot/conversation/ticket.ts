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
  return close(makeTicket(turn, contact), 'nobody');
}

/**
 * A contact right after a ticket puts the ticket's right, or adds to it: one more ticket about the same, since an agent may be at
 * the first already. The same contact again is told its number.
 */
export function leaveAnotherContact(turn: Turn, contact: string): Turn {
  const ticket = turn.conversation.handoff?.ticket;
  return ticket?.contact === contact ? sayTicket(turn, ticket) : makeTicket(turn, contact);
}

function makeTicket(turn: Turn, contact: string): Turn {
  const { conversation, at, mind } = turn;
  const { ticket: before } = conversation.handoff ?? {};
  const number = ticketNumber(before?.number ?? conversation.id, at, dateIn(mind.hours.zone, at));
  // The contact has its own place: where the question came with it, it is not said twice.
  const question = withoutContact(openQuestion(conversation) ?? '');
  const remindAt = workingDayAfter(mind.hours, at);
  const ticket = { number, conversationId: conversation.id, contact, question, at, remindAt };
  const handoff = conversation.handoff && { ...conversation.handoff, ticket: { number, contact } };
  return { ...sayTicket(change(turn, { handoff }), ticket), ticket };
}

function sayTicket(turn: Turn, { number, contact }: { readonly number: string; readonly contact: string }): Turn {
  return say(turn, fill(wording(turn).contact.ticket, { number, contact }));
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
 * which has no I, L, O or U to be misheard. It comes from the conversation, or its ticket before, and the instant, so that a number that is taken
 * by another ticket is not met again when the customer sends the contact a second time.
 */
export function ticketNumber(source: string, at: Time, date: string): string {
  const hash = createHash('sha256').update(`${source} ${at}`).digest();
  const letters = [...hash.subarray(0, 6)].map((byte) => crockford[byte % 32]).join('');
  return `${date.slice(2).replaceAll('-', '')}-${letters}`;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
