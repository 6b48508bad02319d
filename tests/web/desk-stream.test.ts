import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskNews } from '../../bot/service/desk-watch.ts';
import { openDesk, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Reads server-sent events one after the other; undefined is the end of the stream. */
async function listen(cookie: string) {
  const response = await fetch(`${desk.origin}/desk/api/events`, { headers: { cookie } });
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    response,
    close: () => reader.cancel(),
    async next(): Promise<{ event: string; data: DeskNews } | undefined> {
      for (;;) {
        const found = /event: ([\w-]+)\ndata: (.*)\n\n/.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return { event: found[1] ?? '', data: JSON.parse(found[2] ?? '') as DeskNews };
        }
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += decoder.decode(value, { stream: true });
      }
    },
  };
}

test('a page hears of the queue at once, and of each change without asking', async () => {
  const giulia = await desk.signIn('giulia');
  const stream = await listen(giulia.cookie);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect((await stream.next())?.data.queue?.lines).toEqual([]);
  const id = await desk.says('Marta', 'vendete mongolfiere?');
  const news = await stream.next();
  expect([news?.event, news?.data.changed, news?.data.lines?.[0]?.id]).toEqual(['news', [id], id]);
  await giulia.post(`/desk/api/conversations/${id}/claim`);
  const claimed = await stream.next();
  expect(claimed?.data.lines?.[0]).toMatchObject({ id, status: 'agent', agent: { name: 'Giulia' } });
  await stream.close();
});

test('an admin’s page hears when something was done with accounts, and no other page does', async () => {
  const [admin, agent] = [await desk.signIn('capo'), await desk.signIn('dora')];
  await desk.accounts.setRoles('capo', ['admin']);
  const [told, untold] = [await listen(admin.cookie), await listen(agent.cookie)];
  await untold.next();
  await admin.post('/desk/api/account-links', { roles: ['agent'] });
  expect(await told.next()).toEqual({ event: 'accounts', data: {} });
  await desk.says('Piero', 'vendete mongolfiere?');
  expect((await untold.next())?.event).toBe('news');
  await told.close();
  await untold.close();
});

test('a page that comes back begins with the queue as it is now', async () => {
  const anna = await desk.signIn('anna');
  const first = await listen(anna.cookie);
  await first.next();
  await first.close();
  const id = await desk.says('Paolo', 'vendete mongolfiere?');
  const second = await listen(anna.cookie);
  expect((await second.next())?.data.queue?.lines.map((line) => line.id)).toContain(id);
  await second.close();
});

test('the stream of a disabled account says so and ends, and tells nothing before', async () => {
  const luca = await desk.signIn('luca');
  const stream = await listen(luca.cookie);
  await stream.next();
  await desk.accounts.disable('luca');
  await desk.says('Segreta', 'vendete mongolfiere?');
  expect((await stream.next())?.event).toBe('signed-out');
  expect(await stream.next()).toBeUndefined();
  expect((await luca.get('/desk/api/events')).status).toBe(401);
});

test('signing out ends the stream, although nothing happens', async () => {
  const sara = await desk.signIn('sara');
  const stream = await listen(sara.cookie);
  await stream.next();
  await sara.post('/desk/api/sign-out');
  expect((await stream.next())?.event).toBe('signed-out');
  expect(await stream.next()).toBeUndefined();
});
