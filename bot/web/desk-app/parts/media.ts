import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the navigation is at the bottom and a page shows one thing at a time. */
export const phone = '(max-width: 719px)';

/** Whether a media query holds, now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
