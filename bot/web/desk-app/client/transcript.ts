import type { Agent } from '../../../domain/conversation.ts';
import type { ShownConversation } from '../../desk-conversations.ts';
import { el, reconcile, safeHtml } from './dom.ts';
import { texts } from './texts.ts';
import { clockTime } from './time-words.ts';

type ShownMessage = ShownConversation['messages'][number];

export interface Transcript {
  readonly root: HTMLElement;
  update(conversation: ShownConversation, me: Agent): void;
}

/** How near to its end, in pixels, a reader counts as reading the end. */
const nearEnd = 48;

/** The messages, kept at the end while the reader is there. */
export function createTranscript(): Transcript {
  const list = el('ol', { class: 'messages' });
  const root = el('div', { class: 'transcript', role: 'log', tabindex: 0, 'aria-label': texts().transcript }, list);
  let shown: string | undefined;
  let atEnd = true;
  let lastTop = 0;
  root.addEventListener('scroll', () => {
    // Only a reader moves it upwards; a box that shrinks leaves it where it is and is followed below.
    const up = root.scrollTop < lastTop;
    const near = root.scrollHeight - root.scrollTop - root.clientHeight < nearEnd;
    atEnd = near || (atEnd && !up);
    lastTop = root.scrollTop;
  });
  // The box below it grows and shrinks with what is written and with who holds the conversation.
  new ResizeObserver(toEnd).observe(root);
  return {
    root,
    update(conversation, me) {
      if (shown !== conversation.id) {
        list.replaceChildren();
        atEnd = true;
      }
      shown = conversation.id;
      reconcile(
        list,
        conversation.messages,
        (message) => String(message.seq),
        (message) => item(message, me),
      );
      toEnd();
    },
  };

  function toEnd(): void {
    if (atEnd) root.scrollTop = root.scrollHeight;
  }
}

function item(message: ShownMessage, me: Agent): HTMLElement {
  const text = el('div', { class: 'text', lang: message.language });
  if (message.html === undefined) text.textContent = message.text;
  else text.append(safeHtml(message.html));
  return el(
    'li',
    { class: `message ${message.author}` },
    el(
      'div',
      { class: 'byline' },
      el('span', { class: 'author' }, author(message, me)),
      el('time', { datetime: new Date(message.at).toISOString() }, clockTime(message.at)),
      message.answer &&
        el('span', { class: 'source' }, `${message.answer.entry} · ${percent(message.answer.confidence)}`),
    ),
    el('div', { class: 'bubble' }, text, choices(message)),
  );
}

function author(message: ShownMessage, me: Agent): string {
  const { authors } = texts();
  if (message.author !== 'agent') return authors[message.author];
  return message.agentName === me.name ? `${me.name} (${authors.you})` : (message.agentName ?? '');
}

function choices(message: ShownMessage): HTMLElement | undefined {
  const { choices } = message;
  if (choices === undefined || choices.length === 0) return undefined;
  return el(
    'ul',
    { class: 'offered', 'aria-label': texts().offered },
    ...choices.map((choice) => el('li', { class: 'chip' }, choice.label)),
  );
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
