import type { Agent } from '../../../domain/conversation.ts';
import type { StoredTicket } from '../../../service/ports.ts';
import type { ShownConversation } from '../../desk-conversations.ts';
import { createBrief } from './brief.ts';
import { createCompose } from './compose.ts';
import { customerName } from './customer-name.ts';
import { button, el, since } from './dom.ts';
import { texts } from './texts.ts';
import { ago, clockTime } from './time-words.ts';
import { createTranscript } from './transcript.ts';

export interface PaneActs {
  act(name: 'claim' | 'release' | 'resolve', conversationId: string): Promise<void>;
  say(conversationId: string, text: string, messageId: string): Promise<boolean>;
  ticketDone(number: string): Promise<void>;
  back(): void;
}

export interface ConversationPane {
  readonly root: HTMLElement;
  update(conversation: ShownConversation, ticket: StoredTicket | undefined, me: Agent): void;
  /** Says why an act was refused, or that it was done; empty clears it. */
  notice(kind: 'error' | 'done', text: string): void;
  focusHeading(): void;
  focusCompose(): void;
}

/** One conversation: who it is, the transcript, the brief, and what can be done now. */
export function createConversationPane(acts: PaneActs): ConversationPane {
  const t = texts();
  const heading = el('h2', { tabindex: -1 });
  const subtitle = el('p', { class: 'subtitle' });
  const actions = el('div', { class: 'actions' });
  const error = el('p', { class: 'error', role: 'alert' });
  const done = el('p', { class: 'notice', role: 'status' });
  const ticketBox = el('div', { class: 'ticket-box' });
  const transcript = createTranscript();
  const brief = createBrief();
  const compose = createCompose((id, text, messageId) => acts.say(id, text, messageId));
  const state = el('div', { class: 'state' });
  const back = button('←', 'back', () => acts.back());
  back.setAttribute('aria-label', t.back);
  const root = el(
    'article',
    { class: 'pane' },
    el('header', { class: 'pane-head' }, back, el('div', { class: 'who' }, heading, subtitle), actions),
    el('div', { class: 'messages-box' }, error, done, ticketBox, transcript.root, state, compose.root),
    brief.root,
  );
  let shown = '';

  return {
    root,
    update(conversation, ticket, me) {
      heading.textContent = customerName(conversation);
      transcript.update(conversation, me);
      brief.update(conversation);
      compose.use(conversation.id);
      const mine = conversation.status === 'agent' && conversation.agent?.id === me.id;
      compose.root.hidden = !mine;
      const key = JSON.stringify([
        conversation.id,
        conversation.status,
        conversation.agent,
        conversation.solved,
        ticket,
      ]);
      if (key === shown) return;
      shown = key;
      showControls(conversation, ticket, mine);
    },
    notice(kind, text) {
      error.textContent = kind === 'error' ? text : '';
      done.textContent = kind === 'done' ? text : '';
    },
    focusHeading: () => heading.focus(),
    focusCompose: () => compose.focus(),
  };

  function showControls(conversation: ShownConversation, ticket: StoredTicket | undefined, mine: boolean): void {
    const { id } = conversation;
    subtitle.replaceChildren(`${t.channels[conversation.channel]} · ${t.languageNames[conversation.language]}`);
    actions.replaceChildren(
      ...(mine
        ? [
            button(t.release, 'secondary', () => acts.act('release', id)),
            button(t.resolve, 'primary', () => acts.act('resolve', id)),
          ]
        : []),
    );
    ticketBox.replaceChildren(...(ticket === undefined ? [] : [ticketCard(ticket)]));
    state.hidden = mine;
    state.replaceChildren(...(mine ? [] : stateOf(conversation)));
  }

  function stateOf(conversation: ShownConversation): (string | Node)[] {
    switch (conversation.status) {
      case 'waiting':
        return [
          el(
            'p',
            {},
            t.claimHint,
            ' ',
            conversation.queuedAt !== undefined &&
              el('span', { class: 'nowrap' }, `${t.waitsFor} `, since(conversation.queuedAt)),
          ),
          button(t.claim, 'primary', () => acts.act('claim', conversation.id)),
        ];
      case 'agent':
        return [el('p', {}, t.heldByOther(conversation.agent?.name ?? ''))];
      case 'bot':
        return [el('p', {}, t.heldByBot)];
      case 'closed':
        return [el('p', {}, t.closed(conversation.solved))];
    }
  }

  function ticketCard(ticket: StoredTicket): HTMLElement {
    const isDone = ticket.doneAt !== undefined;
    return el(
      'section',
      { class: 'ticket-card', 'aria-label': `${t.ticket} ${ticket.number}` },
      el(
        'dl',
        { class: 'facts' },
        el('dt', {}, t.ticket),
        el('dd', {}, ticket.number),
        el('dt', {}, t.contact),
        el('dd', {}, ticket.contact),
        el('dt', {}, t.question),
        el('dd', {}, ticket.question),
        el('dt', {}, t.left),
        el('dd', {}, clockTime(ticket.at)),
      ),
      isDone
        ? el('p', { class: 'hint' }, t.doneBy(ticket.doneBy ?? '', ago(ticket.doneAt)))
        : button(t.markDone, 'primary', () => acts.ticketDone(ticket.number)),
    );
  }
}
