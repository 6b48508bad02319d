import { z } from 'zod';

import type { Accounts, SignIn, Welcome } from '../service/accounts.ts';
import { newAccount } from '../service/new-account.ts';
import { TooManyHashes } from '../service/password.ts';
import type { Clock } from '../service/ports.ts';
import { errorReply, type Call, type Reply, type Route } from '../service/http.ts';
import { badInput, ok } from './desk-calls.ts';
import { endedCookie, notSignedIn, refuseForeign, sessionCookie, sessionOf } from './sessions.ts';

const credentials = z.object({
  login: z.string({ error: 'login: a text' }).max(200, { error: 'login: at most 200 characters' }),
  password: z.string({ error: 'password: a text' }).max(200, { error: 'password: at most 200 characters' }),
});
const secret = z.string({ error: 'secret: the part of the link after #' }).max(200, { error: 'secret: too long' });
const invitation = z.object({ secret });
const welcome = newAccount.extend({ secret });

/** Signing in and out, and the one-time link: the only calls of the desk that work without a session. */
export function deskSignIn(accounts: Accounts, clock: Clock): Route[] {
  return [
    {
      method: 'get',
      path: '/desk/api/session',
      async handle(call) {
        const session = await sessionOf(call, accounts);
        return session === undefined ? notSignedIn() : ok({ agent: session.agent, roles: session.roles });
      },
    },
    post('/desk/api/sign-in', credentials, async (call, { login, password }) =>
      signInReply(call, await accounts.signIn(login, password, call.address), clock.now()),
    ),
    post('/desk/api/sign-out', z.unknown(), async (call) => {
      const session = await sessionOf(call, accounts);
      if (session !== undefined) await accounts.signOut(session.token);
      return withCookie(ok({ done: true }), endedCookie(call));
    }),
    post('/desk/api/invitation', invitation, async (_, input) =>
      (await accounts.invitationValid(input.secret)) ? ok({ valid: true }) : linkExpired(),
    ),
    post('/desk/api/welcome', welcome, async (call, { secret, ...account }) =>
      welcomeReply(call, await accounts.welcome(secret, account)),
    ),
  ];
}

function post<T>(path: string, schema: z.ZodType<T>, handle: (call: Call, input: T) => Promise<Reply>): Route {
  return {
    method: 'post',
    path,
    async handle(call) {
      const refused = refuseForeign(call);
      if (refused !== undefined) return refused;
      const input = schema.safeParse(call.body);
      if (!input.success) return badInput(input.error);
      try {
        return await handle(call, input.data);
      } catch (error) {
        if (!(error instanceof TooManyHashes)) throw error;
        return errorReply(503, 'busy', error.message, { headers: { 'retry-after': '5' } });
      }
    },
  };
}

function signInReply(call: Call, result: SignIn, now: number): Reply {
  switch (result.kind) {
    case 'signed-in':
      return withCookie(ok({ agent: result.agent, roles: result.roles }), sessionCookie(call, result.token));
    case 'wrong':
      return errorReply(401, 'wrong-credentials', 'This login and password do not belong together. Try again.');
    case 'locked': {
      const seconds = String(Math.ceil((result.until - now) / 1000));
      const message = `Too many attempts. Try again in ${seconds} seconds.`;
      return errorReply(429, 'locked', message, { facts: { seconds }, headers: { 'retry-after': seconds } });
    }
  }
}

function welcomeReply(call: Call, result: Welcome): Reply {
  switch (result.kind) {
    case 'signed-in':
      return withCookie(ok({ agent: result.agent, roles: result.roles }), sessionCookie(call, result.token));
    case 'login-taken':
      return errorReply(409, 'login-taken', 'Somebody has this login already. Choose another one.');
    case 'expired':
      return linkExpired();
  }
}

function linkExpired(): Reply {
  const message =
    'This link was used, is older than 24 hours, or has been replaced by a newer one or by an account. Make a new one with: npx sportello account link';
  return errorReply(410, 'link-expired', message);
}

function withCookie(reply: Reply, cookie: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}
