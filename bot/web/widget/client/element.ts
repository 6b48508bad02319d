/** Makes an element of HTML with attributes and content; nothing is ever read as markup, so no policy on it is in the way. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** A drawing of one line, for the eye alone. */
export function icon(name: string, path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Gives the focus back to what had it; false when that is gone. */
export function refocus(before: Element | null): boolean {
  if (!(before instanceof HTMLElement) || !before.isConnected || before === document.body) return false;
  before.focus();
  return document.activeElement === before;
}
