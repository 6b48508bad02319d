import { isHere, publish } from './calls.ts';
import type { Said } from './chat-frame.ts';
import { element, icon, refocus } from './element.ts';
import { plan } from './greeting.ts';
import { readOptions } from './options.ts';
import { createPanel } from './panel.ts';
import { dress, phone } from './style.ts';
import { texts } from './texts.ts';
import { recallVisit } from './unread.ts';

/*
 * The chat bubble, for any page: <script src="https://care.example/widget.js" async></script>. It draws inside a shadow root with a
 * style sheet of its own, so neither page disturbs the other and the page's policy on styles is not touched; the chat itself is a
 * frame of the server that this file came from. See docs/widget.en.md.
 */

const tag = ownTag();
if (tag !== undefined && !isHere()) {
  if (document.body === null) document.addEventListener('DOMContentLoaded', () => start(tag));
  else start(tag);
}

/** Our own tag; a module has no currentScript, and is looked for. */
function ownTag(): HTMLScriptElement | undefined {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src !== '') return current;
  return document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]') ?? undefined;
}

function start(script: HTMLScriptElement): void {
  const options = readOptions(script);
  const text = texts[options.language];
  const visit = recallVisit((unread) => count(unread));
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dress(root, options);

  const badge = element('b', { 'aria-hidden': 'true', hidden: '' });
  const bubble = element(
    'button',
    { type: 'button', class: 'bubble', 'aria-haspopup': 'dialog' },
    icon('speak', 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5zM9 10.5h8M9 14h5'),
    icon('shut', 'm6 9 6 6 6-6'),
    ...(options.label === undefined ? [] : [element('span', {}, options.label)]),
    badge,
  );
  const status = element('p', { class: 'status', role: 'status' });
  const panel = createPanel(options, hear);
  const section = element('section', { 'aria-label': text.region }, bubble, panel.element, status);
  root.append(section);
  const greeting = plan(options, section, announce, () => open('take-focus'));
  let unread = 0;
  /** What had the focus when the chat was opened. */
  let before: Element | null = null;

  bubble.addEventListener('click', () => (panel.isOpen() ? close() : open('take-focus')));
  bubble.addEventListener('focus', () => panel.load());
  loadWhenNear(bubble, () => panel.load());
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.isOpen()) close();
  });

  // What comes while another tab is in front has not been seen.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !panel.isOpen()) return;
    visit.opened();
    count(0);
  });

  const tell = publish({
    open(said) {
      if (typeof said === 'string' && said.trim() !== '') panel.ask(said.trim().slice(0, 2000));
      open('take-focus');
    },
    close: () => panel.isOpen() && close(),
  });

  label();
  // Beside the body, which some sites replace when they change pages.
  document.documentElement.append(host);
  const roomy = !matchMedia(phone).matches;
  const unasked = options.open === 'at-once' && !visit.wasClosed;
  if (roomy && (visit.wasOpen || unasked)) open('leave-focus');
  else if (visit.hasTalk()) whenIdle(() => panel.listen());

  function open(focus: 'take-focus' | 'leave-focus'): void {
    greeting.end();
    if (panel.isOpen()) return;
    before = document.activeElement;
    visit.opened();
    count(0);
    panel.open(focus);
    label();
    tell('open', 0);
  }

  function close(): void {
    const held = document.activeElement === host;
    visit.closed();
    panel.close();
    label();
    if (held && (before === host || !refocus(before))) bubble.focus();
    tell('close', 0);
  }

  function hear(said: Said): void {
    if (said.sportello === 'close' && panel.isOpen()) close();
    if (said.sportello !== 'message') return;
    const seen = (panel.isOpen() && !document.hidden) || said.from === 'customer' ? 'seen' : 'unseen';
    const now = visit.came(said.talk, said.seq, seen);
    if (now > unread) announce(text.announced(now));
    count(now);
  }

  function count(now: number): void {
    if (now === unread) return;
    unread = now;
    badge.hidden = now === 0;
    badge.textContent = now > 99 ? '99+' : String(now);
    label();
    tell('unread', now);
  }

  function label(): void {
    const what = panel.isOpen() ? text.close : text.open;
    const shown = panel.isOpen() ? undefined : options.label;
    const name = [shown, what].filter(Boolean).join(': ');
    bubble.setAttribute('aria-expanded', String(panel.isOpen()));
    bubble.setAttribute('aria-label', unread === 0 ? name : `${name}: ${text.unread(unread)}`);
  }

  /** For screen readers, which do not see the badge. */
  function announce(words: string): void {
    status.textContent = words;
  }
}

/** Pixels from the bubble at which a pointer is on its way to it. */
const near = 120;

function loadWhenNear(bubble: Element, load: () => void): void {
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const { left, right, top, bottom } = bubble.getBoundingClientRect();
    const [dx, dy] = [Math.max(left - clientX, clientX - right), Math.max(top - clientY, clientY - bottom)];
    if (dx > near || dy > near) return;
    removeEventListener('pointermove', follow);
    removeEventListener('pointerdown', follow);
    load();
  };
  addEventListener('pointermove', follow, { passive: true });
  addEventListener('pointerdown', follow, { passive: true });
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 5000 });
  else setTimeout(act, 1000);
}
