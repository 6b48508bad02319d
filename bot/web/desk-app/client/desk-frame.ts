import { el } from './dom.ts';
import { texts } from './texts.ts';

export interface Frame {
  readonly root: HTMLElement;
  tabs(current: 'conversations' | 'tickets', waiting: number, tickets: number): void;
  list(list: HTMLElement): void;
  pane(pane: HTMLElement): void;
  /** What stands where a conversation would. */
  empty(text: string, hint?: string): void;
  /** On a phone one of the two is shown. */
  narrow(side: 'list' | 'pane'): void;
  announce(text: string): void;
  /** That the line to the server is broken; empty when it stands. */
  lost(text: string): void;
}

/** In milliseconds: long enough to be read aloud, and then it is no longer true. */
const announcedFor = 5_000;

/** The two sides of the desk: the lists, and what was chosen in them. */
export function createFrame(): Frame {
  const t = texts();
  const waitingCount = el('span', { class: 'count' });
  const ticketCount = el('span', { class: 'count' });
  const tabs = {
    conversations: el('a', { href: '#/' }, t.conversations, waitingCount),
    tickets: el('a', { href: '#/tickets' }, t.tickets, ticketCount),
  };
  const listBox = el('div', { class: 'list-box', tabindex: -1 });
  const side = el('div', { class: 'side' }, el('nav', { class: 'tabs' }, tabs.conversations, tabs.tickets), listBox);
  const emptyText = el('p', {});
  const emptyHint = el('p', { class: 'hint' });
  const empty = el('div', { class: 'nothing' }, emptyText, emptyHint);
  const paneBox = el('div', { class: 'pane-box' }, empty);
  const live = el('div', { class: 'unseen', 'aria-live': 'polite' });
  const lost = el('p', { class: 'lost', role: 'status' });
  const root = el('div', { class: 'desk' }, el('h1', { class: 'unseen' }, t.desk), lost, side, paneBox, live);

  let said: number | undefined;

  return {
    root,
    tabs(current, waiting, tickets) {
      for (const [name, link] of Object.entries(tabs)) {
        if (name === current) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      waitingCount.textContent = waiting === 0 ? '' : String(waiting);
      ticketCount.textContent = tickets === 0 ? '' : String(tickets);
    },
    list: (list) => put(listBox, list),
    pane: (pane) => put(paneBox, pane),
    empty(text, hint = '') {
      emptyText.textContent = text;
      emptyHint.textContent = hint;
      put(paneBox, empty);
    },
    narrow(shown) {
      root.dataset['shows'] = shown;
    },
    announce(text) {
      live.textContent = text;
      window.clearTimeout(said);
      said = window.setTimeout(() => (live.textContent = ''), announcedFor);
    },
    lost(text) {
      lost.textContent = text;
    },
  };
}

/** Leaves what stands there already, so that it keeps its focus and its scrolling. */
function put(box: HTMLElement, content: HTMLElement): void {
  if (box.firstChild !== content) box.replaceChildren(content);
}
