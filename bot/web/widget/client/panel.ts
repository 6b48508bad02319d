import { openFrame, type ChatFrame, type Said } from './chat-frame.ts';
import { element, icon } from './element.ts';
import type { Options } from './options.ts';
import { phone } from './style.ts';
import { texts } from './texts.ts';

/*
 * The window of the chat: a dialog beside the page on a wide screen; on a phone one above it, which browsers keep in the top layer
 * and the keyboard inside.
 */

export interface Panel {
  readonly element: HTMLDialogElement;
  readonly isOpen: () => boolean;
  /** Loads the chat ahead, without beginning a conversation. */
  load(): void;
  /** Lets a conversation that was begun go on, unseen. */
  listen(): void;
  open(focus: 'take-focus' | 'leave-focus'): void;
  close(): void;
  ask(text: string): void;
}

export function createPanel(options: Options, heard: (said: Said) => void): Panel {
  const text = texts[options.language];
  const note = element('p');
  const retry = element('button', { type: 'button', class: 'retry' }, text.retry);
  const shut = element('button', { type: 'button', class: 'shut', 'aria-label': text.close }, icon('cross', cross));
  const cover = element('div', { class: 'cover', role: 'status' }, note, retry, shut);
  const dialog = element('dialog', { 'aria-label': options.title ?? text.frame }, cover);
  const small = matchMedia(phone);
  let frame: ChatFrame | undefined;
  let wanted: string[] = [];
  let state: 'none' | 'loading' | 'here' | 'failed' = 'none';
  let ended = () => {};

  retry.addEventListener('click', again);
  shut.addEventListener('click', () => heard({ sportello: 'close' }));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    heard({ sportello: 'close' });
  });
  addEventListener('online', () => state === 'failed' && again());
  small.addEventListener('change', () => {
    if (!dialog.open) return;
    close();
    open('leave-focus');
  });

  function load(): void {
    if (frame !== undefined) return;
    state = 'loading';
    covered(text.loading);
    frame = openFrame(options, options.title ?? text.frame, hear, fail);
    dialog.prepend(frame.element);
  }

  function hear(said: Said): void {
    if (said.sportello === 'ready' || said.sportello === 'refused') {
      state = 'here';
      cover.hidden = true;
      if (hasFocus()) frame?.element.focus();
      wanted = [];
    }
    if (said.sportello === 'refused') {
      console.error(
        `Sportello: ${options.home} does not let ${location.origin} show its chat. Add ${location.origin} to its ALLOWED_ORIGINS.`,
      );
    }
    heard(said);
  }

  function fail(): void {
    const held = hasFocus();
    frame?.remove();
    frame = undefined;
    state = 'failed';
    covered(text.failed);
    if (held) retry.focus();
    console.error(
      `Sportello: the chat of ${options.home} could not be loaded. Is it running, and does the policy of this page have it under frame-src?`,
    );
  }

  /** Who has gone on to something else on the page stays there. */
  function hasFocus(): boolean {
    const root = dialog.getRootNode();
    return root instanceof ShadowRoot && dialog.contains(root.activeElement);
  }

  function covered(why: string): void {
    note.textContent = why;
    retry.hidden = state !== 'failed';
    cover.hidden = false;
  }

  /** What was asked before it failed is asked again. */
  function again(): void {
    const asked = wanted;
    const held = hasFocus();
    wanted = [];
    load();
    if (dialog.open) frame?.show(held ? 'take-focus' : 'leave-focus');
    if (held) frame?.element.focus();
    for (const each of asked) ask(each);
  }

  function ask(said: string): void {
    if (state !== 'here') wanted.push(said);
    if (state === 'none') load();
    frame?.ask(said);
  }

  function open(focus: 'take-focus' | 'leave-focus'): void {
    if (state === 'failed') again();
    load();
    if (small.matches) {
      dialog.showModal();
      ended = followKeyboard(dialog);
    } else dialog.setAttribute('open', '');
    frame?.show(focus);
    if (focus === 'take-focus') frame?.element.focus();
  }

  function close(): void {
    ended();
    ended = () => {};
    dialog.close();
    frame?.hide();
  }

  return {
    element: dialog,
    isOpen: () => dialog.open,
    load,
    listen() {
      load();
      frame?.hide();
    },
    open,
    close,
    ask,
  };
}

const cross = 'm6 6 12 12M18 6 6 18';

/** Keeps the dialog where the customer can see it, above the keyboard on the screen; returns what ends it. */
function followKeyboard({ style }: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (seen === null) return () => {};
  const follow = () => {
    // Who has zoomed in sees a part of it only, and wants it as it is.
    if (seen.scale > 1) return;
    const covered = innerHeight - seen.height > 60;
    style.setProperty('--height', `${seen.height}px`);
    style.setProperty('--top', `${seen.offsetTop}px`);
    if (covered) style.setProperty('--bottom', '0px');
    else style.removeProperty('--bottom');
  };
  follow();
  seen.addEventListener('resize', follow);
  seen.addEventListener('scroll', follow);
  return () => {
    seen.removeEventListener('resize', follow);
    seen.removeEventListener('scroll', follow);
    for (const name of ['--height', '--top', '--bottom']) style.removeProperty(name);
  };
}
