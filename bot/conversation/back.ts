import { closesAt, isOpen, nextOpening, type OpeningHours } from '../domain/hours.ts';
import type { Language } from '../domain/language.ts';
import { dateAfter, localTime, type Time } from '../domain/time.ts';
import type { Wording } from '../domain/wording.ts';
import { fill, fillPlain } from './fill.ts';
import { wording, type Turn } from './turn.ts';

/*
 * When somebody will be at the desk. Outside opening hours that is the next opening. Within them nobody knows when the one
 * who should be there comes back; what can be promised is the opening after this one.
 */

/** Puts {back} into a sentence that is said to the customer at this moment. */
export function fillBack(turn: Turn, sentence: string): string {
  const { at, mind, conversation } = turn;
  return fill(sentence, { back: backWords(mind.hours, wording(turn).back, conversation.language, at) });
}

/** When somebody will be there, seen from `at`, as plain text: "lunedì 23 novembre alle 9:00". */
export function backWords(hours: OpeningHours, back: Wording['back'], language: Language, at: Time): string {
  if (!isOpen(hours, at)) return openingWords(hours, back, language, at, nextOpening(hours, at)) ?? back.soon;
  const closes = closesAt(hours, at);
  const opening = closes === undefined ? undefined : nextOpening(hours, closes);
  const words = openingWords(hours, back, language, at, opening);
  return words === undefined ? back.soon : fillPlain(back.latest, { back: words });
}

function openingWords(
  { zone }: OpeningHours,
  back: Wording['back'],
  language: Language,
  at: Time,
  opening: Time | undefined,
): string | undefined {
  if (opening === undefined) return undefined;
  const today = localTime(zone, at).date;
  const { date, clock } = localTime(zone, opening);
  const time = clock.replace(/^0/, '');
  if (date === today) return fillPlain(back.today, { time });
  if (date === dateAfter(today)) return fillPlain(back.tomorrow, { time });
  return fillPlain(back.day, { time, day: dayWords(date, language, today.slice(0, 4)) });
}

/** "lunedì 23 novembre", with the year unless it is `thisYear`. */
export function dayWords(date: string, language: Language, thisYear?: string): string {
  const year = date.slice(0, 4) === thisYear ? {} : ({ year: 'numeric' } as const);
  const format = { weekday: 'long', day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', format).format(Date.parse(`${date}T00:00:00Z`));
}
