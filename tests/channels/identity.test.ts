import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { signedIdentity } from '../signed-identity.ts';
import { type Desk, openDesk, workingHours } from './open-desk.ts';

/* A shop's page says who its customer is, signed by the shop's server: the desk believes that, and nothing else. */

const secret = 'a secret of thirty-two characters';
const hour = 3_600_000;
let desk: Desk;
let ahead = 0;
const clock = workingHours();
const now = () => clock.now() + ahead;

beforeAll(async () => {
  desk = await openDesk({ clock: { ...clock, now }, widgetSecret: secret });
});
afterAll(() => desk.close());

const anna = () => ({ id: '4711', name: 'Anna', email: 'anna@shop.example', exp: Math.floor(now() / 1000) + 600 });
const known = { id: 'id:4711', name: 'Anna', email: 'anna@shop.example', verified: true };

async function call(path: string, token?: string, body: object = {}) {
  const response = await fetch(`${desk.url}/v3/directline${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const read = (await response.json()) as {
    conversationId: string;
    token: string;
    resume: string;
    error?: { code: string; message: string };
  };
  return { status: response.status, ...read };
}

const generate = (identity?: string) => call('/tokens/generate', undefined, { identity, user: { id: 'dl_browser' } });
const refresh = (resume: string, identity?: string) => call('/tokens/refresh', resume, { identity });

async function chat(identity?: string) {
  const pass = await generate(identity);
  await call('/conversations', pass.token);
  return pass;
}

async function customerOf(conversationId: string) {
  return (await desk.store.load(`webchat:${conversationId}`))?.conversation.thread.customer;
}

describe('an identity that the shop has signed', () => {
  test('is the customer’s own at the desk: id, name and e-mail', async () => {
    const { conversationId } = await chat(signedIdentity(secret, anna()));
    expect(await customerOf(conversationId)).toEqual(known);
  });

  test.each([
    ['signed with another secret', () => signedIdentity('b'.repeat(32), anna()), 'Its signature does not fit'],
    ['changed after it was signed', () => forged(), 'Its signature does not fit'],
    ['without a signature', () => signedIdentity(secret, anna()).split('.')[0]!, 'BODY.SIGNATURE'],
    ['that has expired', () => signedIdentity(secret, { ...anna(), exp: now() / 1000 - 1 }), 'It has expired'],
    ['that never expires', () => signedIdentity(secret, { id: '1' }), 'exp'],
    ['without an id', () => signedIdentity(secret, { ...anna(), id: '' }), 'see id'],
    ['with an address that is none', () => signedIdentity(secret, { ...anna(), email: 'x' }), 'see email'],
    ['longer than any', () => 'x'.repeat(4001), 'at most 4000'],
    ['that is no JSON', () => signedText('nothing'), 'see BODY'],
  ])('%s is refused clearly, and begins no chat', async (_, make, why) => {
    const { status, error, token } = await generate(make());
    expect([status, error?.code, token]).toEqual([403, 'IdentityRefused', undefined]);
    expect(error?.message).toContain(why);
  });

  function forged(): string {
    const [, signature] = signedIdentity(secret, anna()).split('.');
    return `${Buffer.from(JSON.stringify({ ...anna(), id: '1' })).toString('base64url')}.${signature}`;
  }

  function signedText(text: string): string {
    const [body, signature] = signedIdentity(secret, text as unknown as object).split('.');
    return `${body}.${signature}`;
  }

  test('cannot be claimed by a page in the ordinary way, nor by a message', async () => {
    expect((await call('/tokens/generate', undefined, { user: { id: 'id:4711' } })).status).toBe(400);
    const { conversationId, token } = await chat();
    await call(`/conversations/${conversationId}/activities`, token, {
      type: 'message',
      text: 'ciao',
      from: { id: 'id:4711', verified: true, email: 'anna@shop.example' },
    });
    expect(await customerOf(conversationId)).toEqual({ id: 'dl_browser' });
  });
});

describe('a customer who comes back', () => {
  test('is let in again by the pass and the same identity, even one that has expired meanwhile', async () => {
    const identity = signedIdentity(secret, anna());
    const { conversationId, resume } = await chat(identity);
    ahead += 3 * hour;
    const back = await refresh(resume, identity);
    expect([back.status, back.conversationId]).toEqual([200, conversationId]);
  });

  test('and has signed out, or in as somebody else, does not see what was said', async () => {
    const { resume } = await chat(signedIdentity(secret, anna()));
    expect((await refresh(resume)).error?.code).toBe('OtherCustomer');
    expect((await refresh(resume, signedIdentity(secret, { ...anna(), id: '4712' }))).error?.code).toBe(
      'OtherCustomer',
    );
    expect((await refresh(resume, 'forged.forged')).error?.code).toBe('IdentityRefused');
  });

  test('and has signed in meanwhile goes on in the same conversation, and the desk knows them from then on', async () => {
    const { conversationId, resume } = await chat();
    const old = signedIdentity(secret, { ...anna(), exp: now() / 1000 - 1 });
    expect((await refresh(resume, old)).error?.code).toBe('IdentityRefused');
    const { token } = await refresh(resume, signedIdentity(secret, anna()));
    await call(`/conversations/${conversationId}/activities`, token, {
      type: 'message',
      text: 'quanto costa la spedizione?',
    });
    expect(await customerOf(conversationId)).toEqual(known);
  });

  test('keeps a page that stays open, which renews its token by itself', async () => {
    const { token, conversationId } = await chat(signedIdentity(secret, anna()));
    expect((await call('/tokens/refresh', token)).conversationId).toBe(conversationId);
  });
});

test('without a secret nobody is believed', async () => {
  const other = await openDesk();
  const response = await fetch(`${other.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity: signedIdentity(secret, anna()) }),
  });
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { error: { code: 'IdentityRefused', message: expect.stringContaining('WIDGET_SECRET is not set') } },
  ]);
  await other.close();
});
