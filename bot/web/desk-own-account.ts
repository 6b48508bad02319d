import { z } from 'zod';

import { roles } from '../domain/role.ts';
import { sessionId, type Accounts } from '../service/accounts.ts';
import { newAccount } from '../service/new-account.ts';
import type { Clock } from '../service/ports.ts';
import { errorReply } from '../service/http.ts';
import { actorOf, nothing, ok, type DeskCalls, type DeskRoute } from './desk-calls.ts';
import { sessionEnded } from './desk-people.ts';
import { openedReply, password, unlessBusy, unprovedReply } from './desk-sign-in.ts';
import { placeOf } from './sessions.ts';

const passwords = z.object({ old: password, password: newAccount.shape.password });

/** What everybody does with the account that is theirs: another password, and an end to sessions left open elsewhere. */
export function deskOwnAccount(accounts: Accounts, clock: Clock, { looks, changes }: DeskCalls): DeskRoute[] {
  return [
    looks(roles, '/desk/api/account', async (_, { agent, token }) => {
      const [all, sessions] = await Promise.all([accounts.list(), accounts.sessions(agent.id)]);
      const account = all.find(({ id }) => id === agent.id);
      const here = sessionId(token);
      return ok({ account, sessions: sessions.map((each) => ({ ...each, current: each.id === here })) });
    }),
    changes(roles, '/desk/api/account/password', passwords, (call, { agent }, given) =>
      unlessBusy(async () => {
        const result = await accounts.changePassword(agent.id, given.old, given.password, placeOf(call));
        return result.kind === 'signed-in' ? openedReply(call, result) : unprovedReply(result, clock.now());
      }),
    ),
    changes(roles, '/desk/api/account/unlink', nothing, async (call, session) => {
      const { agent, token } = session;
      if (await accounts.unlink(agent.id, token, actorOf(call, session))) return ok({ done: true });
      const message =
        'No provider opens your account, or nothing else would: without a password you could not sign in any more.';
      return errorReply(409, 'not-unlinked', message);
    }),
    changes(roles, '/desk/api/account/sessions/:id/end', nothing, async (call, session) => {
      const ended = await accounts.endSession(session.agent.id, call.params['id'] ?? '', actorOf(call, session));
      return ended ? ok({ done: true }) : sessionEnded();
    }),
  ];
}
