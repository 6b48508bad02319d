import type { MessageEvent } from '../domain/event.ts';
import { knownIntents, type Entry } from '../domain/knowledge.ts';
import { minute } from '../domain/time.ts';
import type { Understanding } from '../domain/understanding.ts';
import { courtesy } from './answer.ts';
import { isCorrection } from './contact.ts';
import { hear, inLanguageOf } from './hearing.ts';
import { plainWords } from './plain-words.ts';
import { askAgain, keepAsking, ratingAwaited, scoreIn, takeRating } from './rating.ts';
import { readMessage } from './reading.ts';
import { leaveAnotherContact } from './ticket.ts';
import { change, say, wording, type Turn } from './turn.ts';

/*
 * What a customer writes after the end still belongs to the closed conversation where it asks for nothing: a score, a button
 * of something that is over, and within `rating_minutes` thanks, a goodbye, a greeting, a yes or a no, also where it could be two of them;
 * and the contact that puts a ticket's right. Nothing is awaited
 * there but the rating. Everything else is a new question and opens the next conversation.
 */

/** Takes what belongs to the closed conversation; undefined when the next one is to be opened. */
export function takeAfterEnd(turn: Turn, event: MessageEvent): Turn | undefined {
  const { conversation, mind, at } = turn;
  const score = scoreIn(conversation, event, mind);
  if (score !== undefined) return takeRating(hear(turn, event), score);
  const reading = readMessage(turn, event);
  if (reading.kind === 'stale') return hear(turn, event);
  const over = at >= (conversation.closedAt ?? at) + mind.policy.ratingMinutes * minute;
  if (over) return undefined;
  if (reading.kind === 'contact' && correctsTicket(turn, reading.problem))
    return leaveAnotherContact(hear(turn, event), reading.contact);
  if (reading.kind !== 'question') return undefined;
  const heard = hear(inLanguageOf(turn, reading), event);
  if (ratesStill(heard) && isFailedScore(reading.understanding)) return askAgain(heard);
  return takeCourtesy(heard, reading.understanding);
}

/** A contact after a ticket, with nothing beside that would be another matter ("no, wrong, it is ..."). */
function correctsTicket({ conversation: { handoff } }: Turn, problem: Understanding | undefined): boolean {
  return handoff?.ticket !== undefined && (problem === undefined || isCorrection(problem.text));
}

/** Answers briefly; undefined when the message is no courtesy. A rating stays awaited, but for who says no. */
function takeCourtesy(turn: Turn, understanding: Understanding): Turn | undefined {
  const entry = meantBy(turn, understanding);
  if (entry === undefined) return undefined;
  const confidence = understanding.matches.find(({ id }) => id === entry.id)?.confidence ?? 0;
  switch (entry.id) {
    case knownIntents.thanks:
    case knownIntents.goodbye:
    case knownIntents.affirm:
      return keepRating(courtesy(turn, { entry, confidence }));
    case knownIntents.greeting:
      // "Ciao" is a goodbye, too, and beside an open question about this conversation it is one.
      return ratesStill(turn) ? keepAsking(say(turn, wording(turn).goodbye)) : courtesy(turn, { entry, confidence });
    case knownIntents.deny:
      return say(change(turn, { pending: { kind: 'none' } }), wording(turn).goodbye);
    default:
      return undefined;
  }
}

/** No known word, or a word or two that mean nothing ("10", "boh"): more likely a score gone wrong than a question. */
function isFailedScore({ text, noise, decision }: Understanding): boolean {
  return noise || (decision.kind === 'handoff' && plainWords(text).split(' ').length <= 2);
}

function keepRating(turn: Turn): Turn {
  return ratesStill(turn) ? keepAsking(turn) : turn;
}

function ratesStill({ conversation, at, mind }: Turn): boolean {
  return ratingAwaited(conversation, at, mind);
}

/** What two kinds of courtesy share ("perfetto, grazie mille") is taken for the likelier: nobody is asked which of them was meant. */
function meantBy({ mind }: Turn, { decision, noise }: Understanding): Entry | undefined {
  if (noise) return undefined;
  switch (decision.kind) {
    case 'answer':
      return mind.entries.get(decision.id);
    case 'clarify': {
      const entry = mind.entries.get(decision.ids[0] ?? '');
      return entry?.kind === 'intent' ? entry : undefined;
    }
    case 'handoff':
      return undefined;
  }
}
