/* Filters the questions while the customer types, and opens the one that the address names. */

const form = document.querySelector<HTMLFormElement>('#search')!;
const words = document.querySelector<HTMLInputElement>('#words')!;
const found = document.querySelector<HTMLElement>('#found')!;
const topics = document.querySelector<HTMLElement>('main nav')!;
const none = document.querySelector<HTMLElement>('#none')!;
const sections = [...document.querySelectorAll<HTMLElement>('main section')];
const items = [...document.querySelectorAll<HTMLDetailsElement>('main details')].map((element) => ({
  element,
  text: folded(element.textContent),
}));

form.addEventListener('submit', (event) => event.preventDefault());
words.addEventListener('input', filter);
addEventListener('hashchange', openNamed);
openNamed();

function filter(): void {
  const wanted = folded(words.value).split(/\s+/).filter(Boolean);
  const hits = items.filter(({ element, text }) => {
    const hit = wanted.every((word) => text.includes(word));
    element.hidden = !hit;
    return hit;
  });
  for (const section of sections) section.hidden = section.querySelector('details:not([hidden])') === null;
  topics.classList.toggle('unneeded', wanted.length > 0);
  none.hidden = hits.length > 0;
  found.textContent = wanted.length === 0 || hits.length === 0 ? '' : counted(hits.length);
}

function counted(count: number): string {
  const { one = '', many = '' } = form.dataset;
  return count === 1 ? one : many.replace('{n}', String(count));
}

/** Without accents and case, so that "perche" finds "perché". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function openNamed(): void {
  const named = document.querySelector(`details[id="${CSS.escape(location.hash.slice(1))}"]`);
  if (!(named instanceof HTMLDetailsElement)) return;
  named.open = true;
  named.scrollIntoView();
}

export {};
