import type { FigureFilter, Period } from './figures.ts';
import type { Language } from './language.ts';
import type { Satisfaction } from './satisfaction.ts';
import type { Time } from './time.ts';

/* What became of each entry's answers, and the questions that had none. */

export interface ContentQuery extends Pick<FigureFilter, 'channel' | 'language'> {
  readonly period: Period;
}

export interface EntryFigures {
  readonly entry: string;
  /** How often the bot gave its answer, and how often an agent did. */
  readonly byBot: number;
  readonly byAgents: number;
  /** How often it was the last answer before the conversation was closed as solved by who gave it. */
  readonly solved: number;
  /** How often the customer said that it did not help. */
  readonly rejected: number;
  /** Of conversations in which the bot gave it. */
  readonly satisfaction: readonly Satisfaction[];
  /** When its answer was last changed; undefined when it never was since changes are written down. */
  readonly change?: EntryChange;
}

/** Ratings of conversations in which the bot gave the answer, asked within `changeDays` of its last change. */
export interface EntryChange {
  readonly at: Time;
  readonly before: readonly Satisfaction[];
  readonly after: readonly Satisfaction[];
}

/** How far from an answer's change ratings are compared, in days. */
export const changeDays = 90;

export const missReasons = ['unsure', 'noise', 'none-of-these', 'unhelpful'] as const;
/**
 * `unsure`: nothing was likely enough; `noise`: no known word; `none-of-these`: the customer meant none of what was offered;
 * `unhelpful`: the answer did not help.
 */
export type MissReason = (typeof missReasons)[number];

/** How many questions without an answer are told, of those asked most and of the newest. */
export const mostMissed = 500;

/** Questions in nearly the same words to which there was no answer, or not the right one. */
export interface MissedQuestion {
  /** As it was last asked, with addresses and long numbers masked. */
  readonly text: string;
  readonly language: Language;
  readonly times: number;
  readonly lastAt: Time;
  readonly reasons: Readonly<Record<MissReason, number>>;
  /** The entry that came nearest when it was last asked. */
  readonly nearest?: { readonly entry: string; readonly confidence: number };
  /** The conversation in which it was last asked. */
  readonly conversationId: string;
}

export interface ContentFigures {
  /** Of every entry whose answer was given in the period. */
  readonly entries: readonly EntryFigures[];
  /** The `mostMissed` asked most and the `mostMissed` newest; those asked most first, and of equals the newest. */
  readonly missed: readonly MissedQuestion[];
  /** How many there are in all, counted by their words. */
  readonly missedInAll: number;
}

/** Hides e-mail addresses and numbers of five digits and more: they are the customer's, and no part of the question. */
export function masked(text: string): string {
  return text
    .replaceAll(/(?<![^\s@])[^\s@]+@[^\s@]+/g, '…@…')
    .replaceAll(/\+?\d[\d ./-]{3,}\d/g, (number) => (number.replaceAll(/\D/g, '').length >= 5 ? '…' : number));
}
