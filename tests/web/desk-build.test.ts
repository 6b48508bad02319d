import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLoad } from '../bench/desk.ts';
import { openDesk, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const documentOf = async (path: string) => await (await fetch(desk.origin + path)).text();
const linked = (text: string) => [...text.matchAll(/(?:src|href)="(\/assets\/desk-[^"]+)"/g)].map((found) => found[1]!);

test('the pages of the desk are one document, whose files are kept for ever and come compressed', async () => {
  const [tickets, one] = await Promise.all([documentOf('/desk/tickets'), documentOf('/desk/tickets/261121-K7Q4MX')]);
  const files = linked(tickets);
  expect(files.length).toBeGreaterThan(2);
  expect(linked(one)).toEqual(files);
  const answers = await Promise.all(
    files.flatMap((file) =>
      ['br', 'gzip'].map((encoding) => fetch(desk.origin + file, { headers: { 'accept-encoding': encoding } })),
    ),
  );
  expect(
    answers.map(({ status, headers }) => [status, headers.get('content-encoding'), headers.get('cache-control')]),
  ).toEqual(
    files.flatMap(() => ['br', 'gzip'].map((encoding) => [200, encoding, 'public, max-age=31536000, immutable'])),
  );
});

test('each part of the document carries its nonce, for the scripts and styles that follow from it too', async () => {
  const answer = await fetch(`${desk.origin}/desk/tickets`);
  const nonce = /'nonce-([\w-]+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  const text = await answer.text();
  expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}"`);
  const without = [...text.matchAll(/<(?:script|style|link rel="(?:stylesheet|modulepreload)")[^>]*>/g)].filter(
    ([tag]) => !tag.includes(`nonce="${nonce}"`),
  );
  expect(without).toEqual([]);
});

test('an address that is no page of the desk is not found', async () => {
  expect((await fetch(`${desk.origin}/desk/nothing`)).status).toBe(404);
});

test('the first load is small', () => {
  expect(firstLoad()).toBeLessThan(350 * 1024);
});
