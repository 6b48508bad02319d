import { texts } from './texts.ts';

/*
 * The browser's own bubbles speak the browser's language rather than the page's, and cover the hint below the field. So a form
 * says itself what is wrong, beside each field.
 */

/** Says at each field what is wrong in it, and goes to the first; true when nothing is. */
export function validate(form: HTMLFormElement): boolean {
  const wrong = [...form.querySelectorAll<HTMLInputElement>('input[name]')].filter((input) => {
    showFault(input, faultOf(input));
    return input.ariaInvalid === 'true';
  });
  wrong[0]?.focus();
  return wrong.length === 0;
}

function faultOf({ value, required, minLength }: HTMLInputElement): string {
  const { field } = texts();
  if (required && value.trim() === '') return field.missing;
  if (value.length < minLength) return field.tooShort(minLength, value.length);
  return '';
}

/** It goes away as soon as something is changed. */
function showFault(input: HTMLInputElement, text: string): void {
  const place = document.getElementById(`${input.id}-fault`);
  if (place !== null) place.textContent = text;
  input.ariaInvalid = text === '' ? null : 'true';
  if (text !== '') input.addEventListener('input', () => showFault(input, ''), { once: true });
}
