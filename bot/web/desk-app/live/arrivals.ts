import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

import type { Agent } from '../../../domain/conversation.ts';
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

/**
 * Calls for attention when a customer begins to wait, a colleague passes me a conversation, or a customer writes in one of mine
 * that is not being looked at.
 */
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
      call(inbox.arrivedTitle, `${nameOf(arrived)}: ${arrived.question ?? reason}`, addressOf(arrived, 'waiting'));
    }
    const [passed] = newlyPassed(last.lines, queue.lines, agent);
    if (passed !== undefined) {
      const said = inbox.passed(passed.by.name, nameOf(passed.line));
      announce(said);
      call(said, passed.line.question ?? '', addressOf(passed.line, 'mine'));
    }
    const written = newlyWritten(last.lines, queue.lines, agent).find((line) => !isLookedAt(line, location));
    if (written !== undefined) {
      announce(inbox.wrote(nameOf(written)));
      call(inbox.wrote(nameOf(written)), '', addressOf(written, 'mine'));
    }
    // Only news are a reason to call.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [queue]);

  function call(title: string, body: string, address: string): void {
    if (preferences.sounds === 'on') playArrival();
    if (preferences.notifications === 'on') notify(title, body, address, () => go(address));
  }
}

function newlyWaiting(before: readonly DeskLine[], after: readonly DeskLine[]): readonly DeskLine[] {
  const known = new Set(before.filter(({ status }) => status === 'waiting').map(({ id }) => id));
  return after.filter(({ id, status }) => status === 'waiting' && !known.has(id));
}

/** Those that a colleague held a moment ago, and this agent holds now. */
function newlyPassed(before: readonly DeskLine[], after: readonly DeskLine[], me: Agent) {
  const holders = new Map(before.map(({ id, status, agent }) => [id, status === 'agent' ? agent : undefined]));
  return after.flatMap((line) => {
    const by = holders.get(line.id);
    const passed = line.status === 'agent' && line.agent?.id === me.id && by !== undefined && by.id !== me.id;
    return passed ? [{ line, by }] : [];
  });
}

/** Those of this agent in which the customer has written since the last answer; one that was only just claimed is no news. */
function newlyWritten(before: readonly DeskLine[], after: readonly DeskLine[], me: Agent): readonly DeskLine[] {
  const isMine = ({ status, agent }: DeskLine) => status === 'agent' && agent?.id === me.id;
  const mine = new Map(before.filter(isMine).map(({ id, unansweredAt }) => [id, unansweredAt]));
  return after.filter(
    (line) =>
      isMine(line) && mine.has(line.id) && line.unansweredAt !== undefined && line.unansweredAt !== mine.get(line.id),
  );
}

/** Of the conversation, beside the list in which it stands. */
function addressOf({ id }: DeskLine, list: 'waiting' | 'mine'): string {
  return `/c/${encodeURIComponent(id)}?list=${list}`;
}

function isLookedAt({ id }: DeskLine, location: string): boolean {
  return location === `/c/${encodeURIComponent(id)}` && document.visibilityState === 'visible';
}

/** A notification of the browser, where somebody does not look at the page; of those with one tag the last one stays. */
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
