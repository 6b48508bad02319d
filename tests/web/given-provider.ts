import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
  readonly groups?: readonly string[];
}

export const secret = 'a secret that both of them know';

/** A real provider of OpenID Connect on this machine. */
export interface GivenProvider {
  readonly issuer: string;
  /** The settings of a Sportello that signs in here; what is given is added. */
  settings(more?: Readonly<Record<string, string>>): Record<string, string>;
  /** Whoever comes to sign in is this person; undefined: says no. */
  person: Person | undefined;
  /** Changes what the ID token says, and signs it again as if it were the provider's own. */
  forge: ((claims: Record<string, unknown>) => Record<string, unknown>) | undefined;
  /** Redirect addresses must be known before anybody comes. */
  allow(origin: string): void;
  stop(): Promise<void>;
}

/** Starts it; port 0 takes a free one. */
export async function openProvider(port = 0): Promise<GivenProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const origins: string[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const given: GivenProvider = {
    issuer,
    person: undefined,
    forge: undefined,
    settings: (more = {}) => ({
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'sportello',
      OIDC_CLIENT_SECRET: secret,
      OIDC_NAME: 'Rossi ID',
      ...more,
    }),
    allow(origin) {
      origins.push(origin);
      answer = handlerOf(issuer, origins, privateKey, given);
    },
    stop: () => stopped(server),
  };
  answer = handlerOf(issuer, origins, privateKey, given);
  return given;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function handlerOf(issuer: string, origins: readonly string[], key: KeyObject, given: GivenProvider): Handler {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sportello',
        client_secret: secret,
        redirect_uris: origins.map((origin) => `${origin}/desk/oidc/callback`),
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [key.export({ format: 'jwk' })] },
    cookies: { keys: ['only a test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'groups'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ ...(given.person?.sub === id ? given.person : {}), sub: id }),
    }),
    // Everybody agrees to everything that this one client asks for.
    async loadExistingGrant(context) {
      const { client, session, params } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope(String(params?.['scope']));
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (given.forge !== undefined && body?.id_token !== undefined) {
      context.body = { ...body, id_token: forged(body.id_token, key, given.forge) };
    }
  });
  const callback = provider.callback();
  return async (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      await callback(request, response);
      return;
    }
    const { person } = given;
    const result =
      person === undefined
        ? { error: 'access_denied', error_description: 'the person said no' }
        : { login: { accountId: person.sub, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
}

function forged(token: string, key: KeyObject, change: NonNullable<GivenProvider['forge']>): string {
  const [head = '', body = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const changed = `${head}.${Buffer.from(JSON.stringify(change(claims))).toString('base64url')}`;
  return `${changed}.${createSign('RSA-SHA256').update(changed).sign(key, 'base64url')}`;
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
