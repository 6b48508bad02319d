import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

import { useMedia } from './media.ts';

/** What somebody chose for the desk in this browser. */
export interface Preferences {
  /** Default: as the machine has it. */
  readonly theme: 'system' | 'light' | 'dark';
  /** A sound when a customer begins to wait, or one of one's own does. Default on. */
  readonly sounds: 'on' | 'off';
  /** A notification of the browser for the same, where it is allowed. Default off, since the browser asks. */
  readonly notifications: 'on' | 'off';
  /** Shortcuts of a single key. Default on. */
  readonly shortcuts: 'on' | 'off';
}

const defaults: Preferences = { theme: 'system', sounds: 'on', notifications: 'off', shortcuts: 'on' };
const place = 'sportello-desk-preferences';

interface Kept {
  readonly preferences: Preferences;
  readonly prefer: (change: Partial<Preferences>) => void;
}

const Chosen = createContext<Kept>({ preferences: defaults, prefer() {} });

/** Keeps the choices of this browser, also after a reload. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(read);
  const kept = useMemo(
    () => ({
      preferences,
      prefer(change: Partial<Preferences>) {
        const changed = { ...preferences, ...change };
        localStorage.setItem(place, JSON.stringify(changed));
        setPreferences(changed);
      },
    }),
    [preferences],
  );
  return <Chosen value={kept}>{children}</Chosen>;
}

export function usePreferences(): Kept {
  return useContext(Chosen);
}

/** Whether this choice means dark on this machine, now. */
export function useIsDark(theme: Preferences['theme']): boolean {
  const machine = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? machine : theme === 'dark';
}

/** What does not read as a choice counts as none made. */
function read(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}
