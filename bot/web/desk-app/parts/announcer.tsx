import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

import { useUnseen } from './unseen.ts';

/** In milliseconds: long enough to be read aloud, and then it is no longer true. */
const announcedFor = 5000;

const Announce = createContext<(text: string) => void>(() => {});

/** Holds the one place where what happens elsewhere on the page is said to a screen reader. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const { unseen } = useUnseen();
  const [said, setSaid] = useState('');
  const timer = useRef(0);
  const announce = useCallback((text: string) => {
    window.clearTimeout(timer.current);
    setSaid(text);
    timer.current = window.setTimeout(() => setSaid(''), announcedFor);
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <div className={unseen} aria-live="polite">
        {said}
      </div>
    </Announce>
  );
}

/** Gives what says a text to a screen reader once the reader has finished its sentence. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}
