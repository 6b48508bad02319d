import type { Answered, Conversation, Place, Solved, Thread } from '../domain/conversation.ts';
import type { Entry } from '../domain/knowledge.ts';
import type { Message } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import type { Time } from '../domain/time.ts';
import type { CaseStore, Note, PastRating, ThreadDelivery } from './case-store.ts';
import { lineOf, titleOf, type DeskLine } from './desk-line.ts';
import type { ExplainedQuestion } from './explained.ts';

/* One conversation as an agent sees it: the transcript, what colleagues noted, and the brief. */

export interface DeskConversation extends DeskLine {
  readonly now: Time;
  readonly solved?: Solved;
  /** Since when `agent` holds it. */
  readonly claimedAt?: Time;
  /** Oldest first. */
  readonly questions: readonly ExplainedQuestion[];
  /** What was answered so far, oldest first, by the bot or by an agent. */
  readonly answered: readonly DeskAnswer[];
  /** What this customer was asked to rate, newest first, ten at most. */
  readonly ratings: readonly PastRating[];
  readonly place?: Place;
  /** Who the customer is in the shop's own books, when the shop vouches for it. */
  readonly account?: DeskAccount;
  readonly delivery: DeskDelivery;
  readonly messages: readonly Message[];
  /** Oldest first; to be shown among the messages by their time. */
  readonly notes: readonly Note[];
}

export interface DeskAccount {
  /** The shop's own. */
  readonly id: string;
  readonly email?: string;
}

export interface DeskAnswer extends Answered {
  readonly title: string;
}

/** What became of the last message that was sent to the customer. */
export interface DeskDelivery {
  /** Messages up to this number are with the customer, but for those of `lost`. */
  readonly deliveredSeq: number;
  /**
   * `sending`: on its way; `waiting`: the customer's page is closed and gets it when it opens again; `retrying`: the channel
   * did not take it, and is tried again at `retryAt`; `given-up`: it will not be tried again.
   */
  readonly state: 'delivered' | 'sending' | 'waiting' | 'retrying' | 'given-up';
  /**
   * With `given-up` for good: `blocked` by the customer, `not-found`, `forbidden`, `refused`, `too-large`, `too-old`,
   * `no-reference`; else what went wrong with the last try: `unauthorized`, `rate-limited`, `unavailable`, `no-answer`, `failed`.
   */
  readonly error?: string;
  readonly retryAt?: Time;
  /** Messages after the one number and up to the other were given up. */
  readonly lost?: ThreadDelivery['lost'];
}

export interface CaseParts {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly questions: readonly ExplainedQuestion[];
  readonly store: CaseStore;
  readonly mind: Mind;
  readonly now: Time;
}

/** How many past ratings are told. */
const mostRatings = 10;

export async function caseOf({
  conversation,
  messages,
  questions,
  store,
  mind,
  now,
}: CaseParts): Promise<DeskConversation> {
  const { id, thread, solved, claimedAt, place } = conversation;
  const [notes, ratings, delivery] = await Promise.all([
    store.notes(id),
    store.ratingsOf(thread.channel, thread.customer.id, mostRatings),
    store.threadDelivery(thread.id),
  ]);
  return {
    ...lineOf(conversation, mind.entries),
    now,
    ...(solved !== undefined && { solved }),
    ...(claimedAt !== undefined && { claimedAt }),
    ...(place !== undefined && { place }),
    ...accountOf(thread),
    questions,
    answered: answersOf(conversation, mind.entries),
    ratings,
    delivery: deliveryOf(conversation, messages, delivery ?? { deliveredSeq: 0 }),
    messages,
    notes,
  };
}

function accountOf({ customer: { id, email, verified } }: Thread): { readonly account?: DeskAccount } {
  if (verified !== true) return {};
  return { account: { id: id.replace(/^id:/, ''), ...(email !== undefined && { email }) } };
}

function answersOf({ answered, language }: Conversation, entries: ReadonlyMap<string, Entry>): readonly DeskAnswer[] {
  return answered.map((each) => ({ ...each, title: titleOf(each.entry, language, entries) }));
}

/** Web chat is noted for what agents say only, so the bot's own words do not count there. */
function deliveryOf(
  { thread, unreachable }: Conversation,
  messages: readonly Message[],
  known: ThreadDelivery,
): DeskDelivery {
  const pushed = thread.channel !== 'webchat';
  const last = messages.findLast(({ author }) => (pushed ? author !== 'customer' : author === 'agent'))?.seq ?? 0;
  const { deliveredSeq, error, retryAt, lost } = known;
  const told = { deliveredSeq, ...(lost && { lost }) };
  if (unreachable !== undefined) return { ...told, state: 'given-up', error: unreachable };
  if (lost !== undefined && lost.to >= last && lost.after < last) {
    return { ...told, state: 'given-up', error: lost.error };
  }
  if (deliveredSeq >= last) return { ...told, state: 'delivered' };
  if (error !== undefined) return { ...told, state: 'retrying', error, ...(retryAt !== undefined && { retryAt }) };
  return { ...told, state: pushed ? 'sending' : 'waiting' };
}
