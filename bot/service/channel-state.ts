import type { Time } from '../domain/time.ts';

/** What is wrong with a channel: since when nothing works, and the code of the last error. */
export interface Trouble {
  readonly since: Time;
  readonly error: string;
}

/** How a channel to which messages are pushed is doing; counts are since the start of this process. */
export interface ChannelState {
  readonly name: 'teams' | 'telegram';
  /** Set while nothing works: neither sending nor, where messages are fetched, receiving. */
  readonly trouble?: Trouble;
  readonly sent: number;
  readonly failures: number;
  /** The code of the last failure, also when it has been working again since. */
  readonly lastError?: string;
  /** Messages that are not delivered yet. */
  readonly waiting: number;
  /** Since when the oldest of them waits. */
  readonly oldestAt?: Time;
}
