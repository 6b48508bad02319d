import { afterAll, beforeAll, expect, test } from 'vitest';
import { failingChannel, type GivenDesk, openDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('whoever is signed in sees which channel fails, since when and how much waits, and nobody else does', async () => {
  const giulia = await desk.signIn('giulia');
  desk.channels.push(failingChannel);
  const { trouble, waiting, oldestAt } = failingChannel;
  expect(await giulia.get('/desk/api/channels')).toMatchObject({
    status: 200,
    body: { channels: [{ name: 'telegram', state: 'failing', ...trouble, waiting, oldestAt }] },
  });
  expect((await fetch(`${desk.origin}/desk/api/channels`)).status).toBe(401);
});
