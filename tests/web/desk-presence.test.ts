import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('an agent is available while the page listens, away when they say so, and nothing else is taken', async () => {
  const giulia = await desk.signIn('giulia');
  desk.clock.pass(60_000);
  expect(desk.presence.staffed()).toBe(false);
  const page = await fetch(`${desk.origin}/desk/api/events`, { headers: { cookie: giulia.cookie } });
  await expect.poll(() => desk.presence.staffed()).toBe(true);

  const away = await giulia.post('/desk/api/presence', { state: 'away' });
  expect(away.body).toMatchObject({ state: 'away', because: 'choice' });
  expect(desk.presence.staffed()).toBe(false);
  await giulia.post('/desk/api/presence', { state: 'available', because: 'idleness' });
  expect(desk.presence.staffed()).toBe(false);
  expect((await giulia.post('/desk/api/presence', { state: 'available' })).body).toEqual({ state: 'available' });
  expect((await giulia.post('/desk/api/presence', { state: 'asleep' })).status).toBe(400);

  await page.body?.cancel();
  await expect
    .poll(() => {
      desk.clock.pass(46_000);
      return desk.presence.staffed();
    })
    .toBe(false);
});
