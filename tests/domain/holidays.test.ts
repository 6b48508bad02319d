import { describe, expect, test } from 'vitest';

import { easterSunday, italianHoliday } from '../../bot/domain/holidays.ts';
import { dateAfter } from '../../bot/domain/time.ts';

describe('Easter Sunday', () => {
  test.each([
    ['1818-03-22', 'the earliest that there is'],
    ['1943-04-25', 'the latest that there is'],
    ['2000-04-23', 'in a year that 400 divides'],
    ['2024-03-31', 'in a leap year'],
    ['2026-04-05', 'this year'],
    ['2038-04-25', 'late again'],
    ['2049-04-18', 'where the simple rule of Gauss fails'],
    ['2076-04-19', 'and here'],
    ['2100-03-28', 'in a year that is no leap year'],
  ])('is %s, %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  test('is a Sunday from 22 March to 25 April in each of a thousand years', () => {
    for (let year = 1600; year < 2600; year += 1) {
      const date = easterSunday(year);
      expect([new Date(`${date}T00:00:00Z`).getUTCDay(), date.slice(5) >= '03-22', date.slice(5) <= '04-25']).toEqual([
        0,
        true,
        true,
      ]);
    }
  });
});

describe('the public holidays of Italy', () => {
  const of = (year: number) => {
    const found: string[] = [];
    for (let date = `${year}-01-01`; date.startsWith(String(year)); date = dateAfter(date)) {
      const name = italianHoliday(date)?.it;
      if (name !== undefined) found.push(`${date.slice(5)} ${name}`);
    }
    return found;
  };

  test('of 2026 are these thirteen', () => {
    expect(of(2026)).toEqual([
      '01-01 Capodanno',
      '01-06 Epifania',
      '04-05 Pasqua',
      '04-06 Lunedì dell’Angelo',
      '04-25 Festa della Liberazione',
      '05-01 Festa del lavoro',
      '06-02 Festa della Repubblica',
      '08-15 Ferragosto',
      '10-04 San Francesco',
      '11-01 Ognissanti',
      '12-08 Immacolata',
      '12-25 Natale',
      '12-26 Santo Stefano',
    ]);
  });

  test('have San Francesco among them from 2026 on', () => {
    expect([italianHoliday('2025-10-04'), italianHoliday('2027-10-04')?.en]).toEqual([undefined, 'Saint Francis']);
  });

  test('keep the name of the day on which Easter Monday meets it', () => {
    expect(easterSunday(2011)).toBe('2011-04-24');
    expect(italianHoliday('2011-04-25')?.it).toBe('Festa della Liberazione');
  });
});
