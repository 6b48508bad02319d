import type { Localized } from './language.ts';
import { dateAfter } from './time.ts';

/*
 * The public holidays of Italy, computed: legge 27 maggio 1949, n. 260, with its later changes. Easter Sunday is a holiday
 * as every Sunday is, and is named here because shops that open on Sundays close on it. San Francesco is one again from 2026 on:
 * legge 8 ottobre 2025, n. 151. The saint of a town is no holiday of the country: it is a closure of the shop's own.
 */

/** The name of the Italian public holiday on a date `YYYY-MM-DD`; undefined on every other day. */
export function italianHoliday(date: string): Localized<string> | undefined {
  const year = Number(date.slice(0, 4));
  const fixed = fixedHolidays[date.slice(5)];
  if (fixed !== undefined && year >= (fixed.since ?? 0)) return fixed.name;
  const easter = easterSunday(year);
  if (date === easter) return { it: 'Pasqua', en: 'Easter Sunday' };
  return date === dateAfter(easter) ? { it: 'Lunedì dell’Angelo', en: 'Easter Monday' } : undefined;
}

/** By month and day; `since` is the first year in which it is a holiday. */
const fixedHolidays: Readonly<Record<string, { readonly name: Localized<string>; readonly since?: number }>> = {
  '01-01': { name: { it: 'Capodanno', en: 'New Year’s Day' } },
  '01-06': { name: { it: 'Epifania', en: 'Epiphany' } },
  '04-25': { name: { it: 'Festa della Liberazione', en: 'Liberation Day' } },
  '05-01': { name: { it: 'Festa del lavoro', en: 'Labour Day' } },
  '06-02': { name: { it: 'Festa della Repubblica', en: 'Republic Day' } },
  '08-15': { name: { it: 'Ferragosto', en: 'Assumption Day' } },
  '10-04': { name: { it: 'San Francesco', en: 'Saint Francis' }, since: 2026 },
  '11-01': { name: { it: 'Ognissanti', en: 'All Saints’ Day' } },
  '12-08': { name: { it: 'Immacolata', en: 'Immaculate Conception' } },
  '12-25': { name: { it: 'Natale', en: 'Christmas Day' } },
  '12-26': { name: { it: 'Santo Stefano', en: 'Saint Stephen’s Day' } },
};

/**
 * Easter Sunday of a year of the Gregorian calendar, as `YYYY-MM-DD`. The algorithm is the anonymous one of 1876 (Nature 13,
 * page 487), as Jean Meeus prints it in Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function isoDate(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
