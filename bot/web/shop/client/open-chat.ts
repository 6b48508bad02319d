import type { Sportello } from '../../widget/client/calls.ts';

/*
 * Links that are marked for it open the bubble on the page. Without this script, before the bubble has come, or when a new tab is
 * wanted, they lead to the chat's own page as any link does.
 */

document.addEventListener('click', (event) => {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (!(target instanceof Element) || target.closest('a[data-bubble]') === null) return;
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  const { sportello } = window as { sportello?: Partial<Sportello> };
  if (sportello?.open === undefined) return;
  event.preventDefault();
  sportello.open();
});
