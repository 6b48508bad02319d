import type { Channel } from '../domain/conversation.ts';
import type { Time } from '../domain/time.ts';
import type { Clock } from './ports.ts';

/*
 * The audit log: who did what at the desk, when and from where. It is append only. It holds ids, names of accounts and
 * counts; never what a customer wrote, never a secret, and not what was typed as an unknown login: that may be a password.
 */

/** Who acts: an account with its name as it is now, or the command line. */
export interface Actor {
  /** An account's id; absent for the command line and for whoever is not known. */
  readonly id?: string;
  readonly name: string;
  /** From where; absent for the command line. */
  readonly address?: string;
}

/** The actor of the commands of `npx sportello`. */
export const commandLine: Actor = { name: 'command line' };

export type AuditFacts = Readonly<Record<string, string | number | boolean>>;

/** One act. */
export interface AuditEntry {
  readonly at: Time;
  readonly actor: Actor;
  /** In lower case, with dots: `conversations.claim`, `sign-in.failed`. */
  readonly act: string;
  /** The id of what was acted on. */
  readonly object?: string;
  readonly facts?: AuditFacts;
}

/** An act that is still to be done: what does it gives it the time, and saves it in its own transaction. */
export type UntimedEntry = Omit<AuditEntry, 'at'>;

/** An act as it was written; ids grow with time. */
export interface AuditLine extends AuditEntry {
  readonly id: number;
  readonly facts: AuditFacts;
  /** The conversation that was acted on, so that it has a name without one of its customer's. */
  readonly conversation?: { readonly channel: Channel; readonly openedAt: Time };
}

export interface AuditQuery {
  /** The id of an account. */
  readonly account?: string;
  readonly act?: string;
  /** Lines older than that of this id. */
  readonly before?: number;
  readonly limit: number;
}

export interface AuditStore {
  record(entry: AuditEntry): Promise<void>;
  /** The newest first. */
  auditLines(query: AuditQuery): Promise<readonly AuditLine[]>;
  /** All acts that there are, in the order of the alphabet. */
  auditActs(): Promise<readonly string[]>;
}

/** Writes what changes nothing, such as a refusal, into the audit log. What changes something saves its line itself. */
export interface Audit {
  record(entry: UntimedEntry): Promise<void>;
  lines(query: AuditQuery): Promise<readonly AuditLine[]>;
  acts(): Promise<readonly string[]>;
}

export function createAudit(store: AuditStore, clock: Pick<Clock, 'now'>): Audit {
  return {
    record: (entry) => store.record({ at: clock.now(), ...entry }),
    lines: (query) => store.auditLines(query),
    acts: () => store.auditActs(),
  };
}
