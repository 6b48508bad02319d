import type { Configuration } from 'openid-client';

import type { Identity } from '../../service/account-store.ts';

/*
 * A provider of OpenID Connect, spoken to with the authorization code flow, PKCE, state and nonce. It is asked for what it
 * is when somebody first wants to sign in, and again each time until it answers: a provider that is down stops no start.
 */

export interface ProviderSettings {
  /** `https://login.example/realm`; http on this machine only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for, separated by spaces; `openid` among it. */
  readonly scopes: string;
}

/** What must be the same when the browser comes back. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who it is, and all else that the provider says of them. */
export interface Verified extends Identity {
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface Provider {
  /** Where to send the browser, and what to keep until it comes back. Rejects when the provider cannot be reached. */
  begin(redirectUri: string): Promise<{ readonly address: URL; readonly flow: Flow }>;
  /** Takes the code to the provider and checks all that comes back. Rejects with what providerFault tells apart. */
  finish(returned: URL, flow: Flow): Promise<Verified>;
}

/** Seconds that the provider may take for an answer. */
const patience = 8;

/** The library is loaded with the first use. */
export function createProvider({ issuer, clientId, clientSecret, scopes }: ProviderSettings): Provider {
  const server = new URL(issuer);
  let found: Promise<Configuration> | undefined;

  async function discover(): Promise<Configuration> {
    const { allowInsecureRequests, discovery } = await import('openid-client');
    return discovery(server, clientId, clientSecret, undefined, {
      timeout: patience,
      execute: server.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
  }

  async function known(): Promise<Configuration> {
    found ??= discover();
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  }

  return {
    async begin(redirectUri) {
      const client = await import('openid-client');
      const config = await known();
      const flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { address, flow };
    },
    async finish(returned, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const config = await known();
      const tokens = await client.authorizationCodeGrant(config, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const token = tokens.claims();
      if (token === undefined) throw new Error('The provider sent no ID token.');
      // Some providers tell names and groups there only. What the signed token says goes first.
      const more =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(config, tokens.access_token, token.sub);
      return { issuer: token.iss, subject: token.sub, claims: { ...more, ...token } };
    },
  };
}

/** Why a sign-in with a provider failed, as far as whoever signs in can do something about it. */
export type ProviderFault =
  /** It could not be reached, or is out of order. */
  | 'provider-down'
  /** The person, or a rule of the provider, said no. */
  | 'declined'
  /** The code was used already, or is too old. */
  | 'expired'
  /** The provider does not take our settings. */
  | 'provider-refused'
  /** What came back does not fit what was asked: it is not to be trusted. */
  | 'invalid';

/** Tells the faults of `begin` and `finish` apart. */
export async function providerFault(error: unknown): Promise<ProviderFault> {
  const { AuthorizationResponseError, ResponseBodyError } = await import('openid-client');
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'declined' : 'provider-refused';
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'provider-down';
    return error.error === 'invalid_grant' ? 'expired' : 'provider-refused';
  }
  // fetch fails with a TypeError; answers that are no answers, and too late ones, have these codes.
  const code = (error as { code?: unknown }).code;
  const down = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];
  return error instanceof TypeError || down.includes(String(code)) ? 'provider-down' : 'invalid';
}
