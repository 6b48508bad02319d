/* What the shop's page keeps for the bubble. A browser may forbid it: then all of it lasts as long as the page. */

export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** `localStorage` outlives the visit and is the same in all tabs; `sessionStorage` is this tab's. */
export function memoryOf(which: 'localStorage' | 'sessionStorage'): Memory {
  const inPage = new Map<string, string>();
  return {
    get(key) {
      try {
        return window[which].getItem(key) ?? inPage.get(key);
      } catch {
        return inPage.get(key);
      }
    },
    set(key, value) {
      inPage.set(key, value);
      try {
        window[which].setItem(key, value);
      } catch {
        return;
      }
    },
  };
}

/** Reads what was kept as JSON; an empty object when there is none or it is no object. */
export function recall<T extends object>(memory: Memory, key: string): Partial<T> {
  try {
    const kept: unknown = JSON.parse(memory.get(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
