import { z } from 'zod';

import type { Role } from '../domain/role.ts';
import type { Accounts } from '../service/accounts.ts';
import type { Actor, Audit, AuditFacts, UntimedEntry } from '../service/audit.ts';
import type { Feed } from '../service/ports.ts';
import { errorReply, type Call, type Reply, type Route } from '../service/http.ts';
import { notSignedIn, refuseForeign, refuseRole, sessionOf, type Session } from './sessions.ts';

/*
 * Every call of the desk's API is made here, so that none can forget what holds for all: who may, from where, with what
 * input, and that it stands in the audit log.
 */

/** Makes the routes of the desk's API: each needs a session with one of the roles. */
export interface DeskCalls {
  /** A GET that only looks. */
  readonly looks: (
    roles: readonly Role[],
    path: string,
    handle: (call: Call, session: Session) => Promise<Reply>,
  ) => DeskRoute;
  /**
   * A POST that changes something: from a page of the desk only, with a body that fits the schema. It stands in the audit
   * log: the act is named by the path (`/desk/api/tickets/:number/done` is `tickets.done`), the object is its first
   * parameter, and the facts are the HTTP status and what the call notes. The line of what is done is `entry()`, saved with
   * it by whoever saves it; the line of a refusal, which changes nothing, is written here.
   */
  readonly does: Doing<NotingSession>;
  /**
   * A POST that does something with accounts: the service itself writes it into the audit log, in the transaction that changes
   * it. The pages of those who look after the accounts hear of it, and so do all open streams, which look at their session again.
   */
  readonly changes: Doing<Session>;
  /** A POST that leaves nothing worth writing down, such as that somebody is typing. */
  readonly signals: Doing<Session>;
}

type Doing<S> = <T>(
  roles: readonly Role[],
  path: string,
  schema: z.ZodType<T>,
  handle: (call: Call, session: S, input: T) => Promise<Reply>,
) => DeskRoute;

/** A route that says who may call it. */
export interface DeskRoute extends Route {
  readonly roles: readonly Role[];
}

export interface NotingSession extends Session {
  /** Adds facts to this call's line in the audit log: ids and counts, never text of customers, never secrets. */
  readonly note: (facts: AuditFacts) => void;
  /** The line of the act when it is done, with what was noted before. */
  readonly entry: () => UntimedEntry;
}

export interface DeskCallParts {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly feed: Pick<Feed, 'signal'>;
}

export function deskCalls({ accounts, audit, feed }: DeskCallParts): DeskCalls {
  return {
    looks: (roles, path, handle) => ({
      method: 'get',
      path,
      roles,
      async handle(call) {
        const session = await sessionOf(call, accounts);
        if (session === undefined) return notSignedIn();
        return refuseRole(session, roles) ?? handle(call, session);
      },
    }),
    does: posting(async (call, session, act, handle) => {
      let facts: AuditFacts = {};
      const object = Object.values(call.params)[0];
      const actor = actorOf(call, session);
      const entryOf = (status: number): UntimedEntry => ({
        actor,
        act,
        ...(object !== undefined && { object }),
        facts: { status, ...facts },
      });
      const reply = await handle({
        ...session,
        note: (more) => (facts = { ...facts, ...more }),
        entry: () => entryOf(200),
      });
      if (reply.status >= 400) await audit.record(entryOf(reply.status));
      return reply;
    }),
    changes: posting(async (_call, session, _act, handle) => {
      const reply = await handle(session);
      // Once the answer is on its way: it may bring the page another session in place of the one that has ended.
      setImmediate(() => feed.signal({ kind: 'accounts' }));
      return reply;
    }),
    signals: posting((_call, session, _act, handle) => handle(session)),
  };

  /** A POST of a page of ours by a session that may, with input that fits. */
  function posting<S>(
    run: (call: Call, session: Session, act: string, handle: (session: S) => Promise<Reply>) => Promise<Reply>,
  ): Doing<S> {
    return (roles, path, schema, handle) => ({
      method: 'post',
      path,
      roles,
      async handle(call) {
        const foreign = refuseForeign(call);
        if (foreign !== undefined) return foreign;
        const session = await sessionOf(call, accounts);
        if (session === undefined) return notSignedIn();
        const act = actOf(path);
        const refused = refuseRole(session, roles);
        if (refused !== undefined) {
          await audit.record({ actor: actorOf(call, session), act, facts: { status: refused.status } });
          return refused;
        }
        const input = schema.safeParse(call.body);
        if (!input.success) return badInput(input.error);
        return run(call, session, act, (given) => handle(call, given, input.data));
      },
    });
  }
}

/** Who acts in a call, for the audit log. */
export function actorOf({ address }: Call, { agent }: Session): Actor {
  return { ...agent, address };
}

/** The path without its parameters: `/desk/api/conversations/:id/claim` is `conversations.claim`. */
function actOf(path: string): string {
  return path
    .split('/')
    .slice(3)
    .filter((part) => !part.startsWith(':'))
    .join('.');
}

/** The schema of a call without a body. */
export const nothing = z.object({}).optional();

/** A reply that says which input is wrong and why; `wrong` says it for pages, which have words of their own: `text too-long 300; login form`. */
export function badInput(error: z.ZodError): Reply {
  const message = error.issues.map((issue) => issue.message).join('; ');
  const wrong = [...new Set(error.issues.map(wrongOf))].join('; ');
  return errorReply(400, 'bad-input', `${message}.`, { facts: { wrong } });
}

function wrongOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.findLast((part) => typeof part === 'string') ?? '?';
  if (issue.code === 'too_small' && issue.minimum !== 1) return `${field} too-short ${issue.minimum}`;
  if (issue.code === 'too_big') return `${field} too-long ${issue.maximum}`;
  return `${field} ${issue.code === 'too_small' || issue.code === 'invalid_type' ? 'missing' : 'form'}`;
}

export function ok(body: object): Reply {
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
}
