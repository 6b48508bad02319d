import type { Accounts } from '../service/accounts.ts';
import type { Audit } from '../service/audit.ts';
import { watchDesk } from '../service/desk-watch.ts';
import type { Desk } from '../service/desk.ts';
import type { Route } from '../service/http.ts';
import type { Clock, Feed, Log } from '../service/ports.ts';
import type { Presence } from '../service/presence.ts';
import type { Assets } from './assets.ts';
import { deskApi } from './desk-api.ts';
import { deskPages } from './desk-page.ts';
import { deskSignIn } from './desk-sign-in.ts';

export interface DeskRouteParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly presence: Presence;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  /** Its route is served by whoever made it. */
  readonly assets: Assets;
}

/** All of /desk: the page, signing in, and what a signed-in agent's page asks for. */
export function deskRoutes({ desk, accounts, presence, audit, feed, clock, log, assets }: DeskRouteParts): Route[] {
  const watch = watchDesk(desk, feed, log);
  return [...deskPages(assets), ...deskSignIn(accounts, clock), ...deskApi({ desk, accounts, presence, audit, watch })];
}
