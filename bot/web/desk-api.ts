import { z } from 'zod';

import { roles } from '../domain/role.ts';
import type { Accounts } from '../service/accounts.ts';
import type { DeskWatch } from '../service/desk-watch.ts';
import type { Desk } from '../service/desk.ts';
import type { Presence } from '../service/presence.ts';
import type { Route } from '../service/http.ts';
import type { Feed } from '../service/ports.ts';
import { ok, type DeskCalls } from './desk-calls.ts';
import { conversationCalls } from './desk-conversations.ts';
import { deskStream } from './stream.ts';

export interface DeskApiParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly presence: Presence;
  readonly watch: DeskWatch;
  readonly feed: Feed;
  readonly calls: DeskCalls;
}

const reported = z.object({
  state: z.enum(['available', 'away'], { error: 'state: available or away' }),
  /** Idleness is what the page saw; without it the agent chose. */
  because: z.enum(['choice', 'idleness'], { error: 'because: choice or idleness' }).default('choice'),
});

/** What a signed-in agent's page asks for and does: JSON under /desk/api/. Every route here needs a session. */
export function deskApi({ desk, accounts, presence, watch, feed, calls }: DeskApiParts): Route[] {
  const { looks, signals } = calls;
  return [
    looks(['agent'], '/desk/api/queue', async () => ok(await desk.queue())),
    looks(roles, '/desk/api/events', async (_, session) => deskStream(session, { accounts, presence, watch, feed })),
    signals(['agent'], '/desk/api/presence', reported, async (_, { agent }, { state, because }) => {
      presence.report(agent.id, state, because);
      return ok(presence.of(agent.id));
    }),
    ...conversationCalls(desk, calls),
  ];
}
