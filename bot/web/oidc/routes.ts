import type { Call, Reply, Route } from '../../service/http.ts';
import type { Feed, Log } from '../../service/ports.ts';
import type { Claims, ProviderSignIn, ProviderSignIns } from '../../service/provider-sign-in.ts';
import { placeOf, sessionCookie } from '../sessions.ts';
import { claimsOf, type Meaning } from './claims.ts';
import { endedFlowCookie, flowCookie, flowOf, ownPage } from './flow-cookie.ts';
import { providerFault, type Flow, type Provider, type ProviderFault } from './provider.ts';

/** Why somebody comes back to the page for signing in; the page says it in words. */
export type SignInProblem = ProviderFault | 'domain' | 'locked' | Exclude<ProviderSignIn['kind'], 'signed-in'>;

export interface OidcParts {
  readonly provider: Provider;
  readonly meaning: Meaning;
  readonly signIns: ProviderSignIns;
  readonly feed: Pick<Feed, 'signal'>;
  readonly log: Log;
}

/** The way to the provider and back. What goes wrong is told on the page for signing in. */
export function oidcRoutes({ provider, meaning, signIns, feed, log }: OidcParts): Route[] {
  return [
    {
      method: 'get',
      path: '/desk/oidc/start',
      async handle(call) {
        try {
          const { address, flow } = await provider.begin(redirectUri(call));
          return away(address.href, [flowCookie(call, flow, wanted(call))]);
        } catch (error) {
          return toSignIn(wanted(call), await told(error), []);
        }
      },
    },
    {
      method: 'get',
      path: '/desk/oidc/callback',
      async handle(call) {
        const kept = flowOf(call);
        // Nothing was begun in this browser, or long ago. A page elsewhere may have sent it here: it is worth no line.
        if (kept === undefined) return toSignIn('/desk', 'expired', []);
        // Whatever comes of it, it is good for one try.
        const spent = endedFlowCookie(call, kept.flow);
        const result = await finished(call, kept.flow);
        if (result.kind !== 'signed-in') return toSignIn(kept.to, result.kind, [spent]);
        feed.signal({ kind: 'accounts' });
        return away(kept.to, [sessionCookie(call, result.token), spent]);
      },
    },
  ];

  async function finished(call: Call, flow: Flow): Promise<ProviderSignIn | { readonly kind: SignInProblem }> {
    const from = placeOf(call);
    if (!(await signIns.mayTry(from))) return { kind: 'locked' };
    const claims = await vouched(call, flow);
    if (typeof claims === 'object') return signIns.signIn(claims, from);
    await signIns.failed(claims, from);
    return { kind: claims };
  }

  async function vouched(call: Call, flow: Flow): Promise<Claims | SignInProblem> {
    try {
      const returned = new URL(`${redirectUri(call)}?${call.query.toString()}`);
      return claimsOf(await provider.finish(returned, flow), meaning);
    } catch (error) {
      return told(error);
    }
  }

  /** The log has the library's code; texts of the provider stay out of it. */
  async function told(error: unknown): Promise<ProviderFault> {
    const fault = await providerFault(error);
    const { name, code } = error as { name?: unknown; code?: unknown };
    log('warn', 'oidc-sign-in-failed', { fault, error: name, code });
    return fault;
  }
}

function redirectUri({ origin }: Call): string {
  return `${origin}/desk/oidc/callback`;
}

/** The page of the desk that somebody wanted before signing in; nothing but our own pages. */
function wanted({ query }: Call): string {
  return ownPage(query.get('to') ?? '');
}

/** Every page of the desk is the page for signing in to whoever is not. */
function toSignIn(to: string, problem: SignInProblem, cookies: readonly string[]): Reply {
  return away(`${to}?problem=${problem}`, cookies);
}

function away(location: string, cookies: readonly string[]): Reply {
  return { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }, cookies };
}
