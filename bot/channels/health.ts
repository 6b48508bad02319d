import type { Trouble } from '../service/channel-state.ts';
import type { Clock, Feed } from '../service/ports.ts';

/** Counts how calls to a channel go, since the start. */
export interface Health {
  went(): void;
  /** What was sent is refused, by a channel that is there: it works. */
  answered(): void;
  /** A failure of the channel itself; of a message or a customer it says nothing about the channel. */
  failed(code: string): void;
  /** Set while nothing works. */
  readonly trouble: () => Trouble | undefined;
  readonly sent: number;
  readonly failures: number;
  readonly lastError: string | undefined;
}

/** Failures in a row from which a channel counts as failing: one may be chance, or a single address that is gone. */
const inARow = 3;

export interface HealthParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly feed: Pick<Feed, 'signal'>;
}

/** Tells the feed as long as the channel fails, and when it works again. */
export function createHealth({ clock, feed }: HealthParts): Health {
  let [sent, failures, row, since] = [0, 0, 0, 0];
  let lastError: string | undefined;
  function answered(): void {
    const recovered = row >= inARow;
    row = 0;
    if (recovered) feed.signal({ kind: 'channels' });
  }
  return {
    answered,
    went() {
      sent += 1;
      answered();
    },
    failed(code) {
      failures += 1;
      if (row === 0) since = clock.now();
      row += 1;
      lastError = code;
      if (row >= inARow) feed.signal({ kind: 'channels' });
    },
    trouble: () => (row < inARow || lastError === undefined ? undefined : { since, error: lastError }),
    get sent() {
      return sent;
    },
    get failures() {
      return failures;
    },
    get lastError() {
      return lastError;
    },
  };
}
