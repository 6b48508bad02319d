import { Api, GrammyError } from 'grammy';
import { ChannelError, type Fault, faultOfStatus } from '../fault.ts';

/*
 * Calls to the Bot API. The token stands in the address of each call and the payload holds what customers read, so nothing of an
 * error of grammY goes further than its number and its meaning.
 */

/** How to reach the Bot API. */
export interface ApiSettings {
  readonly token: string;
  /** Default https://api.telegram.org. */
  readonly root?: string;
}

/** Seconds in which a call has to be answered. */
const patience = 15;

/** Makes the client; `longest` is how many seconds the Bot API may hold a call open. */
export function telegramApi({ token, root }: ApiSettings, longest = 0): Api {
  return new Api(token, { timeoutSeconds: patience + longest, ...(root !== undefined && { apiRoot: root }) });
}

/** The number of a bot, which is the first part of its token. */
export function botOf(token: string): string {
  return token.split(':')[0] ?? '';
}

/** Waits for a call; rejects with a ChannelError, whatever went wrong. */
export async function called<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw channelError(error);
  }
}

function channelError(error: unknown): ChannelError {
  if (!(error instanceof GrammyError)) {
    return new ChannelError('The Bot API could not be reached.', { reach: 'channel', code: 'no-answer' });
  }
  const { error_code: statusCode, description, parameters } = error;
  const retryAfter = parameters.retry_after === undefined ? undefined : parameters.retry_after * 1000;
  const fault = faultIn(statusCode, description, retryAfter);
  return new ChannelError(`The Bot API answered ${statusCode}.`, fault, { statusCode });
}

/** Telegram tells apart in words what its numbers do not. */
function faultIn(status: number, description: string, retryAfter: number | undefined): Fault {
  switch (status) {
    case 400:
      if (/chat not found|user not found|PEER_ID_INVALID|chat was upgraded/i.test(description)) return gone;
      if (/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|TOPIC_CLOSED/i.test(description)) return forbidden;
      return { reach: 'message', code: /too long/i.test(description) ? 'too-large' : 'refused' };
    case 403:
      if (/blocked by the user/i.test(description)) return { reach: 'thread', code: 'blocked' };
      return /deactivated|deleted/i.test(description) ? gone : forbidden;
    case 401:
    case 404:
      // An unknown token is an address that is not there.
      return { reach: 'channel', code: 'unauthorized' };
    case 409:
      return { reach: 'channel', code: 'other-receiver' };
    default:
      return faultOfStatus(status, retryAfter);
  }
}

const gone: Fault = { reach: 'thread', code: 'not-found' };
const forbidden: Fault = { reach: 'thread', code: 'forbidden' };
