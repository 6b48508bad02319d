import type { Accounts } from '../service/accounts.ts';
import type { Audit } from '../service/audit.ts';
import { watchDesk } from '../service/desk-watch.ts';
import type { ChannelState } from '../service/channel-state.ts';
import type { Desk } from '../service/desk.ts';
import type { Route } from '../service/http.ts';
import type { Clock, Feed, Log } from '../service/ports.ts';
import type { Presence } from '../service/presence.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Policy } from '../domain/policy.ts';
import type { Teacher } from '../service/teacher.ts';
import type { Tickets } from '../service/tickets.ts';
import type { Assets } from './assets.ts';
import { deskApi } from './desk-api.ts';
import { deskAudit } from './desk-audit.ts';
import { deskCalls } from './desk-calls.ts';
import { deskChannels } from './desk-channels.ts';
import { figuresApi, type FiguresApiParts } from './desk-figures-api.ts';
import { deskOwnAccount } from './desk-own-account.ts';
import { deskPages } from './desk-page.ts';
import { deskPeople } from './desk-people.ts';
import { deskSignIn } from './desk-sign-in.ts';
import { teachApi } from './desk-teach-api.ts';
import { deskTicketsApi } from './desk-tickets-api.ts';
import { oidcRoutes, type OidcParts } from './oidc/routes.ts';

export interface DeskRouteParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly presence: Presence;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  readonly teacher: Teacher;
  readonly reports: FiguresApiParts['reports'];
  /** The opening hours and the scale of ratings in force. */
  readonly shop: FiguresApiParts['shop'];
  readonly tickets: Tickets;
  /** The entries of the knowledge in force. */
  readonly entries: () => ReadonlyMap<string, Entry>;
  readonly policy: () => Policy;
  /** How the channels are doing to which messages are pushed. */
  readonly channels: () => Promise<readonly ChannelState[]>;
  /** A provider with which one can sign in too, and its name. */
  readonly oidc?: (Pick<OidcParts, 'provider' | 'meaning' | 'signIns'> & { readonly name: string }) | undefined;
  /** Its route is served by whoever made it. */
  readonly assets: Assets;
}

/** All of /desk: the page, signing in, and what a signed-in agent's page asks for. */
export function deskRoutes(parts: DeskRouteParts): Route[] {
  const { accounts, audit, clock, feed, log, oidc } = parts;
  const calls = deskCalls(parts);
  const watch = watchDesk(parts);
  return [
    ...deskPages(parts.assets),
    ...deskSignIn({ accounts, clock, feed, provider: oidc?.name }),
    ...(oidc === undefined ? [] : oidcRoutes({ ...oidc, accounts, clock, feed, log }, calls)),
    ...deskPeople(accounts, calls),
    ...deskOwnAccount(accounts, clock, calls),
    ...deskAudit({ audit, accounts }, calls),
    ...deskChannels(parts.channels, calls),
    ...deskApi({ ...parts, watch, calls }),
    ...teachApi({ ...parts, calls }),
    ...figuresApi({ ...parts, calls }),
    ...deskTicketsApi(calls, parts.tickets),
  ];
}
