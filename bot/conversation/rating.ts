import type { Conversation } from '../domain/conversation.ts';
import type { MessageEvent } from '../domain/event.ts';
import { languages } from '../domain/language.ts';
import type { Choice } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import { handledBy, pointsOf, scaleFacts, type RatingRequest, type Scale, type Score } from '../domain/rating.ts';
import { day, minute } from '../domain/time.ts';
import type { ScaleWording, Wording } from '../domain/wording.ts';
import { choiceOf, isNamed } from './choices.ts';
import { plainWords } from './plain-words.ts';
import { change, say, wording, type Turn } from './turn.ts';

/*
 * One question, on the scale that bot.yaml chooses, asked when a conversation closes: never twice about the same one, never twice within
 * `rating_every_days`, never when nobody answered anything, never after silence. What it is about is written down when it
 * is asked, the scale with it. The answer is awaited for `rating_minutes`; a new question of the customer cancels it.
 */

/** Asks for a rating of a conversation that has just closed, if it may be asked. */
export function askRating(turn: Turn): Turn {
  const { conversation, at, mind } = turn;
  if (!mayAsk(turn)) return turn;
  const scale = mind.policy.ratingScale;
  const asked = say(turn, scaleWording(wording(turn), scale).ask, {
    choices: ratingChoices(wording(turn), scale),
    asks: 'rating',
  });
  const request = requestOf(conversation, scale, at, mind.revision);
  return {
    ...change(asked, { pending: { kind: 'rating', scale }, ratingAskedAt: at, misses: 0 }),
    rating: { kind: 'asked', request },
  };
}

/** The score that a message gives: by button, by number or by word; undefined when none is awaited or it is none. */
export function scoreIn(conversation: Conversation, event: MessageEvent, mind: Mind): Score | undefined {
  const { pending } = conversation;
  if (pending.kind !== 'rating' || !ratingAwaited(conversation, event.at, mind)) return undefined;
  const { scale } = pending;
  const points = pointsOf(scale);
  const pressed = points.find((score) => event.choice === valueOf(scale, score));
  if (pressed !== undefined) return pressed;
  const written = plainWords(event.text);
  if (/^\d{1,2}$/.test(written)) return points.find((score) => score === Number(written));
  const own = [conversation.language, ...languages.filter((language) => language !== conversation.language)];
  const places = own.map((language) =>
    ratingChoices(mind.wording[language], scale).findIndex((choice) => isNamed(event.text, choice)),
  );
  return points[places.find((place) => place >= 0) ?? -1];
}

/** Tells whether a rating is still awaited at an instant. */
export function ratingAwaited({ pending, ratingAskedAt }: Conversation, at: number, { policy }: Mind): boolean {
  return pending.kind === 'rating' && ratingAskedAt !== undefined && at < ratingAskedAt + policy.ratingMinutes * minute;
}

/** Offers the points again under what the bot has just said: channels show the buttons of the last message only. */
export function keepAsking(turn: Turn): Turn {
  const choices = ratingChoices(wording(turn), awaitedScale(turn));
  const last = turn.messages.length - 1;
  const messages = turn.messages.map((draft, index) =>
    index === last ? { ...draft, choices, asks: 'rating' as const } : draft,
  );
  return { ...turn, messages };
}

/** Shows the points once more to who wrote something that is none of them; after that it is let be. */
export function askAgain(turn: Turn): Turn {
  if (turn.conversation.misses > 0) return turn;
  return keepAsking(say(change(turn, { misses: 1 }), scaleWording(wording(turn), awaitedScale(turn)).ask));
}

/** Thanks for a score; the lowest get a word of regret. */
export function takeRating(turn: Turn, score: Score): Turn {
  const { conversation, at } = turn;
  const words = wording(turn).rating;
  const { regretTo } = scaleFacts[awaitedScale(turn)];
  const thanked = say(change(turn, { pending: { kind: 'none' } }), score <= regretTo ? words.sorry : words.thanks);
  return { ...thanked, rating: { kind: 'given', conversationId: conversation.id, score, at } };
}

function mayAsk({ conversation, at, mind }: Turn): boolean {
  const { answered, hadAgent, ratingAskedAt } = conversation;
  if (answered.length === 0 && !hadAgent) return false;
  return ratingAskedAt === undefined || at - ratingAskedAt >= mind.policy.ratingEveryDays * day;
}

function awaitedScale({ conversation: { pending }, mind }: Turn): Scale {
  return pending.kind === 'rating' ? pending.scale : mind.policy.ratingScale;
}

/** Where the words of a scale were taken out of bot.yaml while its rating was awaited, bare numbers and the usual question stay. */
function scaleWording({ rating }: Wording, scale: Scale): ScaleWording {
  return rating.scales[scale] ?? { ask: rating.scales['csat-5']?.ask ?? '', points: [] };
}

function ratingChoices(wording: Wording, scale: Scale): readonly Choice[] {
  const { points } = scaleWording(wording, scale);
  return pointsOf(scale).map((score, index) =>
    choiceOf(valueOf(scale, score), points[index] ?? { label: String(score), words: [] }),
  );
}

/** Buttons of csat-5 stood on screens before there were other scales, and keep their value. */
function valueOf(scale: Scale, score: Score): string {
  return scale === 'csat-5' ? `rating:${score}` : `rating:${scale}_${score}`;
}

function requestOf(conversation: Conversation, scale: Scale, askedAt: number, revision: string): RatingRequest {
  const request = {
    conversationId: conversation.id,
    scale,
    askedAt,
    handledBy: handledBy(conversation),
    entries: [...new Set(conversation.answered.map(({ entry }) => entry))],
    revision,
    channel: conversation.thread.channel,
    language: conversation.language,
  };
  return conversation.agent === undefined ? request : { ...request, agentId: conversation.agent.id };
}
