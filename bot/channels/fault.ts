import type { Unreachable } from '../domain/conversation.ts';

/*
 * What a failed send means. `message`: this one is refused for good, and those after it go on. `thread`: nothing can be sent to
 * this customer any more. `channel`: it may work later, so it is tried again. Agents and operators read the codes; what a channel says in
 * words may quote the message, and the address of a call may hold a secret, so neither is kept.
 */
export type Fault =
  | { readonly reach: 'message'; readonly code: 'refused' | 'too-large' }
  | { readonly reach: 'thread'; readonly code: Unreachable }
  | {
      readonly reach: 'channel';
      readonly code: 'unauthorized' | 'rate-limited' | 'unavailable' | 'no-answer' | 'failed' | 'other-receiver';
      /** Milliseconds before which the channel wants to hear nothing more. */
      readonly retryAfter?: number;
    };

/** Why a message did not arrive: as a fault says, or it was tried for too long, or there is no address to send it to. */
export type FaultCode = Fault['code'] | 'too-old' | 'no-reference';

/** A channel did not take what was sent to it. */
export class ChannelError extends Error {
  readonly fault: Fault;
  /** HTTP status; undefined without an answer. */
  readonly statusCode: number | undefined;

  constructor(what: string, fault: Fault, more: { readonly statusCode?: number; readonly cause?: unknown } = {}) {
    super(what, { cause: more.cause });
    this.name = 'ChannelError';
    this.fault = fault;
    this.statusCode = more.statusCode;
  }
}

/** What an HTTP status means where a channel says nothing better. */
export function faultOfStatus(status: number, retryAfter?: number): Fault {
  switch (status) {
    case 400:
    case 415:
      return { reach: 'message', code: 'refused' };
    case 413:
      return { reach: 'message', code: 'too-large' };
    case 401:
      return { reach: 'channel', code: 'unauthorized' };
    case 403:
      return { reach: 'thread', code: 'forbidden' };
    case 404:
    case 410:
      return { reach: 'thread', code: 'not-found' };
    case 429:
      return { reach: 'channel', code: 'rate-limited', ...(retryAfter !== undefined && { retryAfter }) };
    default:
      return { reach: 'channel', code: status >= 500 ? 'unavailable' : 'failed' };
  }
}

/** What any error of a send means; of one that no channel made it is not known, so it is tried again. */
export function faultOf(error: unknown): Fault {
  return error instanceof ChannelError ? error.fault : { reach: 'channel', code: 'failed' };
}

/** Tells whether a channel said it itself; some refusals are known without asking it. */
export function wasAnswered(error: unknown): boolean {
  return error instanceof ChannelError && error.statusCode !== undefined;
}
