import { expect, test } from 'vitest';
import { alwaysOpen, type OpeningHours } from '../../bot/domain/hours.ts';
import { hoursInWords } from '../../bot/web/hours-words.ts';

const morning = { from: '09:00', to: '13:00' };
const evening = { from: '15:30', to: '24:00' };
const closed: OpeningHours['week'] = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

test.each([
  ['nothing when nobody is ever there', closed, '', ''],
  ['always', alwaysOpen.week, 'Tutti i giorni, a ogni ora', 'Every day, at any hour'],
  [
    'days alone, in pairs and in rows, with a pause at noon',
    {
      ...closed,
      monday: [morning],
      wednesday: [morning, evening],
      thursday: [morning, evening],
      friday: [morning, evening],
      saturday: [evening],
      sunday: [evening],
    },
    'Lunedì 9:00-13:00, mercoledì-venerdì 9:00-13:00 e 15:30-24:00, sabato e domenica 15:30-24:00',
    'Monday 9:00-13:00, Wednesday-Friday 9:00-13:00 and 15:30-24:00, Saturday and Sunday 15:30-24:00',
  ],
])('a week is told in words: %s', (_, week, it, en) => {
  expect([hoursInWords({ week }, 'it'), hoursInWords({ week }, 'en')]).toEqual([it, en]);
});
