import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acceptedLanguage, languageOf, type Localized } from '../../domain/language.ts';
import type { Wording } from '../../domain/wording.ts';
import { errorReply, type Call, type Reply, type Route } from '../../service/http.ts';
import { network } from '../../service/place.ts';
import type { Clock, ConversationStore, DeliveryStore, Feed } from '../../service/ports.ts';
import { readClientActivityId } from '../activity.ts';
import { harmless } from '../text.ts';
import { directLineChannelId, webChatThread } from '../thread.ts';
import type { TakeEmbedded } from './adapter.ts';
import { authorize } from './authorize.ts';
import { expiredIdentity, readIdentity, type Identity } from './identity.ts';
import type { Limit } from './limit.ts';
import { noteDelivery } from './delivery.ts';
import { activitySet } from './outgoing.ts';
import { type Claims, newConversationId, type Tokens, tokenSeconds, type TokenUse } from './token.ts';
import { readWatermark } from './watermark.ts';

export interface RouteParts {
  readonly store: Pick<ConversationStore, 'load' | 'messages'> & Pick<DeliveryStore, 'delivered'>;
  readonly feed: Pick<Feed, 'signal'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly wording: () => Localized<Wording>;
  readonly tokens: Tokens;
  readonly take: TakeEmbedded;
  readonly widgetSecret: string | undefined;
  /** By address; of IPv6 by network. */
  readonly chats: Limit;
  /** By conversation. */
  readonly activities: Limit;
  /** The same for the notices that a customer is writing. */
  readonly typing: Limit;
}

type Authorized = (call: Call, claims: Claims) => Promise<Reply> | Reply;

/** The calls of Direct Line 3.0. Errors are `{ error: { code, message } }`. */
export function directLineRoutes(parts: RouteParts): readonly Route[] {
  const base = '/v3/directline';
  const conversation = `${base}/conversations/:id`;
  const withToken = (run: Authorized, uses?: readonly TokenUse[]) => async (call: Call) => {
    const claims = authorize(call, parts.tokens, parts.clock.now(), uses);
    return 'status' in claims ? claims : run(call, claims);
  };
  return [
    { method: 'post', path: `${base}/tokens/generate`, handle: (call) => Promise.resolve(generate(call, parts)) },
    {
      method: 'post',
      path: `${base}/tokens/refresh`,
      handle: withToken((call, claims) => refresh(call, claims, parts), ['talk', 'resume']),
    },
    { method: 'post', path: `${base}/conversations`, handle: (call) => begin(call, parts) },
    { method: 'get', path: conversation, handle: withToken((call, claims) => reconnect(call, claims, parts)) },
    {
      method: 'get',
      path: `${conversation}/activities`,
      handle: withToken((call, claims) => read(call, claims, parts)),
    },
    {
      method: 'post',
      path: `${conversation}/activities`,
      handle: withToken((call, claims) => post(call, claims, parts)),
    },
    { method: 'post', path: `${conversation}/upload`, reads: 'none', handle: withToken(() => noUpload) },
  ];
}

const user = z.object({
  id: z.string().max(100).nullish(),
  name: z.string().max(100).nullish(),
});
const beginning = z
  .object({
    user: user.nullish(),
    locale: z.string().max(100).nullish(),
    identity: z.string().nullish(),
  })
  .nullish()
  .transform((body) => body ?? {});

/** A token for a conversation of its own, which begins with the first call to `conversations`. */
function generate(call: Call, parts: RouteParts): Reply {
  const claims = newClaims(call, parts);
  return 'status' in claims ? claims : tokenReply(claims, parts);
}

/**
 * A page may name its customer, with an id that begins with `dl_`, as in Direct Line; or, so that it is believed, with an
 * identity that the shop has signed.
 */
function newClaims(call: Call, { chats, clock, widgetSecret }: RouteParts): Claims | Reply {
  const body = beginning.safeParse(call.body);
  if (!body.success) return badArgument(notABeginning);
  const { id, name } = body.data.user ?? {};
  if (id != null && !/^dl_[\w.@-]{1,97}$/.test(id)) {
    return badArgument('user.id must begin with dl_, followed by letters, digits, dots, hyphens, @ or underscores.');
  }
  const at = clock.now();
  const reading = body.data.identity == null ? undefined : readIdentity(body.data.identity, widgetSecret, at);
  if (reading?.kind === 'refused') return identityRefused(reading);
  if (reading?.expired === true) return identityRefused(expiredIdentity);
  const wait = chats(network(call.address), at);
  if (wait > 0) return tooMany('Too many chats were begun from this address.', wait);
  return {
    conversationId: newConversationId(),
    userId: id ?? `dl_${randomUUID()}`,
    userName: name == null ? undefined : harmless(name),
    language: languageOf(body.data.locale ?? undefined),
    ...(reading !== undefined && vouched(reading.identity)),
  };
}

function vouched({ id, name, email }: Identity): Pick<Claims, 'userId' | 'userName' | 'userEmail' | 'verified'> {
  return { userId: `id:${id}`, userName: name, userEmail: email, verified: true };
}

/**
 * Renews a token. With the pass that a page kept, the page must still vouch for the same customer: who signed out, or signed in as
 * somebody else, does not come back into this conversation. One that nobody was vouched for in becomes the customer's own. The
 * pass itself proves that the customer was here, so an identity of that time is enough, even when it has expired since.
 */
function refresh(call: Call, claims: Claims, parts: RouteParts): Reply {
  const at = parts.clock.now();
  if (!('status' in authorize(call, parts.tokens, at))) return tokenReply(claims, parts);
  const body = beginning.safeParse(call.body);
  if (!body.success) return badArgument(notABeginning);
  const { identity } = body.data;
  if (identity == null) return claims.verified === true ? otherCustomer : tokenReply(claims, parts);
  const reading = readIdentity(identity, parts.widgetSecret, at);
  if (reading.kind === 'refused') return identityRefused(reading);
  const known = vouched(reading.identity);
  if (claims.verified === true && claims.userId !== known.userId) return otherCustomer;
  if (claims.verified !== true && reading.expired) return identityRefused(expiredIdentity);
  return tokenReply({ ...claims, ...known }, parts);
}

function identityRefused({ message }: { readonly message: string }): Reply {
  return errorReply(403, 'IdentityRefused', message);
}

const otherCustomer = errorReply(
  403,
  'OtherCustomer',
  'This conversation is of a customer whom the page does not vouch for now. Begin another one.',
);

/** A token, and beside it, the pass by which a page renews it when it has run out; other clients ignore it. */
function tokenReply(claims: Claims, { tokens, clock }: RouteParts): Reply {
  const at = clock.now();
  const [token, resume] = [tokens.issue(claims, 'talk', at), tokens.issue(claims, 'resume', at)];
  const { conversationId } = claims;
  return { status: 200, body: { conversationId, token, expires_in: tokenSeconds.talk, resume } };
}

/** Begins the token's conversation, or without a token a new one, greeting included: 201. Goes on with a known one: 200. */
async function begin(call: Call, parts: RouteParts): Promise<Reply> {
  const body = beginning.safeParse(call.body);
  if (!body.success) return badArgument(notABeginning);
  const at = parts.clock.now();
  const claims = call.headers.authorization === undefined ? newClaims(call, parts) : authorize(call, parts.tokens, at);
  if ('status' in claims) return claims;
  const language =
    languageOf(body.data.locale ?? undefined) ?? claims.language ?? acceptedLanguage(call.headers['accept-language']);
  const named: Claims = { ...claims, language };
  const known = await parts.store.load(webChatThread(claims.conversationId));
  if (known !== undefined) return conversationReply(200, 0, call, named, parts);
  const wait = parts.activities(claims.conversationId, at);
  if (wait > 0) return tooMany('This chat was begun too often.', wait);
  const opening = { ...envelope(named, randomUUID()), type: 'conversationUpdate', membersAdded: [personOf(named)] };
  const handled = await parts.take(opening);
  if (handled.kind === 'refused') return badArgument(handled.message);
  return conversationReply(201, 0, call, named, parts);
}

function reconnect(call: Call, claims: Claims, parts: RouteParts): Reply {
  const watermark = readWatermark(call.query.get('watermark'));
  if (watermark === undefined) return badArgument(notANumber);
  return conversationReply(200, watermark, call, claims, parts);
}

function conversationReply(status: 200 | 201, watermark: number, call: Call, claims: Claims, parts: RouteParts): Reply {
  const at = parts.clock.now();
  const t = parts.tokens.issue(claims, 'stream', at);
  const address = `${call.origin.replace(/^http/, 'ws')}/v3/directline/conversations/${claims.conversationId}/stream`;
  return {
    status,
    body: {
      conversationId: claims.conversationId,
      token: parts.tokens.issue(claims, 'talk', at),
      expires_in: tokenSeconds.talk,
      streamUrl: `${address}?watermark=${watermark}&t=${t}`,
    },
  };
}

const pageSize = 200;

async function read(call: Call, claims: Claims, { store, feed, wording }: RouteParts): Promise<Reply> {
  const watermark = readWatermark(call.query.get('watermark'));
  if (watermark === undefined) return badArgument(notANumber);
  const messages = await store.messages(webChatThread(claims.conversationId), watermark, pageSize);
  await noteDelivery(messages, store, feed);
  return { status: 200, body: activitySet(messages, watermark, claims, wording()) };
}

const activityBody = z.looseObject({
  type: z.string(),
  channelData: z.unknown().optional(),
  locale: z.unknown().optional(),
});

/** Takes an activity. One that comes again under the same clientActivityID has the same id, and is not taken twice. */
async function post(call: Call, claims: Claims, parts: RouteParts): Promise<Reply> {
  const body = activityBody.safeParse(call.body);
  const limit = body.data?.type === 'typing' ? parts.typing : parts.activities;
  const wait = limit(claims.conversationId, parts.clock.now());
  if (wait > 0) return tooMany('Too many messages came at once in this chat.', wait);
  if (!body.success) return badArgument('The body must be an activity, such as {"type": "message", "text": "..."}.');
  const named = readClientActivityId(body.data.channelData);
  const id = named === undefined ? randomUUID() : `c.${named}`;
  const language = claims.language ?? acceptedLanguage(call.headers['accept-language']);
  const handled = await parts.take({
    ...body.data,
    ...envelope({ ...claims, language }, id),
    locale: typeof body.data.locale === 'string' ? body.data.locale : language,
  });
  return handled.kind === 'refused' ? badArgument(handled.message) : { status: 200, body: { id } };
}

/** Who speaks, and where, is what the token says, never what the body says. */
function envelope(claims: Claims, id: string): object {
  const { conversationId, language } = claims;
  return {
    id,
    channelId: directLineChannelId,
    conversation: { id: conversationId },
    from: { ...personOf(claims), role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    locale: language,
  };
}

function personOf({ userId, userName, userEmail, verified }: Claims): object {
  return {
    id: userId,
    ...(userName !== undefined && { name: userName }),
    ...(verified === true && { verified, ...(userEmail !== undefined && { email: userEmail }) }),
  };
}

const noUpload = errorReply(
  400,
  'BadArgument',
  'Files cannot be sent in this chat. Describe in words what the file shows, and send that.',
);

const notABeginning = 'The body must be nothing, or like {"user": {"id": "dl_...", "name": "..."}, "locale": "it-IT"}.';
const notANumber = 'The watermark must be the number that came with the last activities, or nothing.';

function badArgument(message: string): Reply {
  return errorReply(400, 'BadArgument', message);
}

function tooMany(what: string, seconds: number): Reply {
  const headers = { 'retry-after': String(seconds) };
  return errorReply(429, 'TooManyRequests', `${what} Try again in ${seconds} s.`, { headers });
}
