import http from 'node:http';
import https from 'node:https';
import type { Activity, ConfigurationBotFrameworkAuthentication, ResourceResponse } from 'botbuilder';

/*
 * The two calls by which messages leave. Stock sends them through a pipeline that is built for each turn, retries by itself
 * while the turn waits, follows redirects and has no time limit; Sportello has retries of its own, which hold nothing up.
 * Credentials stay stock's.
 */

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type ConnectorClient = Awaited<ReturnType<Factory['create']>>;

/** A channel answered with an error, or not at all. */
export class ChannelError extends Error {
  /** HTTP status; undefined without an answer. */
  readonly statusCode: number | undefined;

  constructor(what: string, statusCode?: number, cause?: unknown) {
    super(what, { cause });
    this.name = 'ChannelError';
    this.statusCode = statusCode;
  }
}

/** Milliseconds in which a channel has to take a message. */
const patience = 10_000;

/** Makes the client that sends to one service with the credentials of `stock`. */
export function createConnector(stock: ConnectorClient, serviceUrl: string): ConnectorClient {
  const base = serviceUrl.replace(/\/*$/, '/v3/conversations/');
  async function post(path: string, activity: Partial<Activity>): Promise<ResourceResponse> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(await signature(stock)) };
    const { status, body } = await send(base + path, headers, JSON.stringify(activity));
    if (status < 200 || status > 299) throw new ChannelError(`The channel answered ${status}.`, status);
    return idIn(body);
  }
  const conversations: Pick<ConnectorClient['conversations'], 'sendToConversation' | 'replyToActivity'> = {
    sendToConversation: ((conversationId: string, activity: Partial<Activity>) =>
      post(`${encodeURIComponent(conversationId)}/activities`, activity)) as never,
    replyToActivity: ((conversationId: string, activityId: string, activity: Partial<Activity>) =>
      post(`${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`, activity)) as never,
  };
  return { conversations } as ConnectorClient;
}

/** Credentials sign a request object of an older library, of which they use the headers only. */
async function signature(stock: ConnectorClient): Promise<Readonly<Record<string, string>>> {
  const { credentials } = stock as unknown as { credentials: { signRequest(request: object): Promise<unknown> } };
  const headers = new Headers();
  try {
    await credentials.signRequest({ headers });
  } catch (cause) {
    const what = 'There is no token to send with; check the app id, its password and its tenant.';
    throw new ChannelError(what, undefined, cause);
  }
  return Object.fromEntries(headers);
}

/** Through the process's own agents, which keep connections open; fetch costs twice as much. */
function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  payload: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new ChannelError('The channel could not be reached.', undefined, cause));
    const request = url.startsWith('https:') ? https.request : http.request;
    const length = String(Buffer.byteLength(payload));
    const signal = AbortSignal.timeout(patience);
    const sent = request(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': length }, signal },
      (response) => {
        response.setEncoding('utf8');
        let body = '';
        response.on('data', (chunk: string) => {
          if (body.length < longestAnswer) body += chunk;
        });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.once('error', fail);
      },
    );
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
