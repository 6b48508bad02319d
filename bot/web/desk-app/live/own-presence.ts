import { useEffect, useRef } from 'react';

import type { DeskPerson } from '../../../service/desk-people.ts';
import { post } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { useQueue } from './waiting-work.ts';

/** Without any sign of somebody at the page for so long, in milliseconds, its agent counts as away. */
const idleAfter = 5 * 60_000;

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** This agent as colleagues see them; undefined for who does not answer customers, and until it is known. */
export function useOwnPresence(): DeskPerson | undefined {
  const { agent } = useMe();
  return useQueue().data?.people.find(({ id }) => id === agent.id);
}

/** What the agent chooses to be. */
export function choosePresence(state: DeskPerson['state']): void {
  // The stream tells what came of it; without the server there is nobody to be available to.
  post('presence', { state, because: 'choice' }).catch(() => {});
}

/**
 * Tells the desk when nobody has touched the page for a while, and when somebody does again. Another page of the same agent, in
 * a tab behind or on another machine, may say that nobody is there: whoever touches this one says that it is not so.
 */
export function useIdleDetection(): void {
  const answers = useMe().roles.includes('agent');
  const own = useOwnPresence();
  const idle = useRef<'idle' | 'active'>('active');
  useEffect(() => {
    if (own !== undefined) idle.current = own.state === 'away' && own.because === 'idleness' ? 'idle' : 'active';
  }, [own]);
  useEffect(() => {
    if (!answers) return;
    let timer = window.setTimeout(fellIdle, idleAfter);
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, seen);
    };

    function fellIdle(): void {
      tell('idle');
    }
    function seen(): void {
      window.clearTimeout(timer);
      timer = window.setTimeout(fellIdle, idleAfter);
      if (idle.current === 'idle') tell('active');
    }
    function tell(now: 'idle' | 'active'): void {
      const before = idle.current;
      idle.current = now;
      post('presence', { state: now === 'idle' ? 'away' : 'available', because: 'idleness' }).catch(() => {
        idle.current = before;
      });
    }
  }, [answers]);
}
