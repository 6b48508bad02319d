import type { Conversation } from '../domain/conversation.ts';
import type { MessageEvent } from '../domain/event.ts';
import { languages } from '../domain/language.ts';
import type { Choice } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import { scores, type HandledBy, type RatingRequest, type Score } from '../domain/rating.ts';
import { day, minute } from '../domain/time.ts';
import type { Wording } from '../domain/wording.ts';
import { choiceOf, choiceWritten } from './choices.ts';
import { change, say, wording, type Turn } from './turn.ts';

/*
 * One question, 1 to 5, asked when a conversation closes: never twice about the same one, never twice within
 * `rating_every_days`, never when nobody answered anything, never after silence. What it is about is written down when it
 * is asked. The answer is awaited for `rating_minutes`; a new question of the customer cancels it.
 */

/** Asks for a rating of a conversation that has just closed, if it may be asked. */
export function askRating(turn: Turn): Turn {
  const { conversation, at, mind } = turn;
  if (!mayAsk(turn)) return turn;
  const words = wording(turn).rating;
  const asked = say(turn, words.ask, { choices: ratingChoices(wording(turn)), asks: 'rating' });
  const request = requestOf(conversation, at, mind.revision);
  return {
    ...change(asked, { pending: { kind: 'rating' }, ratingAskedAt: at, misses: 0 }),
    rating: { kind: 'asked', request },
  };
}

/** The score that a message gives: by button, by digit or by word; undefined when none is awaited or it is none. */
export function scoreIn(conversation: Conversation, event: MessageEvent, mind: Mind): Score | undefined {
  if (!ratingAwaited(conversation, event.at, mind)) return undefined;
  const own = [conversation.language, ...languages.filter((language) => language !== conversation.language)];
  const values = own.map((language) => {
    const choices = ratingChoices(mind.wording[language]);
    return choices.find(({ value }) => value === event.choice) ?? choiceWritten(event.text, choices);
  });
  const value = values.find((choice) => choice !== undefined)?.value;
  return scores.find((score) => value === `rating:${score}`);
}

/** Tells whether a rating is still awaited at an instant. */
export function ratingAwaited({ pending, ratingAskedAt }: Conversation, at: number, { policy }: Mind): boolean {
  return pending.kind === 'rating' && ratingAskedAt !== undefined && at < ratingAskedAt + policy.ratingMinutes * minute;
}

/** Offers the points again under what the bot has just said: channels show the buttons of the last message only. */
export function keepAsking(turn: Turn): Turn {
  const choices = ratingChoices(wording(turn));
  const last = turn.messages.length - 1;
  const messages = turn.messages.map((draft, index) =>
    index === last ? { ...draft, choices, asks: 'rating' as const } : draft,
  );
  return { ...turn, messages };
}

/** Shows the points once more to who wrote something that is none of them; after that it is let be. */
export function askAgain(turn: Turn): Turn {
  if (turn.conversation.misses > 0) return turn;
  return keepAsking(say(change(turn, { misses: 1 }), wording(turn).rating.ask));
}

/** Thanks for a score; 1 and 2 get a word of regret. */
export function takeRating(turn: Turn, score: Score): Turn {
  const { conversation, at } = turn;
  const words = wording(turn).rating;
  const thanked = say(change(turn, { pending: { kind: 'none' } }), score <= 2 ? words.sorry : words.thanks);
  return { ...thanked, rating: { kind: 'given', conversationId: conversation.id, score, at } };
}

function mayAsk({ conversation, at, mind }: Turn): boolean {
  const { answered, hadAgent, ratingAskedAt } = conversation;
  if (answered.length === 0 && !hadAgent) return false;
  return ratingAskedAt === undefined || at - ratingAskedAt >= mind.policy.ratingEveryDays * day;
}

function ratingChoices({ rating }: Wording): readonly Choice[] {
  return scores.map((score, index) => choiceOf(`rating:${score}`, rating.points[index] ?? rating.points[0]));
}

function requestOf(conversation: Conversation, askedAt: number, revision: string): RatingRequest {
  const request = {
    conversationId: conversation.id,
    askedAt,
    handledBy: handledBy(conversation),
    entries: [...new Set(conversation.answered.map(({ entry }) => entry))],
    revision,
    channel: conversation.thread.channel,
    language: conversation.language,
  };
  return conversation.agent === undefined ? request : { ...request, agentId: conversation.agent.id };
}

function handledBy({ hadAgent, answered }: Conversation): HandledBy {
  if (!hadAgent) return 'bot';
  return answered.every(({ by }) => by === 'agent') ? 'agent' : 'mixed';
}
