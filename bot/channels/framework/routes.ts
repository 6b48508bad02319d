import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Localized } from '../../domain/language.ts';
import type { Wording } from '../../domain/wording.ts';
import { errorReply, type Call, type Reply, type Route } from '../../service/http.ts';
import { isLocal } from '../../service/local.ts';
import type { ChannelNames, Log } from '../../service/ports.ts';
import type { Handler } from '../handler.ts';
import type { Outlet } from '../outlet.ts';
import { isOwnChannel } from '../thread.ts';
import { createAdapter, type FrameworkAdapter } from './adapter.ts';
import { type AppSettings, Authentication, type CloudSettings, type Credentials, Rejected } from './authentication.ts';

/** Bot Framework's side of Sportello: its route, and the way to send to those who came through it. */
export interface Framework {
  /** POST /api/messages. */
  routes(handler: Handler): readonly Route[];
  readonly outlet: Outlet;
}

export interface FrameworkParts {
  readonly app: AppSettings;
  readonly wording: () => Localized<Wording>;
  readonly store: Pick<ChannelNames, 'named'>;
  readonly log: Log;
  /** Another cloud than the public one. */
  readonly cloud?: CloudSettings;
  /** Who makes tokens for what is sent; default: as the app's settings say. */
  readonly credentials?: Credentials;
  /** Milliseconds after which a customer sees that an answer is being written. Default 1000. */
  readonly typingAfter?: number;
}

export function createFramework({
  app,
  wording,
  store,
  log,
  cloud,
  credentials,
  typingAfter = 1000,
}: FrameworkParts): Framework {
  const authentication = new Authentication(app, log, cloud, credentials);
  const adapter = createAdapter({ authentication, appId: app.appId, wording, store, typingAfter });
  return {
    outlet: adapter.outlet,
    routes: (handler) => [
      {
        method: 'post',
        path: '/api/messages',
        async handle(call) {
          if (app.appId === '' && !isLocal(call)) return errorReply(403, 'local-only', localOnly);
          return answer(call, adapter, handler, log);
        },
      },
    ],
  };
}

const localOnly =
  'This Sportello has no MicrosoftAppId, so /api/messages serves programs on its own machine only. Set MicrosoftAppId and ' +
  'MicrosoftAppPassword to serve Bot Framework channels.';

async function answer(call: Call, adapter: FrameworkAdapter, handler: Handler, log: Log): Promise<Reply> {
  const envelope = envelopeSchema.safeParse(call.body);
  if (!envelope.success) {
    const where = envelope.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; ');
    return errorReply(400, 'bad-activity', `This is no activity of Bot Framework. ${where.slice(0, 300)}`);
  }
  try {
    const authorization = call.headers.authorization ?? '';
    const { handled, response } = await adapter.take(authorization, call.body as Activity, handler);
    if (handled.kind === 'refused') {
      return errorReply(handled.status, handled.status === 413 ? 'too-large' : 'bad-activity', handled.message);
    }
    if (response === undefined) return { status: 200 };
    return isBody(response.body) ? { status: response.status, body: response.body } : { status: response.status };
  } catch (error) {
    if (error instanceof Rejected)
      return errorReply(error.status, error.status === 401 ? 'unauthorized' : 'unavailable', error.message);
    // Saved or not is the store's to say: the channel may send it again, and what was taken is not taken twice.
    log('error', 'activity-failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return errorReply(500, 'internal', 'The activity could not be taken. Send it again in a moment.');
  }
}

/** Without a place to answer to, stock takes the activity and sends the replies to the public service. */
const envelopeSchema = z.looseObject({
  type: z.string('is missing').min(1, 'is empty'),
  channelId: z.string('is missing').refine((id) => !isOwnChannel(id), 'is taken'),
  serviceUrl: z
    .string('is missing')
    .max(2000, 'is too long')
    .refine(
      (text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''),
      'must be an http or https address',
    ),
  conversation: z.looseObject({ id: z.string('is missing').min(1, 'is empty') }, 'is missing'),
});

function isBody(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}
