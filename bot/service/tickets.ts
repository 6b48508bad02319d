import { isEmailAddress } from '../conversation/contact.ts';
import type { Agent } from '../domain/conversation.ts';
import { workingDayAfter } from '../domain/hours.ts';
import type { Message } from '../domain/message.ts';
import type { Mind } from '../domain/mind.ts';
import { actOnTicket, type TicketAct, type TicketRefusal } from '../domain/ticket.ts';
import type { Time } from '../domain/time.ts';
import { answerLetter, answerMail, type Letter } from './letters.ts';
import type { AccountStore } from './account-store.ts';
import type { UntimedEntry } from './audit.ts';
import type { Clock, ConversationStore, Feed } from './ports.ts';
import type {
  MailStore,
  NewMail,
  StoredMail,
  StoredTicket,
  TicketCounts,
  TicketEvent,
  TicketEventKind,
  TicketList,
  TicketStore,
} from './ticket-store.ts';

/*
 * What agents do with tickets. An act is worked out from the ticket as it is stored and saved against its version; when a
 * colleague was faster it is worked out again. Only an answer is never given on top of one that the page has not shown.
 */

export interface TicketsPage {
  readonly now: Time;
  readonly counts: TicketCounts;
  readonly tickets: readonly StoredTicket[];
  /** There are more than these. */
  readonly more: boolean;
}

/** Whether an answer can be sent from the desk, and if not, why. */
export type Mailing = 'possible' | 'no-address' | 'not-set-up';

export interface TicketView {
  readonly now: Time;
  readonly ticket: StoredTicket;
  readonly mailing: Mailing;
  /** Oldest first. */
  readonly events: readonly TicketEvent[];
  readonly mails: readonly Omit<StoredMail, 'messageId' | 'inReplyTo'>[];
  readonly messages: readonly Message[];
  /** Those to whom it can be given. */
  readonly agents: readonly Agent[];
}

/** What a page asks for. */
export type TicketDoing =
  /** To whom, by id. */
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'unassign' }
  /** `id` is the page's own name for the answer; `seen` the time of the last answer that it has shown. */
  | { readonly kind: 'answer'; readonly text: string; readonly id: string; readonly seen?: Time }
  | { readonly kind: 'answered'; readonly way: 'called' | 'other'; readonly seen?: Time }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'remind'; readonly at: Time | null }
  | { readonly kind: 'note'; readonly text: string }
  /** A mail that was given up. */
  | { readonly kind: 'send-again'; readonly mail: string };

export type TicketResult =
  | { readonly kind: 'taken' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused';
      readonly code: TicketRefusal | 'no-address' | 'mail-off' | 'unknown-agent' | 'mail-not-failed';
    }
  /** A colleague answered meanwhile. */
  | { readonly kind: 'answered-before'; readonly by: Agent; readonly at: Time };

export interface Tickets {
  list(agent: Agent, list: TicketList, search: string): Promise<TicketsPage>;
  view(number: string): Promise<TicketView | undefined>;
  /** An answer as it would be sent, to be read before or to be copied. */
  letter(number: string, by: Agent, text: string): Promise<(Letter & { readonly to: string }) | undefined>;
  /** `entry` is saved with what is done. */
  act(number: string, by: Agent, doing: TicketDoing, entry: UntimedEntry): Promise<TicketResult>;
  /** A mail of a ticket was sent or not. */
  changed(number: string): void;
  /** Tells when tickets have become due meanwhile; to be called every few seconds. */
  tick(): Promise<void>;
}

export interface TicketParts {
  readonly store: TicketStore &
    Pick<MailStore, 'sendMailAgain'> &
    Pick<ConversationStore, 'transcript'> &
    Pick<AccountStore, 'accounts'>;
  readonly feed: Pick<Feed, 'signal'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The mind in force; asked anew each time. */
  readonly mind: () => Mind;
  /** Absent when no mail can be sent. `saved` is called when there is something to send. */
  readonly mail?: { readonly domain: string; readonly saved: () => void };
}

/** How many tickets a list holds. */
const mostListed = 200;

/** How often an act is worked out again when colleagues are faster. */
const attempts = 5;

export function createTickets(parts: TicketParts): Tickets {
  const { store, feed, clock, mind, mail } = parts;
  let due = 0;
  const tell = (number: string) => feed.signal({ kind: 'ticket', number });

  async function attempt(
    number: string,
    by: Agent,
    doing: TicketDoing,
    entry: UntimedEntry,
  ): Promise<TicketResult | 'conflict'> {
    const ticket = await store.ticket(number);
    if (ticket === undefined) return { kind: 'unknown' };
    if (doing.kind === 'send-again') return sendAgain(ticket, by, doing.mail, entry);
    const before = await answeredSince(ticket, doing);
    if (before !== undefined) return before;
    const act = await actOf(doing);
    if (act === undefined) return { kind: 'refused', code: 'unknown-agent' };
    const at = clock.now();
    const state = actOnTicket(ticket, act, by, at);
    if ('refusal' in state) return { kind: 'refused', code: state.refusal };
    const sending = doing.kind === 'answer' ? await mailOf(ticket, by, doing, at) : undefined;
    if (typeof sending === 'string') return { kind: 'refused', code: sending };
    const event = eventOf(doing, act, by, at);
    const change = { number, version: ticket.version, state, event, audit: { ...entry, at } };
    const saved = await store.changeTicket({ ...change, ...(sending && { mail: sending }) });
    if (saved === 'conflict') return 'conflict';
    if (sending !== undefined) mail?.saved();
    tell(number);
    return { kind: 'taken' };
  }

  async function actOf(doing: Exclude<TicketDoing, { kind: 'send-again' }>): Promise<TicketAct | undefined> {
    switch (doing.kind) {
      case 'assign': {
        const to = (await agents()).find(({ id }) => id === doing.to);
        return to && { kind: 'assign', to };
      }
      case 'answer':
        return { kind: 'answer', way: 'mail' };
      case 'answered':
        return { kind: 'answer', way: doing.way };
      case 'reopen':
        return { kind: 'reopen', remindAt: workingDayAfter(mind().hours, clock.now()) };
      case 'unassign':
      case 'done':
      case 'remind':
      case 'note':
        return doing;
    }
  }

  async function mailOf(
    ticket: StoredTicket,
    by: Agent,
    { text, id }: Extract<TicketDoing, { kind: 'answer' }>,
    at: Time,
  ): Promise<NewMail | 'mail-off' | 'no-address'> {
    if (mail === undefined) return 'mail-off';
    if (!isEmailAddress(ticket.contact)) return 'no-address';
    const inReplyTo = (await store.ticketMails(ticket.number)).at(-1)?.messageId;
    const letter = answerLetter(mind(), ticket, ticket.language, { by, text });
    return answerMail(ticket, letter, { id, domain: mail.domain, at, ...(inReplyTo !== undefined && { inReplyTo }) });
  }

  /** An answer that the page has not shown, unless it is the very one that is being sent a second time. */
  async function answeredSince(ticket: StoredTicket, doing: TicketDoing): Promise<TicketResult | undefined> {
    if (doing.kind !== 'answer' && doing.kind !== 'answered') return undefined;
    if (ticket.answeredAt === undefined || ticket.answeredAt === doing.seen) return undefined;
    if (doing.kind === 'answer') {
      const mails = await store.ticketMails(ticket.number);
      if (mails.some(({ id }) => id === `answer-${doing.id}`)) return { kind: 'taken' };
    }
    const events = await store.ticketEvents(ticket.number);
    const by = events.findLast(({ kind }) => kind === 'mailed' || kind === 'called' || kind === 'other')?.by;
    return by && { kind: 'answered-before', by, at: ticket.answeredAt };
  }

  async function sendAgain(
    { number }: StoredTicket,
    by: Agent,
    id: string,
    entry: UntimedEntry,
  ): Promise<TicketResult> {
    if (mail === undefined) return { kind: 'refused', code: 'mail-off' };
    const at = clock.now();
    const again = { event: { at, by, kind: 'sent-again' }, audit: { ...entry, at } } as const;
    if (!(await store.sendMailAgain({ ticket: number, mail: id, ...again }))) {
      return { kind: 'refused', code: 'mail-not-failed' };
    }
    mail.saved();
    tell(number);
    return { kind: 'taken' };
  }

  async function agents(): Promise<readonly Agent[]> {
    const accounts = await store.accounts();
    return accounts
      .filter(({ disabled, roles }) => !disabled && roles.includes('agent'))
      .map(({ id, name }) => ({ id, name }));
  }

  return {
    async list(agent, list, search) {
      const now = clock.now();
      const [counts, found] = await Promise.all([
        store.ticketCounts(agent.id, now),
        store.tickets({ list, search, agentId: agent.id, now, limit: mostListed + 1 }),
      ]);
      return { now, counts, tickets: found.slice(0, mostListed), more: found.length > mostListed };
    },
    async view(number) {
      const ticket = await store.ticket(number);
      if (ticket === undefined) return undefined;
      const [events, mails, messages, colleagues] = await Promise.all([
        store.ticketEvents(number),
        store.ticketMails(number),
        store.transcript(ticket.conversationId),
        agents(),
      ]);
      const mailing = !isEmailAddress(ticket.contact) ? 'no-address' : mail === undefined ? 'not-set-up' : 'possible';
      const shown = mails.map(({ messageId: _id, inReplyTo: _reply, ...each }) => each);
      return { now: clock.now(), ticket, mailing, events, mails: shown, messages, agents: colleagues };
    },
    async letter(number, by, text) {
      const ticket = await store.ticket(number);
      if (ticket === undefined) return undefined;
      return { to: ticket.contact, ...answerLetter(mind(), ticket, ticket.language, { by, text }) };
    },
    async act(number, by, doing, entry) {
      for (let tries = 1; tries <= attempts; tries += 1) {
        const result = await attempt(number, by, doing, entry);
        if (result !== 'conflict') return result;
      }
      throw new Error(`Ticket ${number} was changed by others ${attempts} times meanwhile; try again in a moment.`);
    },
    changed: tell,
    async tick() {
      const now = await store.dueTickets(clock.now());
      if (now !== due) tell('all');
      due = now;
    },
  };
}

function eventOf(doing: TicketDoing, act: TicketAct, by: Agent, at: Time): TicketEvent {
  const event = (kind: TicketEventKind, detail?: string): TicketEvent => ({
    at,
    by,
    kind,
    ...(detail !== undefined && { detail }),
  });
  switch (doing.kind) {
    case 'assign':
      return event('assigned', act.kind === 'assign' ? act.to.name : '');
    case 'unassign':
      return event('unassigned');
    case 'answer':
      return event('mailed', doing.id);
    case 'answered':
      return event(doing.way);
    case 'done':
      return event('done');
    case 'reopen':
      return event('reopened');
    case 'remind':
      return event('reminder', doing.at === null ? undefined : String(doing.at));
    case 'note':
      return event('note', doing.text);
    case 'send-again':
      return event('sent-again');
  }
}
