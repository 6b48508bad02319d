import type { Result } from './api.ts';
import { el } from './dom.ts';
import { validate } from './field-check.ts';
import { texts } from './texts.ts';
import { ago } from './time-words.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: AutoFill;
  readonly minlength?: number;
}

/** Makes a form on a card of its own: labels, hints, one button, and the place where an error is said aloud. */
export function cardForm<T>(
  heading: string,
  intro: string | undefined,
  fields: readonly Field[],
  submit: string,
  send: (values: Readonly<Record<string, string>>) => Promise<Result<T>>,
  done: (value: T) => void,
): HTMLElement {
  const error = el('p', { class: 'error', role: 'alert' });
  const button = el('button', { type: 'submit', class: 'primary' }, submit);
  const form = el('form', { class: 'stack', novalidate: true }, ...fields.map(fieldRow), error, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    error.textContent = '';
    if (validate(form)) void submitted();
  });
  return el('section', { class: 'card' }, el('h1', {}, heading), intro !== undefined && el('p', {}, intro), form);

  async function submitted(): Promise<void> {
    button.disabled = true;
    const values = Object.fromEntries(
      [...form.querySelectorAll<HTMLInputElement>('input[name]')].map(({ name, value }) => [name, value]),
    );
    const result = await send(values);
    button.disabled = false;
    if (result.ok) done(result.value);
    else error.textContent = texts().failure(result.error, ago);
  }
}

function fieldRow(field: Field): HTMLElement {
  const id = `field-${field.name}`;
  const hintId = field.hint === undefined ? undefined : `${id}-hint`;
  const input = el('input', {
    id,
    name: field.name,
    type: field.type ?? 'text',
    autocomplete: field.autocomplete,
    required: true,
    minlength: field.minlength,
    autocapitalize: field.name === 'login' ? 'none' : undefined,
    spellcheck: 'false',
    'aria-describedby': [hintId, `${id}-fault`].filter(Boolean).join(' '),
  });
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, field.label),
    input,
    hintId !== undefined && el('p', { class: 'hint', id: hintId }, field.hint ?? ''),
    el('p', { class: 'fault', id: `${id}-fault` }),
    field.type === 'password' && showPassword(input),
  );
}

function showPassword(input: HTMLInputElement): HTMLElement {
  const box = el('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    input.type = box.checked ? 'text' : 'password';
  });
  return el('label', { class: 'check' }, box, texts().signIn.showPassword);
}
