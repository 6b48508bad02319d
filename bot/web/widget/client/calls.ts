/*
 * `window.sportello`: what the shop's own scripts may ask for. Before this script has come it may be an array, and calls are pushed
 * to it: (window.sportello ??= []).push(['open', "dov'è il mio ordine"]). The same line works ever after.
 */

export type ChatEvent = 'unread' | 'open' | 'close';
type Listener = (count: number) => void;

export interface Calls {
  /** Opens the chat, and asks `text` in the customer's name when there is one. */
  readonly open: (text?: unknown) => void;
  readonly close: () => void;
}

export interface Sportello extends Calls {
  /** Calls `listener` from now on, `unread` with how many; returns what ends it. */
  on(event: ChatEvent, listener: Listener): () => void;
  /** Takes one call as an array of its name and arguments. */
  push(...calls: unknown[][]): void;
}

/** Whether this script has come before, by a second tag. */
export function isHere(): boolean {
  const there = (window as { sportello?: unknown }).sportello;
  return typeof there === 'object' && there !== null && 'open' in there;
}

/** Puts it in place and takes the calls that wait; the result tells listeners of an event. */
export function publish({ open, close }: Calls): (event: ChatEvent, count: number) => void {
  const page = window as { sportello?: unknown };
  const waiting: unknown[] = Array.isArray(page.sportello) ? page.sportello : [];
  const listeners = new Set<readonly [ChatEvent, Listener]>();
  const sportello: Sportello = {
    open,
    close,
    on(event, listener) {
      const entry = [event, listener] as const;
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    push: (...calls) => calls.forEach(take),
  };
  page.sportello = sportello;
  // After the script itself, so that what listens was put in place first.
  queueMicrotask(() => waiting.forEach(take));
  return (event, count) => {
    for (const [wanted, listener] of listeners) if (wanted === event) listener(count);
  };

  function take(call: unknown): void {
    const [name, ...given] = Array.isArray(call) ? (call as unknown[]) : [];
    if (name === 'open') open(given[0]);
    else if (name === 'close') close();
    else if (name === 'on') sportello.on(given[0] as ChatEvent, given[1] as Listener);
    else console.warn('Sportello: this call is not understood; there are open, close and on.', call);
  }
}
