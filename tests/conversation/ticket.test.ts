import { expect, test } from 'vitest';
import { ticketNumber } from '../../bot/conversation/ticket.ts';

test('a ticket number is the date and five letters that cannot be misheard', () => {
  expect(ticketNumber('7f9c1e', '2026-11-21')).toMatch(/^261121-[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('a conversation always gets the same number, and another one another', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => ticketNumber(`conversation-${index}`, '2026-11-21'));
  expect(ticketNumber('conversation-7', '2026-11-21')).toBe(numbers[7]);
  expect(new Set(numbers).size).toBe(1_000);
});
