import type { Agent } from '../../../domain/conversation.ts';
import type { DeskNews } from '../../../service/desk-watch.ts';
import type { DeskLine } from '../../../service/desk-line.ts';
import type { DeskQueue } from '../../../service/desk.ts';
import type { StoredTicket } from '../../../service/ports.ts';
import type { ShownConversation } from '../../desk-conversations.ts';
import { get, post, type Failure } from './api.ts';
import { createConversationPane } from './conversation-pane.ts';
import { customerName } from './customer-name.ts';
import { createFrame } from './desk-frame.ts';
import { patchedQueue } from '../live/patched-queue.ts';
import { listen } from './live.ts';
import { placeOf, type Place } from './place.ts';
import { createQueueList, mineOf, waitingOf } from './queue-list.ts';
import { texts } from './texts.ts';
import { createTicketList } from './ticket-list.ts';
import { ago, setServerTime, tick } from './time-words.ts';

export interface DeskView {
  readonly root: HTMLElement;
  end(): void;
}

/** The desk of a signed-in agent: everything follows from the place, the queue, the tickets and one conversation. */
export function createDeskView(me: Agent, signedOut: () => void): DeskView {
  const t = texts();
  const frame = createFrame();
  const queueList = createQueueList();
  const ticketList = createTicketList();
  const pane = createConversationPane({ act, say, ticketDone, back });

  let place: Place = placeOf(location.hash);
  let queue: DeskQueue | undefined;
  let tickets: readonly StoredTicket[] = [];
  let conversation: ShownConversation | undefined;
  /** Why what was chosen cannot be shown. */
  let missing: string | undefined;

  const stopListening = listen({
    news,
    connected: () => {
      frame.lost('');
      void refresh();
    },
    lost: () => frame.lost(t.connectionLost),
    signedOut,
  });
  const ticking = window.setInterval(tick, 1000);
  window.addEventListener('hashchange', moved);
  window.addEventListener('keydown', escape);
  show();

  return {
    root: frame.root,
    end() {
      stopListening();
      window.clearInterval(ticking);
      window.removeEventListener('hashchange', moved);
      window.removeEventListener('keydown', escape);
    },
  };

  function news(told: DeskNews): void {
    const before = queue;
    queue = patchedQueue(before, told);
    if (queue !== undefined && (told.queue ?? told.lines ?? told.gone ?? told.openTickets) !== undefined) {
      setServerTime(queue.now);
      if (before !== undefined) announce(before.lines, queue.lines);
      if (before?.openTickets !== queue.openTickets) void loadTickets();
      show();
    }
    if (conversation !== undefined && told.changed.includes(conversation.id)) void loadConversation(conversation.id);
  }

  function announce(before: readonly DeskLine[], after: readonly DeskLine[]): void {
    const known = new Set(waitingOf(before).map((line) => line.id));
    const waiting = waitingOf(after);
    const added = waiting.find((line) => !known.has(line.id));
    if (added !== undefined) {
      frame.announce(t.newWaiting(waiting.length, added.reason ? t.reason(added.reason) : ''));
    }
    const unanswered = new Set(before.filter((line) => line.unansweredAt !== undefined).map((line) => line.id));
    const written = mineOf(after, me).find(
      (line) => line.unansweredAt !== undefined && !unanswered.has(line.id) && line.id !== conversation?.id,
    );
    if (written !== undefined) frame.announce(t.newMessage(customerName(written)));
  }

  function moved(): void {
    place = placeOf(location.hash);
    pane.notice('done', '');
    conversation = undefined;
    missing = undefined;
    show();
    void arrive();
  }

  async function arrive(): Promise<void> {
    await refresh();
    if (conversation !== undefined) pane.focusHeading();
  }

  function back(): void {
    location.hash = place.kind === 'ticket' || place.kind === 'tickets' ? '#/tickets' : '#/';
  }

  function escape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && (place.kind === 'conversation' || place.kind === 'ticket')) back();
  }

  async function refresh(): Promise<void> {
    if (place.kind === 'conversation') await loadConversation(place.id);
    if (place.kind === 'tickets' || place.kind === 'ticket') await loadTickets();
    const ticket = chosenTicket();
    if (ticket !== undefined) await loadConversation(ticket.conversationId);
  }

  async function loadConversation(id: string): Promise<void> {
    const asked = place;
    const result = await get<ShownConversation>(`conversations/${encodeURIComponent(id)}`);
    if (asked !== place) return;
    if (!result.ok) {
      failed(result.status, result.error);
      return;
    }
    // Two readings may come back in the wrong order.
    const lastSeq = (shown: ShownConversation) => shown.messages.at(-1)?.seq ?? 0;
    if (conversation?.id === id && result.value.now < conversation.now && lastSeq(result.value) < lastSeq(conversation))
      return;
    conversation = result.value;
    setServerTime(conversation.now);
    show();
  }

  async function loadTickets(): Promise<void> {
    const result = await get<{ tickets: readonly StoredTicket[] }>('tickets');
    if (!result.ok) {
      failed(result.status, result.error);
      return;
    }
    ({ tickets } = result.value);
    show();
  }

  async function act(name: 'claim' | 'release' | 'resolve', id: string): Promise<void> {
    const result = await post(`conversations/${encodeURIComponent(id)}/${name}`);
    if (result.ok) pane.notice('done', name === 'claim' ? '' : name === 'release' ? t.released : t.resolved);
    else failed(result.status, result.error);
    await loadConversation(id);
    if (result.ok && name === 'claim') pane.focusCompose();
    else pane.focusHeading();
  }

  async function say(id: string, text: string, messageId: string): Promise<boolean> {
    const result = await post(`conversations/${encodeURIComponent(id)}/say`, { text, id: messageId });
    if (result.ok) pane.notice('done', '');
    else failed(result.status, result.error);
    // Not waited for: who reads that it failed may press Enter again at once.
    if (conversation?.id === id) void loadConversation(id);
    return result.ok;
  }

  async function ticketDone(number: string): Promise<void> {
    const result = await post(`tickets/${encodeURIComponent(number)}/done`);
    if (!result.ok) failed(result.status, result.error);
    await loadTickets();
    pane.focusHeading();
  }

  function failed(status: number, error: Failure): void {
    if (status === 401) signedOut();
    else if (conversation === undefined) {
      missing = t.failure(error, ago);
      show();
    } else pane.notice('error', t.failure(error, ago));
  }

  function show(): void {
    const waiting = queue === undefined ? 0 : waitingOf(queue.lines).length;
    document.title = waiting > 0 ? `(${waiting}) ${t.title}` : t.title;
    const inTickets = place.kind === 'tickets' || place.kind === 'ticket';
    frame.tabs(inTickets ? 'tickets' : 'conversations', waiting, queue?.openTickets ?? 0);
    if (queue !== undefined) queueList.update(queue, me, place.kind === 'conversation' ? place.id : undefined);
    ticketList.update(tickets, place.kind === 'ticket' ? place.number : undefined);
    frame.list(inTickets ? ticketList.root : queueList.root);
    const ticket = chosenTicket();
    if (conversation === undefined) {
      showNothing();
    } else {
      frame.pane(pane.root);
      pane.update(conversation, ticket, me);
    }
    frame.narrow(place.kind === 'queue' || place.kind === 'tickets' ? 'list' : 'pane');
    tick();
  }

  function showNothing(): void {
    switch (place.kind) {
      case 'queue':
        return frame.empty(t.pick, t.pickMore);
      case 'tickets':
        return frame.empty(t.pickTicket);
      case 'conversation':
      case 'ticket':
        return frame.empty(missing ?? t.loading);
    }
  }

  function chosenTicket(): StoredTicket | undefined {
    const { kind } = place;
    if (kind !== 'ticket') return undefined;
    const { number } = place;
    return tickets.find((each) => each.number === number);
  }
}
