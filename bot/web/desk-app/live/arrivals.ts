import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

import type { DeskLine } from '../../../service/desk-line.ts';
import type { DeskQueue } from '../../../service/desk.ts';
import { useMe } from '../api/session.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { playArrival } from '../parts/arrival-sound.ts';
import { useCustomerName } from '../parts/customer-name.ts';
import { usePreferences } from '../parts/preferences.tsx';
import { conversationTexts } from '../texts/conversation.ts';
import { inboxTexts } from '../texts/inbox.ts';
import { useTexts } from '../texts/language.tsx';
import { useQueue } from './waiting-work.ts';

/** Calls for attention when a customer begins to wait, or writes in a conversation of mine that is not being looked at. */
export function useArrivals(): void {
  const { data: queue } = useQueue();
  const before = useRef<DeskQueue>(undefined);
  const [location, go] = useLocation();
  const { agent } = useMe();
  const { preferences } = usePreferences();
  const announce = useAnnounce();
  const nameOf = useCustomerName();
  const inbox = useTexts(inboxTexts);
  const t = useTexts(conversationTexts);

  useEffect(() => {
    const last = before.current;
    before.current = queue;
    if (last === undefined || queue === undefined || last === queue) return;
    const [arrived] = newlyWaiting(last.lines, queue.lines);
    if (arrived !== undefined) {
      const reason = arrived.reason === undefined ? '' : t.reason(arrived.reason);
      announce(inbox.arrived(queue.lines.filter(({ status }) => status === 'waiting').length, reason));
      call(inbox.arrivedTitle, `${nameOf(arrived)}: ${arrived.question ?? reason}`, arrived);
    }
    const written = newlyUnanswered(last.lines, queue.lines).find(
      (line) => line.agent?.id === agent.id && !isLookedAt(line, location),
    );
    if (written !== undefined) {
      announce(inbox.wrote(nameOf(written)));
      call(inbox.wrote(nameOf(written)), '', written);
    }
    // Only news are a reason to call.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [queue]);

  function call(title: string, body: string, line: DeskLine): void {
    if (preferences.sounds === 'on') playArrival();
    if (preferences.notifications === 'on') notify(title, body, line.id, () => go(`/c/${encodeURIComponent(line.id)}`));
  }
}

function newlyWaiting(before: readonly DeskLine[], after: readonly DeskLine[]): readonly DeskLine[] {
  const known = new Set(before.filter(({ status }) => status === 'waiting').map(({ id }) => id));
  return after.filter(({ id, status }) => status === 'waiting' && !known.has(id));
}

function newlyUnanswered(before: readonly DeskLine[], after: readonly DeskLine[]): readonly DeskLine[] {
  const known = new Set(before.filter(({ unansweredAt }) => unansweredAt !== undefined).map(({ id }) => id));
  return after.filter(({ id, unansweredAt }) => unansweredAt !== undefined && !known.has(id));
}

function isLookedAt({ id }: DeskLine, location: string): boolean {
  return location === `/c/${encodeURIComponent(id)}` && document.visibilityState === 'visible';
}

/** A notification of the browser, where somebody does not look at the page; one for each conversation. */
function notify(title: string, body: string, tag: string, open: () => void): void {
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.addEventListener('click', () => {
      window.focus();
      open();
      shown.close();
    });
  } catch {
    // Chrome on Android has the name, but notifies from a service worker only; the sound and the title remain.
  }
}
