import { expect, test } from 'vitest';
import { escapeMarkdown } from '../bot/channels/text.ts';
import { contactIn, isContactAlone, withoutContact, wordsBeside } from '../bot/conversation/contact.ts';
import { masked } from '../bot/domain/content-figures.ts';
import { csvLine } from '../bot/domain/csv.ts';

/*
 * A message may be long, and each turn stands in everybody's way while it is read: what reads one goes through it once. At this length
 * whatever begins anew at each character takes minutes, and the test runs into its limit.
 */
const length = 300_000;
const runs = [' ', ',', ';', '\n', '.', '?', 'a', '1', '(', '@', ', ', 'a.', 'ordine 12345678 ', 'tel '];
const hostile = runs.map((run) => `a ${run.repeat(length / run.length)} b @ c`);

test.each([
  ['a contact', (text: string) => contactIn(text) === undefined],
  ['what stands beside one', (text: string) => !wordsBeside(text).includes('c')],
  ['whether it is one', (text: string) => typeof isContactAlone(text) === 'boolean'],
  ['what is left without one', (text: string) => withoutContact(text).startsWith('a')],
  ['what a manager sees of it', (text: string) => masked(text).startsWith('a')],
  ['a line of CSV', (text: string) => csvLine([text]).endsWith('c\r\n') || csvLine([text]).endsWith('c"\r\n')],
  ['Markdown', (text: string) => escapeMarkdown(text).startsWith('a')],
])('however long a message is, it is gone through once for %s', (_, holds) => {
  expect(hostile.map(holds)).toEqual(hostile.map(() => true));
});
