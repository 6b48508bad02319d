import { type OpeningHours, type Slot, type Weekday, weekdays } from '../domain/hours.ts';
import type { Language, Localized } from '../domain/language.ts';

/** The hours of an ordinary week in words: `Lunedì-venerdì 9:00-18:00, sabato 9:00-13:00`; empty when nobody is ever there. */
export function hoursInWords({ week }: Pick<OpeningHours, 'week'>, language: Language): string {
  const text = texts[language];
  const runs = runsOf(week);
  const [only] = runs;
  if (only?.days.length === weekdays.length && only.slots.map(spanOf).join() === '00:00-24:00') return text.always;
  const words = runs.map(({ days, slots }) => `${daysInWords(days, language)} ${slots.map(spanOf).join(text.and)}`);
  return upperFirst(words.join(', '), language);
}

interface Run {
  readonly days: readonly Weekday[];
  readonly slots: readonly Slot[];
}

/** Days that follow one another with the same hours belong together; closed ones are left out. */
function runsOf(week: OpeningHours['week']): readonly Run[] {
  const runs: { days: Weekday[]; slots: readonly Slot[] }[] = [];
  for (const day of weekdays) {
    const last = runs.at(-1);
    if (last !== undefined && same(last.slots, week[day])) last.days.push(day);
    else runs.push({ days: [day], slots: week[day] });
  }
  return runs.filter(({ slots }) => slots.length > 0);
}

function same(one: readonly Slot[], other: readonly Slot[]): boolean {
  return one.map(spanOf).join() === other.map(spanOf).join();
}

/** As clocks are read: 9:00, but 00:30. */
function spanOf({ from, to }: Slot): string {
  return [from, to].map((time) => time.replace(/^0(?=[1-9]:)/, '')).join('-');
}

function daysInWords(days: readonly Weekday[], language: Language): string {
  const [first, last] = [days[0], days.at(-1)].map((day) => (day === undefined ? '' : texts[language].days[day]));
  if (days.length === 1) return first ?? '';
  return [first, last].join(days.length === 2 ? texts[language].and : '-');
}

function upperFirst(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

interface HoursTexts {
  readonly days: Readonly<Record<Weekday, string>>;
  readonly and: string;
  readonly always: string;
}

const texts: Localized<HoursTexts> = {
  it: {
    days: {
      monday: 'lunedì',
      tuesday: 'martedì',
      wednesday: 'mercoledì',
      thursday: 'giovedì',
      friday: 'venerdì',
      saturday: 'sabato',
      sunday: 'domenica',
    },
    and: ' e ',
    always: 'Tutti i giorni, a ogni ora',
  },
  en: {
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    },
    and: ' and ',
    always: 'Every day, at any hour',
  },
};
