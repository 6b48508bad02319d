import { useEffect, useState } from 'react';

/** Gives the focus, when what calls it goes, back to where it was before: to the button, or the place where a key was pressed. */
export function useFocusGivenBack(): void {
  const [before] = useState(() => lasting(document.activeElement));
  useEffect(() => () => before?.focus({ preventScroll: true }), [before]);
}

/** An item of a menu is gone by then: what opened the menu is there. */
function lasting(element: Element | null): HTMLElement | undefined {
  const opener = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const found = opener == null ? element : document.getElementById(opener);
  return found instanceof HTMLElement && found !== document.body ? found : undefined;
}
