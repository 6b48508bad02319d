import type { Clock, Log } from '../../service/ports.ts';
import type { MailStore, StoredMail } from '../../service/ticket-store.ts';
import { nextTry, type Backoff } from '../backoff.ts';
import { failureOf } from './fault.ts';
import type { SendMail } from './smtp.ts';

/*
 * Sends what lies in the outbox. A mail is taken for `lease` milliseconds: if the process dies between the mail server's yes
 * and the note of it, the mail is sent once more after that, with the same Message-ID. So a mail may arrive twice, and is
 * never lost. A server that is not to be reached is not asked again for each mail that waits.
 */

export interface Outbox {
  start(): void;
  /** There is something to send. */
  wake(): void;
  /** Begins nothing new; resolves when what runs has ended. */
  close(): Promise<void>;
}

export interface OutboxParts {
  readonly store: MailStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly send: SendMail;
  /** The state of a ticket's mail has changed. */
  readonly changed: (ticket: string) => void;
  readonly backoff?: Backoff;
  /** Milliseconds between looks at what is due. Default 2000. */
  readonly sweepEvery?: number;
  /** Milliseconds; longer than a try may take. Default 3 minutes. */
  readonly lease?: number;
}

/** About two days in all. */
const mailBackoff: Backoff = { first: 30_000, longest: 60 * 60_000, tries: 54 };

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, clock, log, send, changed } = parts;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;

  async function sweep(): Promise<void> {
    try {
      for (;;) {
        // One at a time: whatever happens, at most one mail is between the server's yes and the note of it.
        const now = clock.now();
        const [mail] = closed ? [] : await store.takeMails(now, now + (parts.lease ?? 3 * 60_000), 1);
        if (mail === undefined || !(await deliver(mail))) return;
      }
    } catch (error) {
      log('error', 'mail-sweep-failed', { error: error instanceof Error ? error.name : typeof error });
    }
  }

  /** False when the server is not to be reached. */
  async function deliver(mail: StoredMail): Promise<boolean> {
    const { id, ticket, kind } = mail;
    try {
      await send(mail);
    } catch (error) {
      return await failed(mail, error);
    }
    await store.mailSent(id, clock.now());
    log('info', 'mail-sent', { ticket, kind });
    changed(ticket);
    return true;
  }

  async function failed({ id, ticket, kind, tries }: StoredMail, error: unknown): Promise<boolean> {
    const { fault, lasts, said } = failureOf(error);
    const next = nextTry(parts.backoff ?? mailBackoff, tries + 1, clock.now(), Math.random());
    const retryAt = lasts === 'permanent' ? null : next;
    await store.mailFailed(id, fault, said, retryAt);
    log(retryAt === null ? 'error' : 'warn', retryAt === null ? 'mail-given-up' : 'mail-delayed', {
      ticket,
      kind,
      fault,
      tries: tries + 1,
    });
    changed(ticket);
    return lasts === 'permanent';
  }

  function run(): void {
    if (closed || sweeping !== undefined) return;
    clearTimeout(timer);
    sweeping = sweep().finally(() => {
      sweeping = undefined;
      if (!closed) timer = setTimeout(run, parts.sweepEvery ?? 2000);
    });
  }

  return {
    start: run,
    wake: run,
    async close() {
      closed = true;
      clearTimeout(timer);
      await sweeping;
    },
  };
}
