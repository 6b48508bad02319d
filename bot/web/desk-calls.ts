import { z } from 'zod';

import type { Role } from '../domain/role.ts';
import type { Accounts } from '../service/accounts.ts';
import { errorReply, type Call, type Reply, type Route } from '../service/http.ts';
import { notSignedIn, refuseForeign, refuseRole, sessionOf, type Session } from './sessions.ts';

/** Makes the routes of the desk's API: each needs a session with one of the roles. */
export interface DeskCalls {
  /** A GET that only looks. */
  readonly looks: (
    roles: readonly Role[],
    path: string,
    handle: (call: Call, session: Session) => Promise<Reply>,
  ) => Route;
  /** A POST that changes something: from a page of the desk only, with a body that fits the schema. */
  readonly does: <T>(
    roles: readonly Role[],
    path: string,
    schema: z.ZodType<T>,
    handle: (call: Call, session: Session, input: T) => Promise<Reply>,
  ) => Route;
}

export function deskCalls(accounts: Accounts): DeskCalls {
  return {
    looks: (roles, path, handle) => ({
      method: 'get',
      path,
      async handle(call) {
        const session = await sessionOf(call, accounts);
        if (session === undefined) return notSignedIn();
        return refuseRole(session, roles) ?? handle(call, session);
      },
    }),
    does: (roles, path, schema, handle) => ({
      method: 'post',
      path,
      async handle(call) {
        const foreign = refuseForeign(call);
        if (foreign !== undefined) return foreign;
        const session = await sessionOf(call, accounts);
        if (session === undefined) return notSignedIn();
        const refused = refuseRole(session, roles);
        if (refused !== undefined) return refused;
        const input = schema.safeParse(call.body);
        return input.success ? handle(call, session, input.data) : badInput(input.error);
      },
    }),
  };
}

/** The schema of a call without a body. */
export const nothing = z.object({}).optional();

/** A reply that says which input is wrong and why. */
export function badInput(error: z.ZodError): Reply {
  const message = error.issues.map((issue) => issue.message).join('; ');
  return errorReply(400, 'bad-input', `${message}.`);
}

export function ok(body: object): Reply {
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
}
