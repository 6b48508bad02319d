import type { Agent } from '../../../domain/conversation.ts';
import { get, post } from './api.ts';
import { forgetDrafts } from './compose.ts';
import { createDeskView, type DeskView } from './desk-view.ts';
import { button, el } from './dom.ts';
import { signInPage, welcomePage } from './entry.ts';
import { choose, language, texts, type Language } from './texts.ts';

/* The desk's page: who is signed in decides what it shows. */

const main = document.querySelector('main') ?? document.body.appendChild(el('main', {}));
const head = document.querySelector('header') ?? document.body.insertBefore(el('header', {}), main);
const skip = document.querySelector('.skip');

let agent: Agent | undefined;
let note: string | undefined;
let view: DeskView | undefined;

void start();

async function start(): Promise<void> {
  // A link has its secret behind the #, where servers and logs do not see it.
  if (location.pathname === '/desk/welcome' && location.hash.length > 1) {
    await showWelcome(location.hash.slice(1));
    return;
  }
  const session = await get<{ agent: Agent }>('session');
  if (session.ok) agent = session.value.agent;
  show();
}

async function showWelcome(secret: string): Promise<void> {
  showHead(() => void showWelcome(secret));
  document.title = texts().title;
  main.className = 'entry';
  main.replaceChildren(await welcomePage(secret, signedIn, () => leaveWelcome()));
}

function signedIn(who: Agent): void {
  agent = who;
  note = undefined;
  leaveWelcome();
  main.focus();
}

function leaveWelcome(): void {
  if (location.pathname !== '/desk') history.replaceState(null, '', '/desk');
  show();
}

function signedOut(): void {
  if (agent === undefined) return;
  agent = undefined;
  note = texts().signIn.ended;
  show();
}

async function signOut(): Promise<void> {
  await post('sign-out');
  forgetDrafts();
  agent = undefined;
  note = undefined;
  show();
}

function show(): void {
  view?.end();
  view = undefined;
  showHead(show);
  document.title = texts().title;
  if (agent === undefined) {
    main.className = 'entry';
    main.replaceChildren(signInPage(note, signedIn));
    main.querySelector('input')?.focus();
    return;
  }
  main.className = 'at-desk';
  view = createDeskView(agent, signedOut);
  main.replaceChildren(view.root);
}

function showHead(again: () => void): void {
  const t = texts();
  document.documentElement.lang = language();
  if (skip !== null) skip.textContent = t.skip;
  head.replaceChildren(
    el('a', { class: 'brand', href: '/desk#/' }, el('b', {}, 'Sportello'), el('span', {}, t.desk)),
    el(
      'div',
      { class: 'languages', role: 'group', 'aria-label': t.languages },
      languageButton('it', 'Italiano', again),
      languageButton('en', 'English', again),
    ),
    ...(agent === undefined ? [] : [el('span', { class: 'me' }, agent.name), button(t.signOut, 'quiet', signOut)]),
  );
}

function languageButton(wanted: Language, name: string, again: () => void): HTMLElement {
  const made = button(wanted.toUpperCase(), 'quiet', () => {
    choose(wanted);
    again();
    head.querySelector<HTMLElement>(`[lang=${wanted}]`)?.focus();
  });
  made.lang = wanted;
  made.title = name;
  made.setAttribute('aria-label', `${wanted.toUpperCase()} – ${name}`);
  made.setAttribute('aria-pressed', String(language() === wanted));
  return made;
}
