/*
 * The chat bubble, for any page: <script type="module" src="https://care.example/widget.js"></script>. It draws inside a shadow
 * root with a style sheet of its own, so neither page disturbs the other and the page's policy on styles is not touched; the chat
 * itself is a frame of the server that this file came from.
 */

const home = new URL(import.meta.url).origin;
const openKey = 'sportello-open';
const language = languageOf(document.documentElement.lang) ?? languageOf(navigator.language) ?? 'it';

const text = {
  it: {
    open: 'Apri la chat',
    close: 'Chiudi la chat',
    frame: 'Chat con il servizio clienti',
    unread: 'nuovo messaggio',
  },
  en: { open: 'Open the chat', close: 'Close the chat', frame: 'Chat with customer care', unread: 'new message' },
}[language];

const style = `
:host { all: initial; --accent: #9c3f27; --on: #fffaf5; --dot: #fffaf5; }
@media (prefers-color-scheme: dark) { :host { --accent: #f09a7d; --on: #2a1109; } }
button { position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000;
  width: 60px; height: 60px; padding: 0; border: 0; border-radius: 50%; background: var(--accent); color: var(--on); cursor: pointer;
  box-shadow: 0 2px 6px rgb(60 30 10 / 25%), 0 10px 28px -6px rgb(60 30 10 / 45%); transition: transform .15s; }
button:hover { transform: scale(1.05); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 4px; }
svg { width: 28px; height: 28px; display: block; margin: auto; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
[aria-expanded=true] .speak, [aria-expanded=false] .shut { display: none; }
i { position: absolute; top: 2px; right: 2px; width: 14px; height: 14px; border-radius: 50%; background: #2f7d4f; border: 2px solid #fff; }
iframe { position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: calc(max(20px, env(safe-area-inset-bottom)) + 74px); z-index: 2147483000;
  width: min(400px, calc(100vw - 40px)); height: min(660px, calc(100dvh - 120px)); border: 1px solid rgb(128 108 92 / 40%); border-radius: 18px; background: Canvas; color-scheme: light dark;
  box-shadow: 0 4px 12px rgb(60 30 10 / 16%), 0 24px 64px -12px rgb(60 30 10 / 42%); }
[hidden] { display: none !important; }
@media (max-width: 480px) { iframe { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; } [aria-expanded=true] { display: none; } }
@media (prefers-reduced-motion: reduce) { button { transition: none; } button:hover { transform: none; } }
`;

/** The frame as far as it got: none, loaded ahead without a conversation, or started. */
let frame: HTMLIFrameElement | undefined;
let ready = false;
let started = false;

const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
root.adoptedStyleSheets = [sheet];

const button = document.createElement('button');
const dot = document.createElement('i');
dot.hidden = true;
button.type = 'button';
button.append(
  icon('speak', 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5zM9 10.5h8M9 14h5'),
  icon('shut', 'm6 9 6 6 6-6'),
  dot,
);
root.append(button);

button.addEventListener('click', () => (isOpen() ? close() : open()));
button.addEventListener('pointerenter', load);
button.addEventListener('focus', load);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isOpen()) close();
});
addEventListener('message', (event) => {
  if (frame === undefined || event.source !== frame.contentWindow || event.origin !== home) return;
  hear(String((event.data as { sportello?: unknown } | null)?.sportello));
});

label();
document.body.append(host);
if (recall() === 'yes' && innerWidth > 480) open();

function hear(said: string): void {
  if (said === 'ready') {
    ready = true;
    if (isOpen()) start();
  } else if (said === 'close') close();
  else if (said === 'message' && !isOpen()) {
    dot.hidden = false;
    label();
  }
}

/** Loads the chat's code when the bubble is about to be used; the conversation itself waits for `start`. */
function load(): void {
  if (frame !== undefined) return;
  frame = document.createElement('iframe');
  frame.title = text.frame;
  frame.hidden = true;
  frame.src = `${home}/chat?embed=1&wait=1&lang=${language}`;
  frame.allow = 'clipboard-write';
  root.append(frame);
}

function open(): void {
  load();
  if (frame !== undefined) frame.hidden = false;
  dot.hidden = true;
  remember('yes');
  label();
  start();
}

function start(): void {
  if (!ready) return;
  frame?.contentWindow?.postMessage({ sportello: started ? 'shown' : 'start' }, home);
  frame?.focus();
  started = true;
}

function close(): void {
  if (frame !== undefined) frame.hidden = true;
  remember('no');
  label();
  button.focus();
}

function isOpen(): boolean {
  return frame !== undefined && !frame.hidden;
}

function label(): void {
  button.setAttribute('aria-expanded', String(isOpen()));
  const what = isOpen() ? text.close : text.open;
  button.setAttribute('aria-label', dot.hidden ? what : `${what}: ${text.unread}`);
}

/** A browser may forbid storage; the chat then begins closed. */
function remember(state: 'yes' | 'no'): void {
  try {
    sessionStorage.setItem(openKey, state);
  } catch {
    return;
  }
}

function recall(): string | null {
  try {
    return sessionStorage.getItem(openKey);
  } catch {
    return null;
  }
}

function languageOf(tag: string): 'it' | 'en' | undefined {
  const primary = tag.slice(0, 2).toLowerCase();
  return primary === 'it' || primary === 'en' ? primary : undefined;
}

function icon(name: string, path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export {};
