import { expect, test } from 'vitest';
import { ticketNumber } from '../../bot/conversation/ticket.ts';
import { morning } from './mind.ts';

test('a ticket number is the date and six letters that cannot be misheard', () => {
  expect(ticketNumber('7f9c1e', morning, '2026-11-21')).toMatch(/^261121-[0-9A-HJKMNP-TV-Z]{6}$/);
});

test('a turn that is stepped again gives the same number, and another conversation or another moment another', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => ticketNumber(`c-${index}`, morning, '2026-11-21'));
  const moments = Array.from({ length: 1_000 }, (_, index) => ticketNumber('c', morning + index, '2026-11-21'));
  expect(ticketNumber('c-7', morning, '2026-11-21')).toBe(numbers[7]);
  expect(new Set([...numbers, ...moments]).size).toBe(2_000);
});
