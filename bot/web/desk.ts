import type { Accounts } from '../service/accounts.ts';
import type { Audit } from '../service/audit.ts';
import { watchDesk } from '../service/desk-watch.ts';
import type { Desk } from '../service/desk.ts';
import type { Route } from '../service/http.ts';
import type { Clock, Feed, Log } from '../service/ports.ts';
import type { Presence } from '../service/presence.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Teacher } from '../service/teacher.ts';
import type { Assets } from './assets.ts';
import { deskApi } from './desk-api.ts';
import { deskPages } from './desk-page.ts';
import { deskSignIn } from './desk-sign-in.ts';
import { teachApi } from './desk-teach-api.ts';

export interface DeskRouteParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly presence: Presence;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  readonly teacher: Teacher;
  /** The entries of the knowledge in force. */
  readonly entries: () => ReadonlyMap<string, Entry>;
  /** Its route is served by whoever made it. */
  readonly assets: Assets;
}

/** All of /desk: the page, signing in, and what a signed-in agent's page asks for. */
export function deskRoutes(parts: DeskRouteParts): Route[] {
  const { desk, feed, log } = parts;
  const watch = watchDesk(desk, feed, log);
  return [
    ...deskPages(parts.assets),
    ...deskSignIn(parts.accounts, parts.clock),
    ...deskApi({ ...parts, watch }),
    ...teachApi(parts),
  ];
}
