import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Credentials } from '../../bot/channels/framework/authentication.ts';
import { type ForeignChannel, openForeignChannel, postActivity } from './foreign-channel.ts';
import { type Desk, noApp, openDesk, until } from './open-desk.ts';

/* Stock authentication, against a cloud of our own: its keys, its tokens. */

const appId = '00000000-0000-4000-8000-000000000001';
const issuer = 'https://issuer.example';
const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Listens behind whatever the bot itself puts before it. */
const loud = vi.spyOn(console, 'error');

let cloud: Server;
let channel: ForeignChannel;
let desk: Desk;

beforeAll(async () => {
  cloud = createServer((request, response) => {
    const { port } = cloud.address() as AddressInfo;
    const jwk = { ...right.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
    const document = request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document));
  });
  await new Promise<void>((listening) => void cloud.listen(0, '127.0.0.1', listening));
  const { port } = cloud.address() as AddressInfo;
  const metadata = `http://127.0.0.1:${port}/openid`;
  channel = await openForeignChannel();
  desk = await openDesk({
    app: { ...noApp, appId, password: 'secret' },
    cloud: {
      ToChannelFromBotLoginUrl: issuer,
      ToChannelFromBotOAuthScope: 'https://scope.example',
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://oauth.example',
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      CallerId: '',
    },
    credentials: signingCredentials,
  });
});

afterAll(async () => {
  await desk.close();
  await channel.close();
  cloud.close();
  loud.mockRestore();
});

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({
  iss: issuer,
  aud: appId,
  serviceurl: channel.serviceUrl,
  nbf: now() - 60,
  exp: now() + 600,
});

test('a token of the channel lets its activity in, and the replies carry a token of the bot', async () => {
  const token = jwt({ alg: 'RS256', kid: 'k1' }, claims(), right.privateKey);
  const reply = await postActivity(desk.url, channel.activity({ text: 'ciao' }), { authorization: `Bearer ${token}` });
  expect(reply).toEqual({ status: 200, body: '' });
  const sent = await until('the reply', () => channel.taken[0]);
  expect(sent.authorization).toBe(`Bearer of ${appId} for https://scope.example`);
});

const forged: Readonly<Record<string, () => string | undefined>> = {
  'no token': () => undefined,
  'a malformed token': () => 'Bearer nonsense',
  'no scheme': () => jwt({ alg: 'RS256', kid: 'k1' }, claims(), right.privateKey),
  'an expired token': () => bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), exp: now() - 3600 }),
  'a token from the future': () => bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), nbf: now() + 3600 }),
  'a token for another bot': () => bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), aud: 'another' }),
  'a token of another issuer': () => bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), iss: 'https://evil.example' }),
  'a token for another service': () =>
    bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), serviceurl: 'https://evil.example' }),
  'a token without a service': () => bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), serviceurl: undefined }),
  'an unknown key': () => bearer({ alg: 'RS256', kid: 'k2' }, claims()),
  'a bad signature': () => `Bearer ${jwt({ alg: 'RS256', kid: 'k1' }, claims(), wrong.privateKey)}`,
  'alg none': () => `Bearer ${part({ alg: 'none', kid: 'k1' })}.${part(claims())}.`,
  'HS256 with the public key as its secret': () => `Bearer ${hmac({ alg: 'HS256', kid: 'k1' }, claims())}`,
};

for (const [what, header] of Object.entries(forged)) {
  test(`${what} is answered 401 without a reason, and nothing is saved`, async () => {
    loud.mockClear();
    const authorization = header();
    const before = channel.taken.length;
    const activity = channel.activity({ text: 'ciao', conversation: { id: `forged: ${what}` } });
    const reply = await postActivity(desk.url, activity, authorization === undefined ? {} : { authorization });
    expect(reply).toEqual({
      status: 401,
      body: JSON.stringify({
        error: { code: 'unauthorized', message: 'The Authorization header holds no valid token for this bot.' },
      }),
    });
    expect(channel.taken.length).toBe(before);
    expect(loud).not.toHaveBeenCalled();
  });
}

test('an activity of a channel that the key is not endorsed for is answered 401', async () => {
  const authorization = bearer({ alg: 'RS256', kid: 'k1' }, claims());
  const activity = channel.activity({ text: 'ciao', channelId: 'slack' });
  expect((await postActivity(desk.url, activity, { authorization })).status).toBe(401);
});

test.each([undefined, '', 'not a URL', 'ftp://127.0.0.1/', 'javascript:alert(1)', 7])(
  'an activity with the service address %j is answered 400 at once',
  async (serviceUrl) => {
    const authorization = bearer({ alg: 'RS256', kid: 'k1' }, { ...claims(), serviceurl: undefined });
    const reply = await postActivity(desk.url, channel.activity({ text: 'ciao', serviceUrl }), { authorization });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('serviceUrl');
  },
);

test('when the keys cannot be had, the answer is 503, for the channel to try again', async () => {
  const far = await openDesk({
    app: { ...noApp, appId, password: 'secret' },
    cloud: {
      ToChannelFromBotLoginUrl: issuer,
      ToChannelFromBotOAuthScope: 'https://scope.example',
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://oauth.example',
      ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
      ToBotFromEmulatorOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
      CallerId: '',
    },
    credentials: signingCredentials,
  });
  const authorization = bearer({ alg: 'RS256', kid: 'k1' }, claims());
  expect((await postActivity(far.url, channel.activity({ text: 'ciao' }), { authorization })).status).toBe(503);
  await far.close();
});

const signingCredentials: Credentials = {
  isValidAppId: (id) => Promise.resolve(id === appId),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: (id, audience) =>
    Promise.resolve({
      signRequest: (request) => {
        request.headers.set('authorization', `Bearer of ${id} for ${audience}`);
        return Promise.resolve(request);
      },
    }),
};

function bearer(header: object, payload: object): string {
  return `Bearer ${jwt(header, payload, right.privateKey)}`;
}

function jwt(header: object, payload: object, key: KeyObject): string {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

function hmac(header: object, payload: object): string {
  const signed = `${part(header)}.${part(payload)}`;
  const secret = right.publicKey.export({ format: 'pem', type: 'pkcs1' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
