import type { Language } from '../../../domain/language.ts';
import { serverNow } from '../live/server-time.ts';

/** English is written as in Europe: 14:05, and the day before the month. */
export const locales = { it: 'it-IT', en: 'en-GB' } as const satisfies Record<Language, string>;

/** `0:07`, `12:40`, `1 h 05 min`, `2 d 3 h`. */
export function duration(milliseconds: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} ${language === 'it' ? 'g' : 'd'} ${hours % 24} h`;
  if (hours >= 1) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "2 minutes ago". */
export function ago(at: number, language: Language): string {
  const seconds = Math.min(0, Math.round((at - serverNow()) / 1000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds > -60) return words.format(seconds, 'second');
  if (seconds > -3600) return words.format(Math.round(seconds / 60), 'minute');
  if (seconds > -86_400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}

/** `14:05`, with the date when it is not today, and with the year when it is not this one. */
export function clockTime(at: number, language: Language): string {
  const [now, then] = [new Date(serverNow()), new Date(at)];
  const date = now.toDateString() === then.toDateString() ? {} : ({ day: 'numeric', month: 'short' } as const);
  const year = now.getFullYear() === then.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locales[language], { ...year, ...date, hour: '2-digit', minute: '2-digit' }).format(
    at,
  );
}

/** `today`, `yesterday`, or the date, as a heading between messages. */
export function dayOf(at: number, language: Language): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(serverNow())) / 86_400_000);
  if (days === 0 || days === -1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** `14:05`, here or in a time zone. */
export function timeOfDay(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}
