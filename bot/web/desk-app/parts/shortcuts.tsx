import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';

import { usePreferences } from './preferences.tsx';

/*
 * Keys that do something wherever the focus is, but never while somebody writes in a field or a dialog asks something, and never together
 * with Ctrl, Alt or the command key, which are the browser's. Those of a single character can be turned off (WCAG 2.1.4); Escape cannot.
 * Somebody may believe to be writing in a field: what a key opens must take letters, a space and Enter after it without ending or
 * giving away anything, so it is a dialog whose first place is harmless, and never a menu.
 */

export interface Shortcut {
  /** As `KeyboardEvent.key` gives it. */
  readonly key: string;
  /** What it does, in the page's language. */
  readonly label: string;
  readonly run: () => void;
}

type Registry = Set<() => readonly Shortcut[]>;

const Registered = createContext<Registry>(new Set());

/** Listens to the keys of all shortcuts on the page; of two for one key the one that came last counts. */
export function Shortcuts({ children }: { readonly children: ReactNode }) {
  const registry = useMemo<Registry>(() => new Set(), []);
  const { preferences } = usePreferences();
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isElsewhere(event.target)) return;
      if (event.key.length === 1 && preferences.shortcuts === 'off') return;
      const found = [...registry].reverse().flatMap((shortcuts) => shortcuts());
      const shortcut = found.find(({ key }) => key === event.key);
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [registry, preferences.shortcuts]);
  return <Registered value={registry}>{children}</Registered>;
}

/** Adds shortcuts while the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(Registered);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const entry = () => latest.current;
    registry.add(entry);
    return () => void registry.delete(entry);
  }, [registry]);
}

/** Gives all shortcuts that count now. */
export function useAllShortcuts(): () => readonly Shortcut[] {
  const registry = useContext(Registered);
  return () => {
    const seen = new Map([...registry].flatMap((shortcuts) => shortcuts()).map((each) => [each.key, each]));
    return [...seen.values()];
  };
}

/** In a field a key is a letter; in a menu, a list of options, or wherever the focus is while a dialog is open, it is theirs. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal=true]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return (
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [role=menu], [role=dialog], [role=listbox]',
    ) !== null
  );
}
