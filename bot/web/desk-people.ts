import { z } from 'zod';

import type { Accounts } from '../service/accounts.ts';
import { invitedGuest, newAccount, someRoles } from '../service/new-account.ts';
import type { PeopleChange } from '../service/people.ts';
import { errorReply, type Call, type Reply } from '../service/http.ts';
import { actorOf, nothing, ok, type DeskCalls, type DeskRoute } from './desk-calls.ts';

const person = newAccount.pick({ login: true, name: true }).extend({ roles: someRoles });
const withRoles = z.object({ roles: someRoles });
const invitation = withRoles.extend({ guest: invitedGuest.optional() });

/** What admins do with accounts: all of it in the audit log, in the transaction that does it. */
export function deskPeople(accounts: Accounts, { looks, changes }: DeskCalls): DeskRoute[] {
  return [
    looks(['admin'], '/desk/api/accounts', async () => ok({ accounts: await accounts.list() })),
    changes(['admin'], '/desk/api/accounts', person, async (call, session, { roles, ...wanted }) => {
      const by = actorOf(call, session);
      if (!(await accounts.addWithoutPassword(wanted, roles, by))) {
        return errorReply(409, 'login-taken', 'Somebody has this login already. Choose another one.');
      }
      return linkReply(await accounts.passwordLink(call.origin, wanted.login, by));
    }),
    changes(['admin'], '/desk/api/account-links', invitation, async (call, session, { roles, guest }) =>
      linkReply(await accounts.link(call.origin, roles, actorOf(call, session), guest)),
    ),
    looks(['admin'], '/desk/api/account-links', async () => ok({ invitations: await accounts.invitations() })),
    changes(['admin'], '/desk/api/account-links/:id/withdraw', nothing, async (call, session) =>
      (await accounts.withdraw(call.params['id'] ?? '', actorOf(call, session))) ? ok({ done: true }) : noInvitation(),
    ),
    changes(['admin'], '/desk/api/account-links/:id/renew', nothing, async (call, session) => {
      const link = await accounts.renew(call.origin, call.params['id'] ?? '', actorOf(call, session));
      return link === undefined ? noInvitation() : ok({ link });
    }),
    changes(['admin'], '/desk/api/accounts/:login/roles', withRoles, async (call, session, { roles }) =>
      changeReply(await accounts.setRoles(loginOf(call), roles, actorOf(call, session))),
    ),
    changes(['admin'], '/desk/api/accounts/:login/disable', nothing, async (call, session) =>
      changeReply(await accounts.disable(loginOf(call), actorOf(call, session))),
    ),
    changes(['admin'], '/desk/api/accounts/:login/enable', nothing, async (call, session) =>
      changeReply(await accounts.enable(loginOf(call), actorOf(call, session))),
    ),
    changes(['admin'], '/desk/api/accounts/:login/password-link', nothing, async (call, session) =>
      linkReply(await accounts.passwordLink(call.origin, loginOf(call), actorOf(call, session))),
    ),
    looks(['admin'], '/desk/api/accounts/:login/sessions', async (call) => {
      const id = await accountId(call);
      return id === undefined ? noAccount() : ok({ sessions: await accounts.sessions(id) });
    }),
    changes(['admin'], '/desk/api/accounts/:login/sessions/:id/end', nothing, async (call, session) => {
      const id = await accountId(call);
      if (id === undefined) return noAccount();
      const ended = await accounts.endSession(id, call.params['id'] ?? '', actorOf(call, session));
      return ended ? ok({ done: true }) : sessionEnded();
    }),
  ];

  async function accountId(call: Call): Promise<string | undefined> {
    return (await accounts.list()).find(({ login }) => login === loginOf(call))?.id;
  }
}

function loginOf({ params }: Call): string {
  return (params['login'] ?? '').toLowerCase();
}

function linkReply(link: string | undefined): Reply {
  if (link !== undefined) return ok({ link });
  return errorReply(404, 'no-account', 'No open account has this login. Enable it first, or look at the list again.');
}

function changeReply(change: PeopleChange): Reply {
  switch (change) {
    case 'done':
      return ok({ done: true });
    case 'last-admin':
      return errorReply(
        409,
        'last-admin',
        'This is the last admin who can sign in: nobody could look after the accounts. Make somebody else an admin first.',
      );
    case 'unknown':
      return noAccount();
  }
}

function noAccount(): Reply {
  return errorReply(404, 'no-account', 'There is no account with this login. Look at the list again.');
}

function noInvitation(): Reply {
  return errorReply(404, 'no-invitation', 'This link was used, withdrawn or is too old. Look at the list again.');
}

export function sessionEnded(): Reply {
  return errorReply(404, 'no-session', 'This session has ended already.');
}
