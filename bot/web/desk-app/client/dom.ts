/* Everything that comes from customers goes into the page as text: there is no other way to it here but `safeHtml`. */

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element; attributes that are false or undefined are left out, true ones are empty. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function button(label: string, kind: string, act: () => unknown): HTMLButtonElement {
  const made = el('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', () => void act());
  return made;
}

/** HTML that the server made from an editor's Markdown; never anything else. */
export function safeHtml(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** A duration since an instant of the server that `tick` keeps up to date. */
export function since(at: number): HTMLElement {
  return el('time', { class: 'since', 'data-since': at });
}

/** Makes a list show these items in this order, leaving alone what stays, so that focus and selection stay too. */
export function reconcile<T>(
  list: HTMLElement,
  items: readonly T[],
  keyOf: (item: T) => string,
  make: (item: T) => HTMLElement,
): void {
  const before = new Map([...list.children].map((child) => [(child as HTMLElement).dataset['key'], child]));
  const after = items.map((item) => {
    const key = keyOf(item);
    const kept = before.get(key);
    before.delete(key);
    if (kept !== undefined) return kept;
    const made = make(item);
    made.dataset['key'] = key;
    return made;
  });
  for (const gone of before.values()) gone.remove();
  after.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}
