import { el } from './dom.ts';
import { texts } from './texts.ts';

export interface Compose {
  readonly root: HTMLFormElement;
  /** Shows the draft that belongs to this conversation. */
  use(conversationId: string): void;
  focus(): void;
}

/** What was begun and not sent, by conversation; kept while the page is open. */
const drafts = new Map<string, string>();

/** The box in which an agent writes. `send` tells whether the text was taken; if not, it stays. */
export function createCompose(send: (conversationId: string, text: string) => Promise<boolean>): Compose {
  const { compose, composeHint, send: sendLabel } = texts();
  const area = el('textarea', {
    id: 'compose',
    rows: 1,
    maxlength: 4000,
    'aria-describedby': 'compose-hint',
    placeholder: compose,
  });
  const button = el('button', { type: 'submit', class: 'primary' }, sendLabel);
  const root = el(
    'form',
    { class: 'compose' },
    el('label', { for: 'compose', class: 'unseen' }, compose),
    area,
    button,
    el('p', { class: 'hint', id: 'compose-hint' }, composeHint),
  );
  let id: string | undefined;
  let sending = false;

  area.addEventListener('input', () => {
    if (id !== undefined) drafts.set(id, area.value);
    grow();
  });
  area.addEventListener('keydown', (event) => {
    // Enter also ends the composing of a Chinese or Japanese word: that one is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    root,
    use(conversationId) {
      if (id === conversationId) return;
      id = conversationId;
      area.value = drafts.get(conversationId) ?? '';
      grow();
    },
    focus: () => area.focus(),
  };

  async function submit(): Promise<void> {
    const text = area.value.trim();
    if (text === '' || sending || id === undefined) return;
    const to = id;
    sending = true;
    button.disabled = true;
    const taken = await send(to, text);
    sending = false;
    button.disabled = false;
    if (!taken) return;
    // The agent may have written on, or opened another conversation, meanwhile.
    if ((drafts.get(to) ?? '').trim() === text) drafts.delete(to);
    if (id !== to) return;
    area.value = drafts.get(to) ?? '';
    grow();
    area.focus();
  }

  function grow(): void {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 200)}px`;
  }
}
