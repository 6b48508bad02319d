import { el } from './dom.ts';
import { texts } from './texts.ts';

export interface Compose {
  readonly root: HTMLFormElement;
  /** Shows the draft that belongs to this conversation. */
  use(conversationId: string): void;
  focus(): void;
}

const draftMark = 'draft ';

/** What was begun and not sent, by conversation; it outlives a reload of the page. */
const drafts = {
  get: (id: string) => sessionStorage.getItem(draftMark + id) ?? '',
  set: (id: string, text: string) => sessionStorage.setItem(draftMark + id, text),
  delete: (id: string) => sessionStorage.removeItem(draftMark + id),
};

/** Leaves nothing of this agent's drafts to whoever signs in next. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(draftMark)) sessionStorage.removeItem(key);
}

/** Sends a text; `messageId` is the same when it is sent again, so that it is said once. Tells whether it was taken. */
type Send = (conversationId: string, text: string, messageId: string) => Promise<boolean>;

/** The box in which an agent writes; what was not taken stays in it. */
export function createCompose(send: Send): Compose {
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
  let unsure: { readonly to: string; readonly text: string; readonly messageId: string } | undefined;

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
      area.value = drafts.get(conversationId);
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
    if (unsure?.to !== to || unsure.text !== text) unsure = { to, text, messageId: newUuid() };
    const taken = await send(to, text, unsure.messageId);
    sending = false;
    button.disabled = false;
    if (!taken) return;
    unsure = undefined;
    // The agent may have written on, or opened another conversation, meanwhile.
    if (drafts.get(to).trim() === text) drafts.delete(to);
    if (id !== to) return;
    area.value = drafts.get(to);
    grow();
    area.focus();
  }

  function grow(): void {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 200)}px`;
  }
}

/** crypto.randomUUID is there on https and localhost only; getRandomValues is there everywhere. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
