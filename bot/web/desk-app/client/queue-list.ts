import type { Agent } from '../../../domain/conversation.ts';
import type { DeskLine } from '../../../service/desk-line.ts';
import type { DeskQueue } from '../../../service/desk.ts';
import { customerName } from './customer-name.ts';
import { el, reconcile, since } from './dom.ts';
import { texts } from './texts.ts';

export interface QueueList {
  readonly root: HTMLElement;
  update(queue: DeskQueue, me: Agent, selected: string | undefined): void;
}

/** The three lists: who waits, mine, my colleagues'. */
export function createQueueList(): QueueList {
  const { waiting, mine, others, nobodyWaits, noneMine, noneOthers } = texts();
  const parts = {
    waiting: createPart('waiting', waiting, nobodyWaits),
    mine: createPart('mine', mine, noneMine),
    others: createPart('others', others, noneOthers),
  };
  return {
    root: el('div', { class: 'queue' }, parts.waiting.root, parts.mine.root, parts.others.root),
    update({ lines }, me, selected) {
      parts.waiting.update(waitingOf(lines), selected);
      parts.mine.update(mineOf(lines, me), selected);
      parts.others.update(
        lines.filter((line) => line.status === 'agent' && line.agent?.id !== me.id),
        selected,
      );
    },
  };
}

export function waitingOf(lines: readonly DeskLine[]): readonly DeskLine[] {
  return lines.filter((line) => line.status === 'waiting');
}

export function mineOf(lines: readonly DeskLine[], me: Agent): readonly DeskLine[] {
  return lines.filter((line) => line.status === 'agent' && line.agent?.id === me.id);
}

function createPart(id: string, heading: string, emptyText: string) {
  const count = el('span', { class: 'count' });
  const list = el('ul', { 'aria-labelledby': `${id}-heading` });
  const empty = el('p', { class: 'empty' }, emptyText);
  const root = el('section', { class: `part ${id}` }, el('h2', { id: `${id}-heading` }, heading, count), empty, list);
  return {
    root,
    update(lines: readonly DeskLine[], selected: string | undefined): void {
      count.textContent = String(lines.length);
      empty.hidden = lines.length > 0;
      list.hidden = lines.length === 0;
      // The key holds all that a line shows: one that changed is made anew, the others are left alone.
      reconcile(list, lines, (line) => JSON.stringify(line), lineItem);
      for (const link of list.querySelectorAll('a')) {
        if (link.dataset['id'] === selected) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
  };
}

function lineItem(line: DeskLine): HTMLElement {
  const t = texts();
  const link = el(
    'a',
    { href: `#/c/${encodeURIComponent(line.id)}`, class: 'line', 'data-id': line.id },
    el('span', { class: 'line-top' }, el('strong', {}, customerName(line)), time(line)),
    el('span', { class: 'line-question' }, line.question ?? t.noQuestion),
    el(
      'span',
      { class: 'line-facts' },
      line.reason && el('span', { class: 'chip reason' }, t.reason(line.reason)),
      el('span', { class: 'chip' }, t.channels[line.channel]),
      el('span', { class: 'chip', title: t.languageNames[line.language] }, line.language.toUpperCase()),
      line.agent && el('span', { class: 'chip held' }, t.heldBy(line.agent.name)),
    ),
  );
  return el('li', {}, link);
}

function time(line: DeskLine): HTMLElement | undefined {
  const t = texts();
  const at = line.status === 'waiting' ? line.queuedAt : line.unansweredAt;
  if (at === undefined) return undefined;
  const label = line.status === 'waiting' ? t.waitsFor : t.unanswered;
  return el('span', { class: 'line-time', title: label }, el('span', { class: 'unseen' }, `${label} `), since(at));
}
