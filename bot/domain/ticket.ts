import type { Agent } from './conversation.ts';
import type { Time } from './time.ts';

/*
 * What becomes of a ticket: open until somebody has answered the customer, answered until it is certain that nothing more is
 * needed, then done. A ticket that is done takes no act but a note, until it is reopened.
 */

export type TicketStatus = 'open' | 'answered' | 'done';

/** How the customer was answered: by a mail from the desk, by telephone, or in some other way. */
export const answerWays = ['mail', 'called', 'other'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** What of a ticket changes. */
export interface TicketState {
  readonly status: TicketStatus;
  /** Who sees to it. */
  readonly agent?: Agent;
  /** When somebody should look at it again; from then on it is due. */
  readonly remindAt?: Time;
  readonly answeredAt?: Time;
  readonly way?: AnswerWay;
  readonly doneAt?: Time;
  /** The agent's name. */
  readonly doneBy?: string;
}

export type TicketAct =
  | { readonly kind: 'assign'; readonly to: Agent }
  | { readonly kind: 'unassign' }
  | { readonly kind: 'answer'; readonly way: AnswerWay }
  | { readonly kind: 'done' }
  /** `remindAt`: when it is due next. */
  | { readonly kind: 'reopen'; readonly remindAt: Time }
  /** Null takes the reminder away. */
  | { readonly kind: 'remind'; readonly at: Time | null }
  | { readonly kind: 'note' };

export type TicketRefusal = 'ticket-done' | 'ticket-open';

/** What an act makes of a ticket, or why it is refused. Whoever answers what nobody sees to, sees to it from then on. */
export function actOnTicket(
  state: TicketState,
  act: TicketAct,
  by: Agent,
  at: Time,
): TicketState | { readonly refusal: TicketRefusal } {
  if (state.status === 'done' && act.kind !== 'reopen' && act.kind !== 'note') return { refusal: 'ticket-done' };
  const { agent, remindAt: _due, ...undue } = state;
  switch (act.kind) {
    case 'assign':
      return { ...state, agent: act.to };
    case 'unassign': {
      const { agent: _agent, ...rest } = state;
      return rest;
    }
    case 'answer':
      return { ...undue, agent: agent ?? by, status: 'answered', answeredAt: at, way: act.way };
    case 'done':
      return { ...undue, ...(agent && { agent }), status: 'done', doneAt: at, doneBy: by.name };
    case 'reopen':
      if (state.status === 'open') return { refusal: 'ticket-open' };
      return { status: 'open', remindAt: act.remindAt, ...(agent && { agent }) };
    case 'remind': {
      const { remindAt: _before, ...rest } = state;
      return act.at === null ? rest : { ...rest, remindAt: act.at };
    }
    case 'note':
      return state;
  }
}

/** Tells whether somebody should look at it now. */
export function isDue({ status, remindAt }: TicketState, now: Time): boolean {
  return status !== 'done' && remindAt !== undefined && remindAt <= now;
}
