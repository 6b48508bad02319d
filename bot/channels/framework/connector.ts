import http from 'node:http';
import https from 'node:https';
import type { Activity, ConfigurationBotFrameworkAuthentication, ResourceResponse } from 'botbuilder';
import { ChannelError, type Fault, faultOfStatus } from '../fault.ts';

/*
 * The three calls by which messages leave, or change. Stock sends them through a pipeline that is built for each turn, retries by itself
 * while the turn waits, follows redirects and has no time limit; Sportello has retries of its own, which hold nothing up.
 * Credentials stay stock's.
 */

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type ConnectorClient = Awaited<ReturnType<Factory['create']>>;

/** Milliseconds in which a channel has to take a message. */
const patience = 10_000;

/** Makes the client that sends to one service with the credentials of `stock`. */
export function createConnector(stock: ConnectorClient, serviceUrl: string): ConnectorClient {
  const base = serviceUrl.replace(/\/*$/, '/v3/conversations/');
  async function call(method: 'POST' | 'PUT', path: string, activity: Partial<Activity>): Promise<ResourceResponse> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(await signature(stock)) };
    const { status, body, retryAfter } = await send(method, base + path, headers, JSON.stringify(activity));
    if (status >= 200 && status <= 299) return idIn(body);
    throw new ChannelError(`The channel answered ${status}.`, faultIn(status, body, retryAfter), {
      statusCode: status,
    });
  }
  const conversations: Pick<
    ConnectorClient['conversations'],
    'sendToConversation' | 'replyToActivity' | 'updateActivity'
  > = {
    sendToConversation: ((conversationId: string, activity: Partial<Activity>) =>
      call('POST', `${encodeURIComponent(conversationId)}/activities`, activity)) as never,
    replyToActivity: ((conversationId: string, activityId: string, activity: Partial<Activity>) =>
      call('POST', pathOf(conversationId, activityId), activity)) as never,
    updateActivity: ((conversationId: string, activityId: string, activity: Partial<Activity>) =>
      call('PUT', pathOf(conversationId, activityId), activity)) as never,
  };
  return { conversations } as ConnectorClient;
}

function pathOf(conversationId: string, activityId: string): string {
  return `${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
}

/** Credentials sign a request object of an older library, of which they use the headers only. */
async function signature(stock: ConnectorClient): Promise<Readonly<Record<string, string>>> {
  const { credentials } = stock as unknown as { credentials: { signRequest(request: object): Promise<unknown> } };
  const headers = new Headers();
  try {
    await credentials.signRequest({ headers });
  } catch (cause) {
    const what = 'There is no token to send with; check the app id, its password and its tenant.';
    throw new ChannelError(what, { reach: 'channel', code: 'unauthorized' }, { cause });
  }
  return Object.fromEntries(headers);
}

interface Answer {
  readonly status: number;
  readonly body: string;
  /** Milliseconds; NaN when the channel did not say, or named a date. */
  readonly retryAfter: number;
}

/** Teams says why it forbids something in a code of its own. */
function faultIn(status: number, body: string, retryAfter: number): Fault {
  if (status === 403 && /ConversationBlockedByUser|MessageWritesBlocked/.test(body)) {
    return { reach: 'thread', code: 'blocked' };
  }
  return faultOfStatus(status, Number.isNaN(retryAfter) ? undefined : retryAfter);
}

/** Through the process's own agents, which keep connections open; fetch costs twice as much. */
function send(
  method: 'POST' | 'PUT',
  url: string,
  headers: Readonly<Record<string, string>>,
  payload: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new ChannelError('The channel could not be reached.', { reach: 'channel', code: 'no-answer' }, { cause }));
    const request = url.startsWith('https:') ? https.request : http.request;
    const length = String(Buffer.byteLength(payload));
    const signal = AbortSignal.timeout(patience);
    const sent = request(url, { method, headers: { ...headers, 'content-length': length }, signal }, (response) => {
      response.setEncoding('utf8');
      let body = '';
      response.on('data', (chunk: string) => {
        if (body.length < longestAnswer) body += chunk;
      });
      const retryAfter = Number(response.headers['retry-after'] ?? Number.NaN) * 1000;
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body, retryAfter }));
      response.once('error', fail);
    });
    sent.once('error', fail);
    sent.end(payload);
  });
}

/** Characters; it holds an id. */
const longestAnswer = 10_000;

function idIn(body: string): ResourceResponse {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return { id: typeof id === 'string' ? id : '' };
  } catch {
    return { id: '' };
  }
}
