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
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    await sign(stock, headers);
    const response = await reach(base + path, { method: 'POST', headers, body: JSON.stringify(activity) });
    const body = await response.text();
    if (!response.ok) throw new ChannelError(`The channel answered ${response.status}.`, response.status);
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
async function sign(stock: ConnectorClient, headers: Headers): Promise<void> {
  const { credentials } = stock as unknown as { credentials: { signRequest(request: object): Promise<unknown> } };
  try {
    await credentials.signRequest({ headers });
  } catch (cause) {
    throw new ChannelError(
      'There is no token to send with; check the app id, its password and its tenant.',
      undefined,
      cause,
    );
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new ChannelError('The channel could not be reached.', undefined, cause);
  }
}

function idIn(body: string): ResourceResponse {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return { id: typeof id === 'string' ? id : '' };
  } catch {
    return { id: '' };
  }
}
