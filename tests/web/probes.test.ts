import { expect, test } from 'vitest';

import type { Call } from '../../bot/service/http.ts';
import { probes } from '../../bot/web/probes.ts';

const token = 'a token for the figures';

test.each([
  ['a program on this machine', { address: '127.0.0.1' }, 200],
  ['a program on this machine, by IPv6', { address: '::1' }, 200],
  ['another machine', { address: '192.0.2.7' }, 403],
  ['another machine with the token', { address: '192.0.2.7', headers: { authorization: `Bearer ${token}` } }, 200],
  ['another machine with a wrong token', { address: '192.0.2.7', headers: { authorization: 'Bearer guess' } }, 403],
  ['a proxy on this machine', { address: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } }, 403],
  ['a page in a browser', { address: '127.0.0.1', headers: { origin: 'https://elsewhere.example' } }, 403],
])('the figures asked for by %s', async (_, given, status) => {
  expect((await metrics({ metricsToken: token }, given)).status).toBe(status);
});

test('without a token nobody elsewhere reads the figures, whatever is sent', async () => {
  const given = { address: '192.0.2.7', headers: { authorization: 'Bearer undefined' } };
  expect((await metrics({}, given)).status).toBe(403);
});

function metrics(settings: { metricsToken?: string }, given: Partial<Call>) {
  const ready = async () => [];
  const figures = async () => ({ contentType: 'text/plain', text: 'sportello_turns_total 1' });
  const route = probes({ ready, metrics: figures, ...settings }).find(({ path }) => path === '/metrics');
  if (route === undefined) throw new Error('There is no route /metrics.');
  const base = { params: {}, query: new URLSearchParams(), headers: {}, body: undefined, origin: 'http://localhost' };
  return route.handle({ ...base, address: '127.0.0.1', ...given });
}
