import type { Localized } from '../../domain/language.ts';
import type { Wording } from '../../domain/wording.ts';
import type { Route, Upgrade } from '../../service/http.ts';
import type { Clock, ConversationStore, Feed, Log, Store } from '../../service/ports.ts';
import type { Handler } from '../handler.ts';
import { createEmbeddedAdapter } from './adapter.ts';
import { withCors } from './cors.ts';
import { createLimit } from './limit.ts';
import { directLineRoutes } from './routes.ts';
import { createStreams } from './stream.ts';
import { createTokens, newTokenSecret } from './token.ts';

/*
 * Direct Line 3.0, as its public clients speak it. Its conversation is a thread, its watermark the seq of a message; nothing is
 * kept here, so a restart is not noticed. A conversation begins with the bot's greeting.
 */

export interface DirectLineParts {
  readonly store: Pick<ConversationStore, 'load' | 'messages'> & Pick<Store, 'secret' | 'delivered'>;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  readonly handler: Handler;
  readonly wording: () => Localized<Wording>;
  /** Other sites whose pages may use the chat. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** What shops sign identities with; without it every identity is refused. */
  readonly widgetSecret?: string;
  /** Conversations that one address may begin in a minute. Default 60. */
  readonly chatsPerMinute?: number;
  /** Activities that one conversation may bring in a minute. Default 60. */
  readonly messagesPerMinute?: number;
  /** Milliseconds; see streams. */
  readonly heartbeatEvery?: number;
}

export interface DirectLine {
  readonly routes: readonly Route[];
  readonly upgrade: Upgrade;
  /** Closes the streams. */
  close(): void;
}

export async function createDirectLine(parts: DirectLineParts): Promise<DirectLine> {
  const tokens = createTokens(await parts.store.secret('directline', newTokenSecret));
  const streams = createStreams({ ...parts, tokens });
  const routes = directLineRoutes({
    store: parts.store,
    feed: parts.feed,
    clock: parts.clock,
    wording: parts.wording,
    tokens,
    take: createEmbeddedAdapter(parts.handler),
    widgetSecret: parts.widgetSecret,
    chats: createLimit(parts.chatsPerMinute ?? 60),
    activities: createLimit(parts.messagesPerMinute ?? 60),
    typing: createLimit(parts.messagesPerMinute ?? 60),
  });
  return {
    routes: withCors(routes, parts.allowedOrigins ?? []),
    upgrade: streams.upgrade,
    close: () => streams.close(),
  };
}
