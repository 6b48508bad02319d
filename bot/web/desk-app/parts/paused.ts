import { useEffect, useState } from 'react';

/** In milliseconds. */
const pause = 250;

/** A text as it is when its writer pauses, so that not every letter asks the server. */
export function usePaused(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), pause);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
