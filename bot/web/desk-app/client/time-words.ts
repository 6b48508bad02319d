import { language } from './texts.ts';

/** How far the server's clock is ahead of this one, in milliseconds. */
let ahead = 0;

/** Takes the server's time; all durations on the page are counted from it. */
export function setServerTime(now: number): void {
  ahead = now - Date.now();
}

/** Writes every running duration on the page anew. */
export function tick(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-since]')) {
    const text = duration(serverNow() - Number(element.dataset['since']));
    if (element.textContent !== text) element.textContent = text;
  }
}

/** `0:07`, `12:40`, `1 h 05 min`, `2 d 3 h`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} ${language() === 'it' ? 'g' : 'd'} ${hours % 24} h`;
  if (hours >= 1) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "2 minutes ago". */
export function ago(at: number): string {
  const seconds = Math.min(0, Math.round((at - serverNow()) / 1000));
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (seconds > -60) return words.format(seconds, 'second');
  if (seconds > -3600) return words.format(Math.round(seconds / 60), 'minute');
  if (seconds > -86_400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}

/** `14:05`, with the date when it is not today. */
export function clockTime(at: number): string {
  const today = new Date(serverNow()).toDateString() === new Date(at).toDateString();
  return new Intl.DateTimeFormat(language(), {
    ...(today ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

function serverNow(): number {
  return Date.now() + ahead;
}
