import { z } from 'zod';

import type { Accounts, SignIn, Unproved } from '../service/accounts.ts';
import type { Welcome } from '../service/links.ts';
import { newAccount } from '../service/new-account.ts';
import { TooManyHashes } from '../service/password.ts';
import type { Clock, Feed } from '../service/ports.ts';
import type { Opened } from '../service/session-opener.ts';
import { errorReply, type Call, type Reply, type Route } from '../service/http.ts';
import { badInput, ok } from './desk-calls.ts';
import { endedCookie, notSignedIn, placeOf, refuseForeign, sessionCookie, sessionOf } from './sessions.ts';

export const password = z.string({ error: 'password: a text' }).max(200, { error: 'password: at most 200 characters' });
const credentials = z.object({
  login: z.string({ error: 'login: a text' }).max(200, { error: 'login: at most 200 characters' }),
  password,
});
const secret = z.string({ error: 'secret: the part of the link after #' }).max(200, { error: 'secret: too long' });
const invitation = z.object({ secret });
const welcome = newAccount.extend({ secret });
const newPassword = z.object({ secret, password: newAccount.shape.password });

export interface SignInParts {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly feed: Pick<Feed, 'signal'>;
  /** The name of the provider with which one can sign in too, as its button shows it. */
  readonly provider: string | undefined;
}

/** Signing in and out, and the one-time links: the only calls of the desk that work without a session. */
export function deskSignIn({ accounts, clock, feed, provider }: SignInParts): Route[] {
  /** Of those who come and go, and of links that are used up, admins' pages hear. */
  const told = async (reply: Promise<Reply>): Promise<Reply> => {
    const given = await reply;
    if (given.status === 200) feed.signal({ kind: 'accounts' });
    return given;
  };
  return [
    {
      method: 'get',
      path: '/desk/api/session',
      async handle(call) {
        const session = await sessionOf(call, accounts);
        return session === undefined ? notSignedIn() : ok({ agent: session.agent, roles: session.roles });
      },
    },
    {
      method: 'get',
      path: '/desk/api/sign-in-ways',
      handle: async () => ok({ ...(provider !== undefined && { provider }) }),
    },
    post('/desk/api/sign-in', credentials, (call, given) => told(signIn(call, given))),
    post('/desk/api/sign-out', z.unknown(), (call) => told(signOut(call))),
    post('/desk/api/invitation', invitation, async (_, input) => {
      const offer = await accounts.offer(input.secret);
      return offer === undefined ? linkExpired() : ok(offer);
    }),
    post('/desk/api/welcome', welcome, (call, { secret, ...account }) =>
      told(accounts.welcome(secret, account, placeOf(call)).then((result) => welcomeReply(call, result))),
    ),
    post('/desk/api/new-password', newPassword, (call, given) =>
      told(
        accounts.newPassword(given.secret, given.password, placeOf(call)).then((result) => welcomeReply(call, result)),
      ),
    ),
  ];

  async function signIn(call: Call, given: z.infer<typeof credentials>): Promise<Reply> {
    return signInReply(call, await accounts.signIn(given.login, given.password, placeOf(call)), clock.now());
  }

  async function signOut(call: Call): Promise<Reply> {
    const session = await sessionOf(call, accounts);
    // A stranger may come as often as they like: there is nothing to tell.
    if (session === undefined) return withCookie({ status: 204 }, endedCookie(call));
    await accounts.signOut(session.token, placeOf(call));
    return withCookie(ok({ done: true }), endedCookie(call));
  }
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
      return unlessBusy(() => handle(call, input.data));
    },
  };
}

/** Passwords are hashed one after another; when too many wait, one is told to come back. */
export async function unlessBusy(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TooManyHashes)) throw error;
    return errorReply(503, 'busy', error.message, { headers: { 'retry-after': '5' } });
  }
}

/** What a try with a password comes to. */
function signInReply(call: Call, result: SignIn, now: number): Reply {
  switch (result.kind) {
    case 'signed-in':
      return openedReply(call, result);
    case 'wrong':
      return errorReply(401, 'wrong-credentials', 'This login and password do not belong together. Try again.');
    case 'locked':
      return lockedReply(result.until, now);
  }
}

/** What a password comes to that shall prove whose account it is, when it does not. */
export function unprovedReply(proof: Unproved, now: number): Reply {
  switch (proof.kind) {
    case 'wrong':
      return errorReply(409, 'wrong-password', 'This is not your password of now. Nothing was changed.');
    case 'no-password':
      return errorReply(
        409,
        'no-password',
        'Your account has no password: you sign in with your provider. Ask an admin for a link if you want one.',
      );
    case 'locked':
      return lockedReply(proof.until, now);
  }
}

function lockedReply(until: number, now: number): Reply {
  const seconds = String(Math.ceil((until - now) / 1000));
  const message = `Too many attempts. Try again in ${seconds} seconds.`;
  return errorReply(429, 'locked', message, { facts: { seconds }, headers: { 'retry-after': seconds } });
}

/** Who is signed in, with the cookie of the new session. */
export function openedReply(call: Call, { agent, roles, token }: Opened): Reply {
  return withCookie(ok({ agent, roles }), sessionCookie(call, token));
}

function welcomeReply(call: Call, result: Welcome): Reply {
  switch (result.kind) {
    case 'signed-in':
      return openedReply(call, result);
    case 'login-taken':
      return errorReply(409, 'login-taken', 'Somebody has this login already. Choose another one.');
    case 'expired':
      return linkExpired();
  }
}

function linkExpired(): Reply {
  const message =
    'This link was used or withdrawn, is older than 24 hours, or has been replaced by a newer one or by an account. Ask an admin for a new one, or make one with: npx sportello account link';
  return errorReply(410, 'link-expired', message);
}

function withCookie(reply: Reply, cookie: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}
