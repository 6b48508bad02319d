import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type GivenDesk } from './desk-given.ts';

let desk: GivenDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('what an agent does stands in the audit log with its outcome, and what is only looked at does not', async () => {
  const giulia = await desk.signIn('giulia');
  const luca = await desk.signIn('luca');
  const [one, two] = [await desk.store.byLogin('giulia'), await desk.store.byLogin('luca')];
  const id = await desk.says('Marta', 'vendete mongolfiere?');
  await giulia.get('/desk/api/queue');
  await giulia.post(`/desk/api/conversations/${id}/claim`);
  await luca.post(`/desk/api/conversations/${id}/claim`);
  await giulia.post(`/desk/api/conversations/${id}/say`, { text: 'parole per Marta sola' });

  const lines = await desk.store.auditLines({ limit: 10 });
  const acts = lines.filter(({ act }) => act.startsWith('conversations.'));
  expect(acts.map(({ actor, act, object, facts }) => [actor, act, object, facts])).toEqual([
    [{ id: one?.id, name: 'Giulia', address: '127.0.0.1' }, 'conversations.say', id, { status: 200 }],
    [{ id: two?.id, name: 'Luca', address: '127.0.0.1' }, 'conversations.claim', id, { status: 409 }],
    [{ id: one?.id, name: 'Giulia', address: '127.0.0.1' }, 'conversations.claim', id, { status: 200 }],
  ]);
  expect(JSON.stringify(lines)).not.toContain('parole per Marta');
});

test('who tries what is for others is written down as refused', async () => {
  const anna = await desk.signIn('anna');
  const account = await desk.store.byLogin('anna');
  await desk.accounts.setRoles(account?.login ?? '', ['manager']);
  expect((await anna.post('/desk/api/tickets/250101-ABC/done')).status).toBe(403);
  const [last] = await desk.store.auditLines({ limit: 1 });
  expect([last?.actor.name, last?.act, last?.facts]).toEqual(['Anna', 'tickets.done', { status: 403 }]);
});
