import { z } from 'zod';

import { roles as allRoles } from '../../domain/role.ts';
import type { IdentityLinked } from '../../service/account-store.ts';
import type { Accounts } from '../../service/accounts.ts';
import { errorReply, type Call, type Reply, type Route } from '../../service/http.ts';
import type { Clock, Feed, Log } from '../../service/ports.ts';
import type { Claims, ProviderSignIn, ProviderSignIns } from '../../service/provider-sign-in.ts';
import { ok, type DeskCalls } from '../desk-calls.ts';
import { password, unlessBusy, unprovedReply } from '../desk-sign-in.ts';
import { placeOf, sessionCookie, sessionOf } from '../sessions.ts';
import { claimsOf, type Meaning } from './claims.ts';
import { endedFlowCookie, flowCookie, flowOf, linkProof, ownPage, type KeptFlow } from './flow-cookie.ts';
import { providerFault, type Flow, type Provider, type ProviderFault } from './provider.ts';

const proof = z.object({ password });

/** Why somebody comes back to the page for signing in; the page says it in words. */
export type SignInProblem = ProviderFault | 'domain' | 'locked' | Exclude<ProviderSignIn['kind'], 'signed-in'>;

/** How a wish to link an account to the provider ended; the page of one's own account says it in words. */
export type LinkEnd = IdentityLinked | ProviderFault | 'domain' | 'locked';

export interface OidcParts {
  readonly accounts: Accounts;
  readonly provider: Provider;
  readonly meaning: Meaning;
  readonly signIns: ProviderSignIns;
  readonly clock: Pick<Clock, 'now'>;
  readonly feed: Pick<Feed, 'signal'>;
  readonly log: Log;
}

/** The way to the provider and back. What goes wrong is told on the page for signing in. */
export function oidcRoutes(
  { accounts, provider, meaning, signIns, clock, feed, log }: OidcParts,
  { changes }: DeskCalls,
): Route[] {
  return [
    changes(allRoles, '/desk/api/account/link', proof, (call, { agent, token }, given) =>
      unlessBusy(async () => {
        // A window that was left open must not be enough to make oneself a way in for ever.
        const proved = await accounts.prove(agent.id, given.password, placeOf(call));
        if (proved.kind !== 'right') return unprovedReply(proved, clock.now());
        try {
          const { address, flow } = await provider.begin(redirectUri(call));
          const cookie = flowCookie(call, flow, '/desk/account', linkProof(token, flow));
          return { ...ok({ address: address.href }), cookies: [cookie] };
        } catch (error) {
          return errorReply(
            502,
            await told(error),
            'The provider does not answer as it should. Try again in a moment.',
          );
        }
      }),
    ),
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
        if (kept.proof !== '') return away(`/desk/account?link=${await linked(call, kept)}`, [spent]);
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

  /** The session that began it must still be there: it is its account that is linked. */
  async function linked(call: Call, { flow, proof }: KeptFlow): Promise<LinkEnd> {
    const session = await sessionOf(call, accounts);
    if (session === undefined || linkProof(session.token, flow) !== proof) return 'expired';
    const from = placeOf(call);
    if (!(await signIns.mayTry(from))) return 'locked';
    const claims = await vouched(call, flow);
    if (typeof claims === 'object') {
      const end = await signIns.link(session.agent, claims, from);
      if (end === 'linked') feed.signal({ kind: 'accounts' });
      return end;
    }
    await signIns.failed(claims, from);
    return claims;
  }

  async function vouched(call: Call, flow: Flow): Promise<Claims | ProviderFault | 'domain'> {
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
