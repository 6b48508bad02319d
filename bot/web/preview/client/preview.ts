import { attributesOf, tagOf } from './line.ts';

/* The form of options: each change draws the sample page anew and writes the line. */

const { src, copied } = JSON.parse(document.querySelector('#setup')!.textContent) as { src: string; copied: string };
const form = document.querySelector('form')!;
const frame = document.querySelector('iframe')!;
const line = document.querySelector<HTMLElement>('#line')!;
const stage = document.querySelector<HTMLElement>('.stage')!;
const status = document.querySelector<HTMLElement>('#copied')!;
let drawn = 0;
let timer = 0;

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = window.setTimeout(draw, 300);
});
document.querySelector('#again')!.addEventListener('click', draw);
document.querySelector('#copy')!.addEventListener('click', () => void copy());
for (const choice of document.querySelectorAll<HTMLInputElement>('[name=screen]')) {
  choice.addEventListener('change', () => {
    stage.dataset['screen'] = choice.value;
    draw();
  });
}
// A browser that goes back to this page fills the form in again.
addEventListener('pageshow', draw);

function draw(): void {
  const fields = new FormData(form);
  for (const name of ['color', 'greeting', 'greeting-after', 'greeting-on']) {
    form.querySelector<HTMLInputElement>(`[name=${name}]`)!.disabled = !fields.has(
      name === 'color' ? 'tinted' : 'greets',
    );
  }
  const attributes = attributesOf(
    new Map([...fields].map(([name, value]) => [name, typeof value === 'string' ? value : ''])),
  );
  line.textContent = tagOf(src, attributes);
  status.textContent = '';
  // Another number each time: an address that differs behind its # alone would not be loaded anew.
  drawn += 1;
  frame.src = `/preview/page?n=${drawn}#${new URLSearchParams(attributes.map(([name, value]) => [name, value]))}`;
}

/** Where the clipboard is not to be had, the line is marked, so that it can be copied by hand. */
async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(line.textContent);
    status.textContent = copied;
  } catch {
    getSelection()?.selectAllChildren(line);
  }
}
