import type { Scale } from '../../../../domain/rating.ts';
import type { Estimate } from '../../../../domain/statistics.ts';
import { useLanguage } from '../../texts/language.tsx';

/** Numbers, dates and durations as the page's language writes them. */
export interface FigureWords {
  readonly count: (value: number) => string;
  readonly decimal: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A scale's figure: a share, or points. */
  readonly score: (scale: Scale, value: number) => string;
  /** A difference, with its sign, to one decimal. */
  readonly signed: (value: number) => string;
  /** The same to two decimals. */
  readonly signedDecimal: (value: number) => string;
  readonly duration: (milliseconds: number) => string;
  /** A date `YYYY-MM-DD`, short. */
  readonly date: (date: string) => string;
  readonly longDate: (date: string) => string;
  /** The day of an instant, with its year. */
  readonly dayOf: (at: number, zone: string) => string;
  readonly moment: (at: number, zone: string) => string;
  /** 0 Monday .. 6 Sunday */
  readonly weekday: (index: number) => string;
}

export function useFigureWords(): FigureWords {
  const { language } = useLanguage();
  return (known[language] ??= wordsOf(language === 'it' ? 'it-IT' : 'en-GB'));
}

const known: { it?: FigureWords; en?: FigureWords } = {};

function wordsOf(locale: string): FigureWords {
  const count = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const part = (unit: 'minute' | 'hour' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 });
  const [seconds, minutes, hours] = [part('second'), part('minute'), part('hour')];
  const midnight = (value: string) => Date.parse(`${value}T00:00:00Z`);
  return {
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    score: (scale, value) => (scale === 'nps-10' ? whole.format(value) : percent.format(value)),
    // A hyphen may be parted from its number at the end of a line, and is hard to see.
    signedDecimal: (value) => `${value > 0 ? '+' : ''}${decimal.format(value)}`.replace('-', '−'),
    signed: (value) => signed.format(value).replace('-', '−'),
    duration(milliseconds) {
      const total = Math.round(milliseconds / 1000);
      if (total < 60) return seconds.format(total);
      const inMinutes = Math.round(total / 60);
      if (inMinutes < 60) return minutes.format(inMinutes);
      const rest = inMinutes % 60;
      const full = hours.format(Math.floor(inMinutes / 60));
      return rest === 0 ? full : `${full} ${minutes.format(rest)}`;
    },
    date: (value) => date.format(midnight(value)),
    longDate: (value) => longDate.format(midnight(value)),
    dayOf: (at, zone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(at),
    moment: (at, zone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at),
    // 1970-01-05 was a Monday.
    weekday: (index) =>
      weekday.format(midnight(`1970-01-0${5 + (index % 5)}`) + Math.floor(index / 5) * 5 * 86_400_000),
  };
}

/** Both bounds of an estimate, for a sentence. */
export function boundsOf(words: FigureWords, scale: Scale, { low, high }: Estimate): [string, string] {
  return [words.score(scale, low), words.score(scale, high)];
}
