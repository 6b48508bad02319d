import { createHash, randomUUID } from 'node:crypto';
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { Customer, Place, Thread } from '../domain/conversation.ts';
import { languageOf } from '../domain/language.ts';
import type { Origin } from '../domain/message.ts';
import type { Incoming } from '../service/turns.ts';
import type { LeftGroup } from './leave.ts';
import { harmless } from './text.ts';
import { helpfulIn } from './teams/sign.ts';
import { teamOf } from './teams/team.ts';
import { channelOf, directLineChannelId, telegramChannelId, threadIdOf } from './thread.ts';

/* The one place where Bot Framework's wire object becomes what Sportello works with. Whatever it says is checked here. */

/** What an activity comes to. */
export type Reading =
  | { readonly kind: 'incoming'; readonly thread: Thread; readonly incoming: Incoming }
  /** The customer put a sign to a message that the bot sent, which the channel calls `on`. */
  | {
      readonly kind: 'reaction';
      readonly thread: Thread;
      readonly helpful: 'yes' | 'no';
      readonly on: string;
      readonly origin: Origin;
    }
  /** The customer took back what the channel calls `activityId`. */
  | { readonly kind: 'withdrawn'; readonly thread: Thread; readonly activityId: string }
  /** The customer removed the bot: nothing can be sent on this thread any more. */
  | { readonly kind: 'left'; readonly threadId: string }
  /** The bot was removed from a group, in which there may be many threads. */
  | { readonly kind: 'left-group'; readonly group: LeftGroup }
  /** The customer is writing. */
  | { readonly kind: 'typing'; readonly threadId: string }
  /** Of no meaning to a bot, such as somebody leaving a group; `type` is one of a known few. */
  | { readonly kind: 'ignored'; readonly type: string }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly message: string };

/** Characters (UTF-16 units) of one message. */
export const maxTextLength = 20_000;

/** Reads an activity that a channel brought; never throws. */
export function readActivity(raw: unknown): Reading {
  const parsed = activitySchema.safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => path.join('.') || 'the activity').join(', ');
    return refused(400, `The activity is not well formed: see ${where.slice(0, 200)}.`);
  }
  const activity = parsed.data;
  switch (activity.type) {
    case 'message':
    case 'messageUpdate':
      return readMessage(activity);
    case 'messageDelete':
      return activity.id == null
        ? { kind: 'ignored', type: activity.type }
        : { kind: 'withdrawn', thread: threadOf(activity), activityId: harmless(activity.id) };
    case 'messageReaction':
      return readReaction(activity);
    case 'installationUpdate':
      if (leaves(activity)) return readLeft(activity);
      return opens(activity) ? readOpened(activity) : { kind: 'ignored', type: activity.type };
    case 'conversationUpdate':
    case 'event':
      return opens(activity) ? readOpened(activity) : { kind: 'ignored', type: activity.type };
    case 'typing':
      return { kind: 'typing', threadId: threadOf(activity).id };
    default:
      return { kind: 'ignored', type: knownTypes.has(activity.type) ? activity.type : 'other' };
  }
}

const account = z.object({
  id: z.string().max(1000),
  name: z.string().nullish(),
  aadObjectId: z.string().max(200).nullish(),
  // These two are believed of Sportello's own Direct Line only, which writes them itself.
  email: z.string().max(200).nullish(),
  verified: z.literal(true).nullish().catch(undefined),
});

const activitySchema = z.object({
  type: z.string().max(100),
  id: z.string().min(1).max(1000).nullish(),
  channelId: z.string().regex(/^[\w-]{1,50}$/),
  from: account,
  recipient: account.nullish(),
  conversation: z.object({
    id: z.string().min(1).max(2000),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(100).nullish().catch(undefined),
  attachments: z.array(z.object({ contentType: z.string().max(200).nullish() })).nullish(),
  entities: z.array(z.unknown()).nullish(),
  replyToId: z.string().max(1000).nullish(),
  reactionsAdded: z.array(z.object({ type: z.string() })).nullish(),
  membersAdded: z.array(account).nullish(),
  action: z.string().nullish(),
  name: z.string().nullish(),
  channelData: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  localTimezone: z.string().max(100).nullish().catch(undefined),
});

type Activity = z.infer<typeof activitySchema>;

/** Counted under their names; any other is counted as `other`, so that a peer cannot fill the memory with names. */
const knownTypes: ReadonlySet<string> = new Set(Object.values(ActivityTypes));

function readMessage(activity: Activity): Reading {
  const { choice, label } = readChoice(activity.value);
  const text = activity.text ?? label ?? '';
  if (text.length > maxTextLength) {
    return refused(413, `The text has ${text.length} characters; at most ${maxTextLength} are read. Send it in parts.`);
  }
  const attachments = readAttachments(activity);
  if (text === '' && choice === undefined && attachments.length === 0)
    return { kind: 'ignored', type: 'empty message' };
  const clientActivityId = readClientActivityId(activity.channelData);
  const place = readPlace(activity);
  return {
    kind: 'incoming',
    thread: threadOf(activity),
    incoming: {
      kind: 'message',
      text: withoutMentions(harmless(text), activity),
      attachments,
      origin: { ...originOf(activity), ...(clientActivityId !== undefined && { clientActivityId }) },
      ...(choice !== undefined && { choice }),
      ...(place !== undefined && { place }),
    },
  };
}

const pageData = z.object({ page: z.string().max(2000) });

/** Where the customer sits; what is no web address or no time zone is left out, and so are query and fragment of a page. */
function readPlace({ channelData, localTimezone }: Activity): Place | undefined {
  const url = URL.parse(pageData.safeParse(channelData).data?.page ?? '');
  const page =
    url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.slice(0, 500) : undefined;
  const zone = localTimezone != null && isZone(localTimezone) ? localTimezone : undefined;
  if (page === undefined && zone === undefined) return undefined;
  return { ...(page !== undefined && { page }), ...(zone !== undefined && { zone }) };
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** An edit comes under the id of the message that it changes; with its time and its text it has one of its own. */
function originOf({ type, id, timestamp, text, channelId, from, channelData }: Activity): Origin {
  const activityId = harmless(id ?? randomUUID());
  const speaker = channelId === telegramChannelId ? ownData.safeParse(channelData).data?.speaker : undefined;
  const named = { ...(speaker !== undefined && { speaker: harmless(speaker) }) };
  if (type !== 'messageUpdate' || id == null) return { activityId, ...named };
  const edition = createHash('sha256')
    .update(`${String(timestamp)} ${from.id} ${text ?? ''}`)
    .digest('base64url');
  return { activityId: `${activityId}~${edition.slice(0, 16)}`, edits: activityId, ...named };
}

/** What Sportello's own adapters tell beside the activity. */
const ownData = z.object({ speaker: z.string().max(200) });

/** What a button of ours brings back; Teams and other clients may wrap it once more, or write it as JSON. */
const submitted = z.object({
  choice: z.string().regex(/^[a-z]+(?::[\w-]{1,200})?$/),
  label: z.string().max(500).optional(),
});

function readChoice(value: unknown): { readonly choice?: string; readonly label?: string | undefined } {
  return submitted.safeParse(typeof value === 'string' ? json(value) : value).data ?? {};
}

function json(text: string): unknown {
  try {
    return text.length < 2000 ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Teams repeats each text as an attachment in HTML: that one is no file. */
function readAttachments({ attachments }: Activity): readonly string[] {
  const kinds = (attachments ?? []).map(({ contentType }) => harmless(contentType ?? 'application/octet-stream'));
  return kinds.filter((kind) => kind !== 'text/html').slice(0, 20);
}

const clientData = z.object({ clientActivityID: z.string().regex(/^[\x20-\x7e]{1,200}$/) });

/** Web Chat's own name for a message; undefined when there is none, or none that can be kept. */
export function readClientActivityId(channelData: unknown): string | undefined {
  return clientData.safeParse(channelData).data?.clientActivityID;
}

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** In a group a message begins with the bot's name; it is no part of the question. */
function withoutMentions(text: string, { entities, recipient }: Activity): string {
  return (entities ?? [])
    .map((entity) => mention.safeParse(entity).data)
    .filter((found) => found !== undefined && found.mentioned.id === recipient?.id)
    .reduce((rest, found) => rest.replaceAll(found?.text ?? '', ' '), text)
    .replaceAll(/&nbsp;|\u00A0/g, ' ')
    .trim();
}

/** A person came, or the bot was installed; in a group nobody asked for a greeting. */
function opens(activity: Activity): boolean {
  if (isGroup(activity)) return false;
  switch (activity.type) {
    case 'conversationUpdate':
      return (activity.membersAdded ?? []).length > 0;
    case 'installationUpdate':
      return activity.action === 'add' || activity.action === 'add-upgrade';
    default:
      return activity.name === 'webchat/join';
  }
}

function readOpened(activity: Activity): Reading {
  const bot = activity.recipient?.id;
  const person = [activity.from, ...(activity.membersAdded ?? [])].find(({ id }) => id !== bot && id !== '');
  if (person === undefined) return { kind: 'ignored', type: activity.type };
  const thread = threadOf({ ...activity, from: person });
  // Elsewhere a customer opens the chat anew each time; in Teams the bot is added, removed and added again.
  const once = thread.channel === 'teams' ? ({ once: true } as const) : {};
  return { kind: 'incoming', thread, incoming: { kind: 'opened', language: thread.language, ...once } };
}

function leaves({ action }: Activity): boolean {
  return action === 'remove' || action === 'remove-upgrade';
}

function readLeft(activity: Activity): Reading {
  if (!isGroup(activity)) return { kind: 'left', threadId: threadOf(activity).id };
  const team = teamOf(activity.channelData);
  const { channelId, conversation } = activity;
  const group = { channelId, conversationId: conversation.id, ...(team !== undefined && { team }) };
  return { kind: 'left-group', group };
}

function readReaction(activity: Activity): Reading {
  const { id, replyToId, reactionsAdded } = activity;
  const helpful = (reactionsAdded ?? []).map(({ type }) => helpfulIn(type)).findLast((sign) => sign !== undefined);
  if (helpful === undefined || replyToId == null) return { kind: 'ignored', type: activity.type };
  const origin = { activityId: harmless(id ?? `${activity.type}.${replyToId}.${helpful}`) };
  return { kind: 'reaction', thread: threadOf(activity), helpful, on: harmless(replyToId), origin };
}

function threadOf({ channelId, conversation, from, locale, entities, ...rest }: Activity): Thread {
  const person = from.aadObjectId ?? from.id;
  const group = isGroup({ ...rest, conversation });
  const name = from.name == null ? '' : harmless(from.name).slice(0, 100);
  return {
    id: threadIdOf(channelId, conversation.id, group ? person : undefined),
    channel: channelOf(channelId),
    customer: {
      id: harmless(person),
      ...(name !== '' && { name }),
      ...(channelId === directLineChannelId && vouched(from)),
    },
    language: languageOf(locale ?? localeIn(entities)) ?? 'it',
  };
}

function vouched({ email, verified }: z.infer<typeof account>): Pick<Customer, 'email' | 'verified'> {
  return verified === true ? { verified, ...(email != null && { email }) } : {};
}

function isGroup({ conversation }: Pick<Activity, 'conversation'>): boolean {
  return conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '');
}

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

/** Teams names the language here when the activity itself does not. */
function localeIn(entities: Activity['entities']): string | undefined {
  return (entities ?? []).map((entity) => clientInfo.safeParse(entity).data?.locale).find((locale) => locale);
}

function refused(status: 400 | 413, message: string): Reading {
  return { kind: 'refused', status, message };
}
